using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace GridMap.Core.Spatial.Areas;

/// <summary>Overlays that never throw: what is invalid is repaired first, and what still fails is empty.</summary>
public static class SafeOverlay
{
    /// <summary>The area that both cover.</summary>
    public static Geometry Intersection(Geometry a, Geometry b) => Overlay(a, b, SpatialFunction.Intersection);

    /// <summary>The area that the first covers and the second does not.</summary>
    public static Geometry Difference(Geometry a, Geometry b) => Overlay(a, b, SpatialFunction.Difference);

    /// <summary>The area that any of them covers; lines are noded.</summary>
    public static Geometry Union(IReadOnlyCollection<Geometry> all) =>
        Try(() => OverlayNGRobust.Union(all)) ?? Try(() => OverlayNGRobust.Union([.. all.Select(Repair)])) ?? Polygon.Empty;

    private static Geometry Overlay(Geometry a, Geometry b, SpatialFunction function) =>
        Try(() => OverlayNGRobust.Overlay(a, b, function))
        ?? Try(() => OverlayNGRobust.Overlay(Repair(a), Repair(b), function))
        ?? Polygon.Empty;

    private static Geometry Repair(Geometry geometry) => GeometryFixer.Fix(geometry);

    private static Geometry? Try(Func<Geometry> overlay)
    {
        try
        {
            return overlay();
        }
        catch (Exception failure) when (failure is TopologyException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}
