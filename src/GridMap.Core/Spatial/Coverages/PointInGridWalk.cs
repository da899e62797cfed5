namespace GridMap.Core.Spatial.Coverages;

/// <summary>An edge that touches a cell.</summary>
/// <param name="Vertex">Where it begins in the coverage's vertices; it ends at the next one.</param>
/// <param name="Arc">Its arc.</param>
internal readonly record struct CellEdge(int Vertex, int Arc);

/// <summary>Walks from one point of a cell to another and toggles the leaves whose borders are crossed.</summary>
internal static class PointInGridWalk
{
    /// <summary>North or south along the first point's meridian, then east or west.</summary>
    public static void Cross(
        Coverage coverage, ReadOnlySpan<CellEdge> edges, LatticePoint from, LatticePoint to, ref LeafToggles owners)
    {
        var vertices = coverage.AllVertices;
        var corner = new LatticePoint(from.X, to.Y);
        foreach (var edge in edges)
        {
            var (a, b) = (vertices[edge.Vertex], vertices[edge.Vertex + 1]);
            if (CrossesMeridian(a, b, from, corner) != CrossesParallel(a, b, corner, to))
            {
                owners.Toggle(coverage.Left(edge.Arc));
                owners.Toggle(coverage.Right(edge.Arc));
            }
        }
    }

    private static bool CrossesMeridian(LatticePoint a, LatticePoint b, LatticePoint from, LatticePoint to) =>
        (a.X <= from.X) != (b.X <= from.X)
        && LatticeSide.IsAbove(a, b, from) != LatticeSide.IsAbove(a, b, to);

    private static bool CrossesParallel(LatticePoint a, LatticePoint b, LatticePoint from, LatticePoint to) =>
        (a.Y <= from.Y) != (b.Y <= from.Y)
        && LatticeSide.IsEast(a, b, from) != LatticeSide.IsEast(a, b, to);
}
