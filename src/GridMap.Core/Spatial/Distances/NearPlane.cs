using static System.Math;

namespace GridMap.Core.Spatial.Distances;

/// <summary>
/// A plane that touches the ellipsoid at a point: it says cheaply what cannot be the nearest, and less than 2 km away where on
/// an edge to look. Allocates nothing; <c>default</c> is not a plane.
/// </summary>
/// <remarks>
/// Within a distance d of the point the plane's scale differs from the ellipsoid's by no more than
/// (tan φ + 0.02) · d / 6,330 km: along a parallel the length of a degree shrinks with cos φ, along a meridian it changes
/// by less than 0.0102 a radian. The nearest place of an edge in the plane is off along the edge by no more than
/// d² tan φ / R, half a metre at 2 km.
/// </remarks>
internal readonly struct NearPlane
{
    /// <summary>How far it knows where to look, in metres.</summary>
    public const double MaxMetres = 2000;

    // How far the statement about the scale is relied on: the share that it leaves out grows with the square.
    private const double MaxReach = 50_000;

    private const double MaxLatitude = 80;
    private const double MaxLongitude = 179;
    private const double LeastRadius = 6_330_000;
    private const double FloatingError = 1e-6;

    private readonly LonLat centre;

    // Of a degree.
    private readonly double metresEast;
    private readonly double metresNorth;

    // How much the scale may be wrong, as a share, for each metre of distance.
    private readonly double errorPerMetre;
    private readonly double reach;

    private NearPlane(in PointFrame from)
    {
        // The radii of curvature along the parallel and the meridian, from the point's place in space.
        var height = from.Height / (1 - Wgs84.E2);
        var square = (from.Radius * from.Radius) + (height * height);
        var meridian = square * Sqrt(square) * (1 - Wgs84.E2) / (Wgs84.A * Wgs84.A);
        centre = from.Point;
        metresEast = from.Radius * Wgs84.RadiansPerDegree;
        metresNorth = meridian * Wgs84.RadiansPerDegree;
        errorPerMetre = 1.1 * (Abs(height / from.Radius) + 0.02) / LeastRadius;

        // What is behind longitude 180 seems to be on the other side of the earth.
        reach = Min(MaxReach, 0.9 * (180 - Abs(centre.Lon)) * metresEast);
    }

    /// <summary>The plane of a point; false near the poles and longitude 180, where it does not fit.</summary>
    public static bool TryTouch(in PointFrame from, out NearPlane plane)
    {
        var fits = Abs(from.Point.Lat) <= MaxLatitude && Abs(from.Point.Lon) <= MaxLongitude;
        plane = fits ? new NearPlane(from) : default;
        return fits;
    }

    /// <summary>
    /// What is farther in the plane than the root of this is surely farther than a limit on the ellipsoid, metres. Infinite for
    /// limits of more than 50 km, or less near longitude 180.
    /// </summary>
    public double SquareBeyond(double limit)
    {
        var beyond = limit <= reach ? (limit * (1 + (limit * errorPerMetre))) + FloatingError : double.PositiveInfinity;
        return beyond * beyond;
    }

    /// <summary>See the other overload.</summary>
    public (double Fraction, double Square) Nearest(in Edge edge) => Nearest(edge.ALon, edge.ALat, edge.BLon, edge.BLat);

    /// <summary>The fraction of an edge that is nearest in the plane, and the square of its distance there.</summary>
    public (double Fraction, double Square) Nearest(double aLon, double aLat, double bLon, double bLat)
    {
        var (ax, ay) = (metresEast * (aLon - centre.Lon), metresNorth * (aLat - centre.Lat));
        var (dx, dy) = (metresEast * (bLon - aLon), metresNorth * (bLat - aLat));
        var length = (dx * dx) + (dy * dy);
        var fraction = length > 0 ? Clamp(-((ax * dx) + (ay * dy)) / length, 0, 1) : 0;
        var (x, y) = (ax + (fraction * dx), ay + (fraction * dy));
        return (fraction, (x * x) + (y * y));
    }
}
