namespace GridMap.Core.Spatial.Coverages;

public sealed partial class PointInGridIndex
{
    /// <summary>
    /// Whether each leaf has a border segment that meets another segment of any leaf elsewhere than at an end of both, or
    /// runs along it. Exact on the lattice. The segments are laid into a raster, and those in one cell compared.
    /// </summary>
    internal static bool[] FindCrossed(Coverage coverage)
    {
        var crossed = new bool[coverage.LeafCount];
        if (coverage.VertexCount == 0)
        {
            return crossed;
        }

        const int CellsPerVertex = 2;
        var borders = new Borders(coverage);
        var raster = Raster.Over(borders.Vertices, CellsPerVertex);
        var strips = Strips(raster.RowCount, coverage.VertexCount);
        Parts.ForEach(strips.Length, i =>
        {
            var touching = new TouchingSegments(raster, strips[i], borders);
            var places = new List<int>();
            for (var cell = 0; cell < strips[i].Count * raster.Columns; cell++)
            {
                if (touching.HasAny(cell))
                {
                    touching.Take(cell, places);
                    MarkCrossed(places, borders, crossed);
                }
            }
        });
        return crossed;
    }

    // Threads only ever write true, so they need no lock.
    private static void MarkCrossed(List<int> places, Borders borders, bool[] crossed)
    {
        for (var i = 1; i < places.Count; i++)
        {
            ref readonly var segment = ref borders.SegmentAt(places[i]);
            for (var j = 0; j < i; j++)
            {
                if (segment.MeetsBeyondEnds(borders.SegmentAt(places[j])))
                {
                    Mark(borders.SidesOf(places[i]), crossed);
                    Mark(borders.SidesOf(places[j]), crossed);
                }
            }
        }
    }

    private static void Mark(Sides sides, bool[] crossed)
    {
        foreach (var owner in (ReadOnlySpan<int>)[sides.Left, sides.Right])
        {
            if (owner > 0)
            {
                crossed[owner - 1] = true;
            }
        }
    }
}
