namespace GridMap.Core.Spatial.Coverages;

public sealed partial class PointInGridIndex
{
    /// <summary>The cells of the top level: powers of two wide and high, in lattice steps.</summary>
    private readonly record struct Raster(long OriginX, long OriginY, int ShiftX, int ShiftY, int Columns, int RowCount)
    {
        // Cells a segment: more make cells with several segments rarer, and cost four bytes each. Two to four of them
        // was the best of what 35 bytes a vertex allow.
        private const int CellsPerSegment = 4;
        private const int MaxShift = 30;
        private const long MaxCells = 1L << 29;

        public int Count => Columns * RowCount;

        /// <summary>A raster over all segments, with some room west of them.</summary>
        public static Raster Over(ReadOnlySpan<BorderSegment> segments)
        {
            var (minX, minY, maxX, maxY) = (long.MaxValue, long.MaxValue, long.MinValue, long.MinValue);
            foreach (ref readonly var segment in segments)
            {
                minX = Math.Min(minX, Math.Min(segment.StartX, segment.EndX));
                maxX = Math.Max(maxX, Math.Max(segment.StartX, segment.EndX));
                minY = Math.Min(minY, Math.Min(segment.StartY, segment.EndY));
                maxY = Math.Max(maxY, Math.Max(segment.StartY, segment.EndY));
            }

            // Every row begins outside all leaves: one step west of the westernmost vertex.
            minX--;
            var target = Math.Min(MaxCells, Math.Max(64, (long)segments.Length * CellsPerSegment));
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
                Math.Min(segment.StartY, segment.EndY) - OriginY, Math.Max(segment.StartY, segment.EndY) - OriginY,
                ShiftY, RowCount);
            var last = Math.Min(toRow, rows.To - 1);
            for (var row = Math.Max(fromRow, rows.From); row <= last; row++)
            {
                var minY = OriginY + ((long)row << ShiftY);
                var maxY = minY + (1L << ShiftY);
                var (west, east) = Extent(segment, minY, maxY);
                var (fromColumn, toColumn) = Range(west - OriginX, east - OriginX, ShiftX, Columns);
                var alone = fromRow == toRow && fromColumn == toColumn;
                for (var column = fromColumn; column <= toColumn; column++)
                {
                    var minX = OriginX + ((long)column << ShiftX);
                    if (alone || segment.Touches(minX, minY, minX + (1L << ShiftX), maxY))
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

        // How far west and east a segment reaches within a row; a little too far, since it is computed in doubles.
        private static (long West, long East) Extent(in BorderSegment segment, long minY, long maxY)
        {
            var (west, east) = (Math.Min(segment.StartX, segment.EndX), Math.Max(segment.StartX, segment.EndX));
            if (segment.StartY == segment.EndY)
            {
                return (west, east);
            }

            var slope = (double)(segment.EndX - segment.StartX) / (segment.EndY - segment.StartY);
            var atLow = segment.StartX + (long)(slope * (minY - segment.StartY));
            var atHigh = segment.StartX + (long)(slope * (maxY - segment.StartY));
            return (Math.Max(west, Math.Min(atLow, atHigh) - 4), Math.Min(east, Math.Max(atLow, atHigh) + 4));
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
