namespace GridMap.Core.Spatial.Coverages;

public sealed partial class PointInGridIndex
{
    /// <summary>The index over a coverage.</summary>
    /// <exception cref="ArgumentException">It has more than 16,777,215 leaves or a thousand million segments.</exception>
    public static PointInGridIndex Build(Coverage coverage)
    {
        if (coverage.LeafCount > BorderSegment.MaxOwner || coverage.VertexCount > ValueMask)
        {
            throw new ArgumentException(
                $"A partition has at most {BorderSegment.MaxOwner} leaves and {ValueMask} border segments.",
                nameof(coverage));
        }

        var segments = SegmentsOf(coverage);
        if (segments.Length == 0)
        {
            return new PointInGridIndex(default, [], [], segments);
        }

        // Each strip of rows is a work of its own: its rows all begin outside all leaves.
        var raster = Raster.Over(segments);
        var cells = new uint[raster.Count];
        var strips = Strips(raster.RowCount);
        var details = new List<uint>[strips.Length];
        Parallel.For(0, strips.Length, i =>
        {
            var touching = TouchingSegments.Of(raster, strips[i], segments);
            details[i] = new CellClassifier(raster, strips[i], touching, segments, cells).Classify();
        });

        return new PointInGridIndex(raster, cells, JoinDetails(raster, cells, strips, details), segments);
    }

    // Arc by arc, in order: the index recognises two that follow one another.
    private static BorderSegment[] SegmentsOf(Coverage coverage)
    {
        var segments = new BorderSegment[coverage.VertexCount - coverage.ArcCount];
        var place = 0;
        for (var arc = 0; arc < coverage.ArcCount; arc++)
        {
            var vertices = coverage.Vertices(arc);
            var (left, right) = (coverage.Left(arc) + 1, coverage.Right(arc) + 1);
            for (var i = 1; i < vertices.Length; i++)
            {
                segments[place++] = new BorderSegment(vertices[i - 1], vertices[i], left, right);
            }
        }

        return segments;
    }

    private static Rows[] Strips(int rows)
    {
        var count = Math.Min(rows, 4 * Environment.ProcessorCount);
        return [.. Enumerable.Range(0, count).Select(
            i => new Rows((int)((long)rows * i / count), (int)((long)rows * (i + 1) / count)))];
    }

    // Each strip numbered its details from 0: moved to their place in the whole.
    private static uint[] JoinDetails(Raster raster, uint[] cells, Rows[] strips, List<uint>[] parts)
    {
        var details = new uint[parts.Sum(p => p.Count)];
        var offset = 0;
        for (var i = 0; i < strips.Length; i++)
        {
            var part = details.AsSpan(offset, parts[i].Count);
            parts[i].CopyTo(part);
            Move(cells.AsSpan(strips[i].From * raster.Columns, strips[i].Count * raster.Columns), offset);
            for (var place = 0; place < part.Length;)
            {
                if (part[place] == DivisionHeader)
                {
                    Move(part.Slice(place + 1, DivisionCells), offset);
                    place += 1 + DivisionCells;
                }
                else
                {
                    place += 2 + (int)(part[place] + part[place + 1]);
                }
            }

            offset += part.Length;
        }

        return details;
    }

    private static void Move(Span<uint> words, int offset)
    {
        foreach (ref var word in words)
        {
            if (word >> TagShift == TagDetail)
            {
                word += (uint)offset;
            }
        }
    }

    /// <summary>For each cell of a strip, numbered from its first, the places of the segments that touch it, ascending.</summary>
    private sealed class TouchingSegments(int[] starts, int[] places)
    {
        public ReadOnlySpan<int> In(int cell) => places.AsSpan(starts[cell], starts[cell + 1] - starts[cell]);

        public static TouchingSegments Of(Raster raster, Rows rows, BorderSegment[] segments)
        {
            var counter = new Counter(new int[(rows.Count * raster.Columns) + 1]);
            foreach (ref var segment in segments.AsSpan())
            {
                raster.Visit(segment, rows, ref counter);
            }

            var starts = counter.Counts;
            for (var cell = 1; cell < starts.Length; cell++)
            {
                starts[cell] += starts[cell - 1];
            }

            // Filled from the back: afterwards each start is where the cell's places begin.
            var filler = new Filler(starts, new int[starts[^1]]);
            for (var i = segments.Length - 1; i >= 0; i--)
            {
                filler.Segment = i;
                raster.Visit(segments[i], rows, ref filler);
            }

            return new TouchingSegments(starts, filler.Places);
        }

        private readonly struct Counter(int[] counts) : ICellVisitor
        {
            public int[] Counts => counts;

            public void Visit(int cell) => counts[cell]++;
        }

        private struct Filler(int[] starts, int[] places) : ICellVisitor
        {
            public int Segment;

            public readonly int[] Places => places;

            public readonly void Visit(int cell) => places[--starts[cell]] = Segment;
        }
    }
}
