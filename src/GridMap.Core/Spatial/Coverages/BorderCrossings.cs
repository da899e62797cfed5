namespace GridMap.Core.Spatial.Coverages;

/// <summary>
/// Finds borders that cross or run along one another. Exact on the lattice: the segments are laid into a raster, and
/// those in one cell compared.
/// </summary>
internal sealed class BorderCrossings
{
    private const int SegmentsInCell = 2;

    // So many are compared each with each; more only where their boxes overlap from west to east.
    private const int Few = 16;

    private readonly Coverage coverage;
    private readonly CellRaster raster;
    private readonly bool[] crossed;

    private BorderCrossings(Coverage coverage)
    {
        this.coverage = coverage;
        raster = CellRaster.Over(LatticeBox.Of(coverage.AllVertices), coverage.VertexCount / SegmentsInCell);
        crossed = new bool[coverage.LeafCount];
    }

    /// <summary>
    /// Whether each leaf has a border segment that meets another segment of any leaf elsewhere than at an end of both, or
    /// runs along it.
    /// </summary>
    public static bool[] Find(Coverage coverage)
    {
        if (coverage.VertexCount == 0)
        {
            return new bool[coverage.LeafCount];
        }

        var crossings = new BorderCrossings(coverage);
        var rows = crossings.raster.Rows;
        var strips = Parts.Count(coverage.VertexCount, rows);
        crossings.MarkFolds();
        Parts.ForEach(
            strips, strip => crossings.Search(Parts.Start(strip, strips, rows), Parts.Start(strip + 1, strips, rows)));
        return crossings.crossed;
    }

    /// <summary>
    /// Marks arcs that turn back on themselves. Of two segments that follow one another nothing else can be wrong, and most
    /// that are in one cell do.
    /// </summary>
    private void MarkFolds()
    {
        var vertices = coverage.AllVertices;
        for (var arc = 0; arc < coverage.ArcCount; arc++)
        {
            for (var v = coverage.FirstVertex(arc) + 1; v < coverage.FirstVertex(arc + 1) - 1; v++)
            {
                if (BorderSegment.GoOnTogether(vertices[v], vertices[v - 1], vertices[v + 1]))
                {
                    Mark(v);
                }
            }
        }
    }

    private void Search(int fromRow, int toRow)
    {
        var cells = (toRow - fromRow) * raster.Columns;
        using var counts = new Rented<int>(cells);
        var ends = counts.Array.AsSpan(0, cells);
        ends.Clear();
        Lay(new Strip(raster.Columns, fromRow, toRow, ends, []));
        var sum = 0;
        foreach (ref var end in ends)
        {
            (end, sum) = (sum, sum + end);
        }

        using var segments = new Rented<int>(sum);
        Lay(new Strip(raster.Columns, fromRow, toRow, ends, segments.Array));
        var start = 0;
        foreach (var end in ends)
        {
            Compare(segments.Array.AsSpan(start..end));
            start = end;
        }
    }

    /// <summary>Lays all segments into the cells of a strip that they meet; perhaps into one more beside these.</summary>
    private void Lay(Strip strip)
    {
        var vertices = coverage.AllVertices;
        for (var arc = 0; arc < coverage.ArcCount; arc++)
        {
            var last = coverage.FirstVertex(arc + 1) - 1;
            var from = raster.At(vertices[coverage.FirstVertex(arc)]);
            for (var v = coverage.FirstVertex(arc); v < last; v++)
            {
                var to = raster.At(vertices[v + 1]);
                if (from == to)
                {
                    strip.Put(v, to.Row, to.Column);
                }
                else
                {
                    Lay(v, from, to, strip);
                }

                from = to;
            }
        }
    }

    private void Lay(int segment, (int Column, int Row) from, (int Column, int Row) to, Strip strip)
    {
        var (west, east) = (Math.Min(from.Column, to.Column), Math.Max(from.Column, to.Column));
        var (south, north) = (Math.Min(from.Row, to.Row), Math.Max(from.Row, to.Row));
        var isLong = south < north && east - west > 1;
        for (var row = Math.Max(south, strip.FromRow); row <= Math.Min(north, strip.ToRow - 1); row++)
        {
            var (first, last) = isLong ? ColumnsIn(row, segment) : (west, east);
            for (var column = first; column <= last; column++)
            {
                strip.Put(segment, row, column);
            }
        }
    }

    // In doubles, which are off by far less than four steps.
    private (int First, int Last) ColumnsIn(int row, int segment)
    {
        var (a, b) = (coverage.AllVertices[segment], coverage.AllVertices[segment + 1]);
        var slope = (double)(b.X - a.X) / (b.Y - a.Y);
        var atSouth = a.X + (long)(slope * (raster.SouthOf(row) - a.Y));
        var atNorth = a.X + (long)(slope * (raster.SouthOf(row + 1) - a.Y));
        var (west, east) = (Math.Min(atSouth, atNorth) - 4, Math.Max(atSouth, atNorth) + 4);
        return (
            raster.ColumnAt(Math.Clamp(west, Math.Min(a.X, b.X), Math.Max(a.X, b.X))),
            raster.ColumnAt(Math.Clamp(east, Math.Min(a.X, b.X), Math.Max(a.X, b.X))));
    }

    // Numbers that follow one another are of one arc, since no segment begins at its last vertex.
    private void Compare(Span<int> segments)
    {
        if (segments.Length > Few)
        {
            segments.Sort((a, b) => WestOf(a).CompareTo(WestOf(b)));
        }

        for (var i = 0; i < segments.Length; i++)
        {
            ref readonly var segment = ref SegmentAt(segments[i]);
            var east = segments.Length > Few ? Math.Max(segment.Start.X, segment.End.X) : long.MaxValue;
            for (var j = i + 1; j < segments.Length && (east == long.MaxValue || WestOf(segments[j]) <= east); j++)
            {
                if (Math.Abs(segments[j] - segments[i]) != 1 && segment.MeetsBeyondEnds(SegmentAt(segments[j])))
                {
                    Mark(segments[i]);
                    Mark(segments[j]);
                }
            }
        }
    }

    private ref readonly BorderSegment SegmentAt(int vertex) =>
        ref BorderSegment.At(ref coverage.VertexArray[vertex]);

    private long WestOf(int segment) => Math.Min(coverage.AllVertices[segment].X, coverage.AllVertices[segment + 1].X);

    // Threads only ever write true, so they need no lock.
    private void Mark(int segment)
    {
        var arc = coverage.ArcOf(segment);
        foreach (var leaf in (ReadOnlySpan<int>)[coverage.Left(arc), coverage.Right(arc)])
        {
            if (leaf != Coverage.None)
            {
                crossed[leaf] = true;
            }
        }
    }

    /// <summary>
    /// The cells of some rows. Without segments it counts how many each has; with the sums of these counts it puts each
    /// segment at its place, after which the sums are where the cells end.
    /// </summary>
    private readonly ref struct Strip(int columns, int fromRow, int toRow, Span<int> cells, Span<int> segments)
    {
        private readonly Span<int> cells = cells;
        private readonly Span<int> segments = segments;

        public int FromRow { get; } = fromRow;

        public int ToRow { get; } = toRow;

        public void Put(int segment, int row, int column)
        {
            if (row < FromRow || row >= ToRow)
            {
                return;
            }

            ref var place = ref cells[((row - FromRow) * columns) + column];
            if (!segments.IsEmpty)
            {
                segments[place] = segment;
            }

            place++;
        }
    }
}
