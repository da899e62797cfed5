using NetTopologySuite.Geometries;

namespace GridMap.Core.Spatial.Distances;

/// <summary>
/// The least distance from a point to a shape of longitudes and latitudes, metres on the ellipsoid, edges straight in
/// longitude and latitude. Against PostGIS <c>geography</c> on the shape cut into pieces of 5 m: within 1 cm at
/// latitudes up to 85. Holes count as outside. Longitude 180 is no wall: −179.9 is near 179.9. Thread-safe.
/// </summary>
public static class ShapeDistance
{
    /// <summary>Metres; 0 inside a polygon and on its border; infinite for an empty shape.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The point is not finite or out of range.</exception>
    public static double Metres(LonLat point, Geometry shape) => Nearest(point, shape).Metres;

    /// <summary>The shape's nearest position and how far it is; the point itself and 0 inside a polygon.</summary>
    /// <returns>For an empty shape NaN, NaN and infinite metres. Of several equally near, the first in the shape's order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The point is not finite or out of range.</exception>
    public static (LonLat Point, double Metres) Nearest(LonLat point, Geometry shape) =>
        new ShapeSearch(new PointFrame(point)).Nearest(shape);
}
