namespace GridMap.Core.Spatial.Coverages;

public sealed partial class PointInGridIndex
{
    /// <summary>The index over a coverage.</summary>
    /// <exception cref="ArgumentException">
    /// It has more than 268,435,455 leaves or vertices, or borders that cross each other still more often.
    /// </exception>
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
        var raster = Raster.Over(borders.Vertices, (long)(SidesOf(coverage) * fineness.CellsPerSide));
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
    /// <param name="CellsPerSide">
    /// Cells for each vertex of a border, on each side that is a leaf's, so that a border without a twin has no more of them
    /// than its polygon's vertices. More make cells with several segments rarer, and cost four bytes each. Halving a side is
    /// the step there is: 4.8 come to 2.4 to 4.8 cells a polygon's vertex, at most 19 of the 35 bytes that it may take.
    /// </param>
    /// <param name="MaxList">
    /// Segments in a cell before it is divided. With eight, building takes a third less, and lookups where vertices crowd
    /// (Berlin) take twice as long.
    /// </param>
    private readonly record struct Fineness(double CellsPerSide, int MaxList)
    {
        public static readonly Fineness Full = new(4.8, 4);
        public static readonly Fineness Coarse = new(1, 16);
    }

    // The vertices of all borders, once for each side that is a leaf's.
    private static long SidesOf(Coverage coverage)
    {
        var sides = 0L;
        for (var arc = 0; arc < coverage.ArcCount; arc++)
        {
            var leaves = (coverage.Left(arc) == Coverage.None ? 0 : 1) + (coverage.Right(arc) == Coverage.None ? 0 : 1);
            sides += leaves * coverage.Vertices(arc).Length;
        }

        return sides;
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
        var words = parts.Sum(static p => (long)p.Count);
        if (words > ValueMask)
        {
            throw new ArgumentException($"So many borders cross each other that an index over them has {words} words.");
        }

        var details = new uint[words];
        var offset = 0;
        for (var i = 0; i < strips.Length; i++)
        {
            var part = details.AsSpan(offset, parts[i].Count);
            parts[i].CopyTo(part);
            Move(cells.AsSpan(strips[i].From * raster.Columns, strips[i].Count * raster.Columns), offset);
            for (var place = 0; place < part.Length;)
            {
                if (Divisions.IsDivision(part[place]))
                {
                    Move(Divisions.References(part[place..], out var length), offset);
                    place += length;
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
