using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Distances;

namespace GridMap.Core.Resources;

/// <summary>How far a resource is.</summary>
public static class ResourceDistance
{
    /// <summary>
    /// Metres on the ellipsoid from a point to the resource's nearest gate, or without gates to the nearest point of
    /// its shape; 0 inside a polygon.
    /// </summary>
    public static double Metres(LonLat from, Resource to) => Metres(new ShapeSearch(new PointFrame(from)), to);

    /// <summary>The same from a point from which others are measured, too.</summary>
    internal static double Metres(ShapeSearch from, Resource to)
    {
        if (to.Gates.Count == 0)
        {
            return from.Nearest(to.Shape).Metres;
        }

        var nearest = double.PositiveInfinity;
        foreach (var gate in to.Gates)
        {
            nearest = Math.Min(nearest, Geodesic.Distance(from.From, gate));
        }

        return nearest;
    }

    /// <summary>The entry gate to which the distance runs, the first of equally near ones; null without gates.</summary>
    public static LonLat? FindGate(LonLat from, Resource to)
    {
        if (to.Gates.Count < 2)
        {
            return to.Gates.Count == 0 ? null : to.Gates[0];
        }

        var frame = new PointFrame(from);
        LonLat? nearest = null;
        var least = double.PositiveInfinity;
        foreach (var gate in to.Gates)
        {
            var metres = Geodesic.Distance(frame, gate);
            (nearest, least) = metres < least ? (gate, metres) : (nearest, least);
        }

        return nearest;
    }
}
