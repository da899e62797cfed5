namespace GridMap.Core.Spatial.Coverages;

public sealed partial class PointInGridIndex
{
    /// <summary>The index over a coverage.</summary>
    /// <exception cref="ArgumentException">It has more than 268,435,455 leaves or vertices.</exception>
    public static PointInGridIndex Build(Coverage coverage) => Build(coverage, Fineness.Full);

    /// <summary>The same for few leaves that seldom are asked: built faster, with fewer cells and longer lists.</summary>
    internal static PointInGridIndex BuildPatch(Coverage coverage) => Build(coverage, Fineness.Coarse);

    private static PointInGridIndex Build(Coverage coverage, Fineness fineness)
    {
        if (coverage.LeafCount >= ValueMask || coverage.VertexCount > ValueMask)
        {
            throw new ArgumentException($"A partition has at most {ValueMask} leaves and vertices.", nameof(coverage));
        }

        var borders = new Borders(coverage);
        if (coverage.VertexCount == 0)
        {
            return new PointInGridIndex(default, new uint[1], [], borders);
        }

        // Each strip of rows is a work of its own: its rows all begin outside all leaves.
        var raster = Raster.Over(borders.Vertices, fineness.CellsPerVertex);
        var cells = new uint[raster.Count + 1];
        var strips = Strips(raster.RowCount, coverage.VertexCount);
        var details = new List<uint>[strips.Length];
        Parts.ForEach(strips.Length, i =>
        {
            using var touching = new TouchingSegments(raster, strips[i], borders, cells, strips[i].From * raster.Columns);
            details[i] = new CellClassifier(raster, strips[i], touching, borders, cells, fineness.MaxList).Classify();
        });

        return new PointInGridIndex(raster, cells, JoinDetails(raster, cells, strips, details), borders);
    }

    /// <summary>How finely an index divides.</summary>
    /// <param name="CellsPerVertex">
    /// More cells make those with several segments rarer, and cost four bytes each. Halving a side is the step there is, so
    /// that 10 come to 5 to 10 cells a vertex of an arc: half of the 35 bytes a polygon's vertex may take.
    /// </param>
    /// <param name="MaxList">
    /// Segments in a cell before it is divided. With eight, building takes a third less, and lookups where vertices crowd
    /// (Berlin) take twice as long.
    /// </param>
    private readonly record struct Fineness(int CellsPerVertex, int MaxList)
    {
        public static readonly Fineness Full = new(10, 4);
        public static readonly Fineness Coarse = new(2, 16);
    }

    private static Rows[] Strips(int rows, int vertices)
    {
        // More than there are processors, since some strips have more borders than others.
        var count = Parts.Count(vertices) is 1 ? 1 : Math.Min(rows, 2 * Environment.ProcessorCount);
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
}
