namespace GridMap.Core.Spatial.Coverages;

public sealed partial class PointInGridIndex
{
    /// <summary>The cells of the top level: powers of two wide and high, in lattice steps.</summary>
    private readonly record struct Raster(long OriginX, long OriginY, int ShiftX, int ShiftY, int Columns, int RowCount)
    {
        private const int MaxShift = 30;

        // Testing so many cells costs less than to compute which a row needs.
        private const int FewColumns = 3;
        private const long MaxCells = 1L << 29;

        public int Count => Columns * RowCount;

        /// <summary>A raster over all vertices, with some room west of them, of at most that many cells, or a few.</summary>
        public static Raster Over(ReadOnlySpan<LatticePoint> vertices, long most)
        {
            var (minX, minY, maxX, maxY) = (long.MaxValue, long.MaxValue, long.MinValue, long.MinValue);
            foreach (var (x, y) in vertices)
            {
                (minX, maxX, minY, maxY) = (Math.Min(minX, x), Math.Max(maxX, x), Math.Min(minY, y), Math.Max(maxY, y));
            }

            // Every row begins outside all leaves: one step west of the westernmost vertex.
            minX--;
            var target = Math.Min(MaxCells, Math.Max(64, most));
            var (shiftX, shiftY) = (0, 0);
            while ((double)Cells(maxX - minX, shiftX) * Cells(maxY - minY, shiftY) > target
                && Math.Min(shiftX, shiftY) < MaxShift)
            {
                var isWide = (maxX - minX) >> shiftX >= (maxY - minY) >> shiftY;
                if (shiftY == MaxShift || (isWide && shiftX < MaxShift))
                {
                    shiftX++;
                }
                else
                {
                    shiftY++;
                }
            }

            return new Raster(
                minX, minY, shiftX, shiftY, (int)Cells(maxX - minX, shiftX), (int)Cells(maxY - minY, shiftY));
        }

        /// <summary>
        /// Calls for every cell of some rows that a segment touches, the sides of a cell included. Cells are numbered
        /// from the first of these rows.
        /// </summary>
        public void Visit<TVisitor>(in BorderSegment segment, Rows rows, ref TVisitor visitor)
            where TVisitor : struct, ICellVisitor
        {
            var (fromRow, toRow) = Range(
                Math.Min(segment.Start.Y, segment.End.Y) - OriginY, Math.Max(segment.Start.Y, segment.End.Y) - OriginY,
                ShiftY, RowCount);
            if (toRow < rows.From || fromRow >= rows.To)
            {
                return;
            }

            var (fromColumn, toColumn) = Range(
                Math.Min(segment.Start.X, segment.End.X) - OriginX, Math.Max(segment.Start.X, segment.End.X) - OriginX,
                ShiftX, Columns);

            // Along one row or one column it touches every cell; else each is tested.
            var isStraight = fromRow == toRow || fromColumn == toColumn;
            var isWide = toColumn - fromColumn > FewColumns;
            var last = Math.Min(toRow, rows.To - 1);
            for (var row = Math.Max(fromRow, rows.From); row <= last; row++)
            {
                var minY = OriginY + ((long)row << ShiftY);
                var maxY = minY + (1L << ShiftY);
                var (west, east) = isWide ? ColumnsIn(segment, minY, maxY) : (fromColumn, toColumn);
                for (var column = west; column <= east; column++)
                {
                    var minX = OriginX + ((long)column << ShiftX);
                    if (isStraight || segment.Touches(minX, minY, minX + (1L << ShiftX), maxY))
                    {
                        visitor.Visit(((row - rows.From) * Columns) + column);
                    }
                }
            }
        }

        private static long Cells(long extent, int shift) => (extent >> shift) + 1;

        // A position on the side of two cells is in both, so the lower one counts too.
        private static (int From, int To) Range(long low, long high, int shift, int count) =>
            ((int)Math.Clamp((low - 1) >> shift, 0, count - 1), (int)Math.Clamp(high >> shift, 0, count - 1));

        // The columns that a segment passes within a row; perhaps one more, since it is computed in doubles.
        private (int From, int To) ColumnsIn(in BorderSegment segment, long minY, long maxY)
        {
            var (west, east) = (Math.Min(segment.Start.X, segment.End.X), Math.Max(segment.Start.X, segment.End.X));
            if (segment.Start.Y != segment.End.Y)
            {
                var slope = (double)(segment.End.X - segment.Start.X) / (segment.End.Y - segment.Start.Y);
                var atLow = segment.Start.X + (long)(slope * (minY - segment.Start.Y));
                var atHigh = segment.Start.X + (long)(slope * (maxY - segment.Start.Y));
                west = Math.Max(west, Math.Min(atLow, atHigh) - 4);
                east = Math.Min(east, Math.Max(atLow, atHigh) + 4);
            }

            return Range(west - OriginX, east - OriginX, ShiftX, Columns);
        }
    }

    /// <summary>A strip of rows, the last excluded.</summary>
    private readonly record struct Rows(int From, int To)
    {
        public int Count => To - From;
    }

    private interface ICellVisitor
    {
        void Visit(int cell);
    }
}
