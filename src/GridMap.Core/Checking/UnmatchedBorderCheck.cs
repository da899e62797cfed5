using GridMap.Core.Grids.Checks;
using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Coverages;
using GridMap.Core.Spatial.Distances;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Checking;

/// <summary>
/// Where two leaves meet, both should have the same vertices: else a border cannot be moved as one, and rounding opens
/// gaps.
/// </summary>
public sealed class UnmatchedBorderCheck : ICheck
{
    /// <inheritdoc/>
    public string Rule => "unmatched_border";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckContext context) =>
        from segment in ListSegments(context)
        group segment by (segment.Leaf, segment.Other) into border
        orderby border.Key
        select Report(context, border.Key.Leaf, border.Key.Other, [.. border.Select(static s => s.Line)]);

    private static IEnumerable<(int Leaf, int Other, LineString Line)> ListSegments(CheckContext context)
    {
        var coverage = context.Map.Coverage;
        for (var arc = 0; arc < coverage.ArcCount; arc++)
        {
            if (FindOnlyLeaf(coverage, arc) is not { } leaf)
            {
                continue;
            }

            for (var v = coverage.FirstVertex(arc); v < coverage.FirstVertex(arc + 1) - 1; v++)
            {
                if (FindOther(context, leaf, v) is { } other && leaf < other)
                {
                    yield return (leaf, other, ArcLines.ToLine(coverage.AllVertices[v..(v + 2)]));
                }
            }
        }
    }

    /// <summary>
    /// The leaf whose one-sided border runs within the tolerance of the middle of a segment. The very same segment is no
    /// such border: there the two leaves are on one side, and overlap.
    /// </summary>
    private static int? FindOther(CheckContext context, int leaf, int vertex)
    {
        var (a, b) = (context.Map.Coverage.AllVertices[vertex], context.Map.Coverage.AllVertices[vertex + 1]);
        var middle = new LatticePoint(a.X + ((b.X - a.X) / 2), a.Y + ((b.Y - a.Y) / 2));
        var others = context.LooseBorders.ListWithin(middle, context.Options.UnmatchedMetres)
            .Where(near => !IsSame(context.Map.Coverage, near.Vertex, a, b))
            .Select(near => FindOnlyLeaf(context.Map.Coverage, near.Arc))
            .Where(other => other is not null && other != leaf);
        return others.Min();
    }

    private static bool IsSame(Coverage coverage, int vertex, LatticePoint a, LatticePoint b) =>
        (coverage.AllVertices[vertex], coverage.AllVertices[vertex + 1]) is var (from, to)
        && ((from == a && to == b) || (from == b && to == a));

    private static int? FindOnlyLeaf(Coverage coverage, int arc) => (coverage.Left(arc), coverage.Right(arc)) switch
    {
        (Coverage.None, var right) => right,
        (var left, Coverage.None) => left,
        _ => null,
    };

    private Finding Report(CheckContext context, int leaf, int other, LineString[] lines)
    {
        var codes = context.Codes(leaf, other);
        var metres = lines.Sum(static l => Geodesic.Distance(
            new(l.StartPoint.X, l.StartPoint.Y), new(l.EndPoint.X, l.EndPoint.Y)));
        return new(
            Rule, Severity.Warning, context.Map.Partition.Code, codes, new MultiLineString(lines),
            new(
                $"网格 {codes[0]} 与 {codes[1]} 的公共边界有 {metres:0.0} 米顶点不一致。",
                $"Grids {codes[0]} and {codes[1]} have different vertices on {metres:0.0} m of their border."),
            metres);
    }
}
