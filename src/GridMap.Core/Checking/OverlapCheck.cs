using GridMap.Core.Grids.Checks;
using GridMap.Core.Spatial.Areas;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Checking;

/// <summary>Two leaves of a partition should share no area.</summary>
public sealed class OverlapCheck : ICheck
{
    /// <inheritdoc/>
    public string Rule => "overlap";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckContext context)
    {
        foreach (var (a, b) in ListPairs(context))
        {
            var shared = SafeOverlay.Intersection(context.Areas[a], context.Areas[b]);
            var area = EllipsoidArea.Of(shared);
            if (area > 0 && area >= context.Options.OverlapSquareMetres)
            {
                yield return Report(context, context.Codes(a, b), shared, area);
            }
        }
    }

    /// <summary>The leaves near an area that several cover, in pairs, each pair once.</summary>
    private static IEnumerable<(int A, int B)> ListPairs(CheckContext context) =>
        from pair in context.Faces.Where(static face => face.Covers > 1)
            .SelectMany(face => PairsIn(context.Areas.ListNear(face.Area.EnvelopeInternal))).Distinct()
        where context.Areas[pair.A].EnvelopeInternal.Intersects(context.Areas[pair.B].EnvelopeInternal)
        orderby pair
        select pair;

    private static IEnumerable<(int A, int B)> PairsIn(IReadOnlyList<int> leaves) =>
        from a in leaves
        from b in leaves
        where a < b
        select (a, b);

    private Finding Report(CheckContext context, IReadOnlyList<string> codes, Geometry place, double area) => new(
        Rule, Severity.Error, context.Map.Partition.Code, codes, place,
        new($"网格 {codes[0]} 与 {codes[1]} 重叠 {area:0.###} 平方米。", $"Grids {codes[0]} and {codes[1]} overlap by {area:0.###} m²."),
        area);
}
