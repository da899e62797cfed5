using GridMap.Core.Grids;
using GridMap.Core.Grids.Checks;
using GridMap.Core.Reference;
using GridMap.Core.Spatial.Areas;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Checking;

/// <summary>
/// The leaves of a complete partition should leave no hole between them and fill the outline, where there is one;
/// declared gaps excepted.
/// </summary>
public sealed class GapCheck : ICheck
{
    /// <inheritdoc/>
    public string Rule => "gap";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckContext context)
    {
        if (context.Map.Partition.Tiling != Tiling.Complete)
        {
            return [];
        }

        var declared = Layer(context, ReferenceLayers.Gap);
        var holes = context.Faces.Where(static face => face.Covers == 0).Select(static face => (Geometry)face.Area);
        return holes.Concat(ListOutlineGaps(context))
            .Select(hole => Without(hole, declared))
            .Where(hole => EllipsoidArea.Of(hole) > context.Options.GapSquareMetres)
            .Select(hole => Report(context, hole, EllipsoidArea.Of(hole)));
    }

    /// <summary>The parts of the outline that are outside; holes between leaves are found without it.</summary>
    private static IEnumerable<Geometry> ListOutlineGaps(CheckContext context)
    {
        var outlines = Layer(context, ReferenceLayers.Outline);
        if (outlines.Count == 0)
        {
            return [];
        }

        var covered = SafeOverlay.Union(
            [.. Enumerable.Range(0, context.Map.Leaves.Count).Select(leaf => context.Areas[leaf]), .. Holes(context)]);
        var gaps = SafeOverlay.Difference(SafeOverlay.Union(outlines), covered);
        return Enumerable.Range(0, gaps.NumGeometries).Select(gaps.GetGeometryN);
    }

    private static IEnumerable<Geometry> Holes(CheckContext context) =>
        context.Faces.Where(static face => face.Covers == 0).Select(static face => face.Area);

    private static List<Geometry> Layer(CheckContext context, string layer) =>
        [.. context.Snapshot.Reference.Where(r => r.Layer == layer).Select(static r => r.Shape)];

    private static Geometry Without(Geometry hole, List<Geometry> declared) =>
        declared.Where(gap => gap.EnvelopeInternal.Intersects(hole.EnvelopeInternal))
            .Aggregate(hole, SafeOverlay.Difference);

    private Finding Report(CheckContext context, Geometry place, double area)
    {
        var near = context.Areas.ListNear(place.EnvelopeInternal).Where(leaf => Touches(context.Areas[leaf], place));
        return new(
            Rule, Severity.Error, context.Map.Partition.Code, context.Codes(near), place,
            new($"有 {area:0.###} 平方米不属于任何网格。", $"{area:0.###} m² belong to no grid."), area);
    }

    private static bool Touches(Geometry area, Geometry place) => area.Distance(place) < 1e-9;
}
