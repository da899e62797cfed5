namespace GridMap.Core.Spatial.Coverages;

public sealed partial class PointInGridIndex
{
    /// <summary>The index over a coverage.</summary>
    /// <exception cref="ArgumentException">It has more than 536,870,911 leaves or vertices.</exception>
    public static PointInGridIndex Build(Coverage coverage)
    {
        if (coverage.LeafCount >= ValueMask || coverage.VertexCount > ValueMask)
        {
            throw new ArgumentException($"A partition has at most {ValueMask} leaves and vertices.", nameof(coverage));
        }

        var borders = new Borders(coverage);
        if (coverage.VertexCount == 0)
        {
            return new PointInGridIndex(default, [], [], borders);
        }

        // Each strip of rows is a work of its own: its rows all begin outside all leaves.
        var raster = Raster.Over(borders.Vertices);
        var cells = new uint[raster.Count];
        var strips = Strips(raster.RowCount);
        var details = new List<uint>[strips.Length];
        Parallel.For(0, strips.Length, i =>
        {
            var touching = new TouchingSegments(raster, strips[i], borders);
            details[i] = new CellClassifier(raster, strips[i], touching, borders, cells).Classify();
        });

        return new PointInGridIndex(raster, cells, JoinDetails(raster, cells, strips, details), borders);
    }

    private static Rows[] Strips(int rows)
    {
        var count = Math.Min(rows, 2 * Environment.ProcessorCount);
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

    /// <summary>For each cell of a strip, numbered from its first, the segments that touch it.</summary>
    private sealed class TouchingSegments
    {
        private readonly Lists lists;

        public TouchingSegments(Raster raster, Rows rows, Borders borders)
        {
            lists = new Lists(new int[rows.Count * raster.Columns]);

            // The last one put is the first of its list: from the back, so that a list ascends.
            for (var place = borders.Vertices.Length - 2; place >= 0; place--)
            {
                if (borders.HasSegmentAt(place))
                {
                    lists.Segment = place;
                    raster.Visit(borders.SegmentAt(place), rows, ref lists);
                }
            }
        }

        public bool HasAny(int cell) => lists.First[cell] != 0;

        /// <summary>The places of the segments that touch a cell, ascending.</summary>
        public void Take(int cell, List<int> places)
        {
            places.Clear();
            for (var link = lists.First[cell]; link != 0; link = lists.Links[link].Next)
            {
                places.Add(lists.Links[link].Segment);
            }
        }

        /// <summary>Linked lists in one array; link 0 is the end.</summary>
        private struct Lists(int[] first) : ICellVisitor
        {
            public int Segment;
            private int count = 1;

            public int[] First { get; } = first;

            public (int Segment, int Next)[] Links { get; private set; } = new (int, int)[1024];

            public void Visit(int cell)
            {
                if (count == Links.Length)
                {
                    var links = Links;
                    Array.Resize(ref links, 2 * count);
                    Links = links;
                }

                Links[count] = (Segment, First[cell]);
                First[cell] = count++;
            }
        }
    }
}
