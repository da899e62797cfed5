using NetTopologySuite.Geometries;

namespace GridMap.Core.Spatial.Areas;

/// <summary>
/// Areas on the WGS 84 ellipsoid in square metres, of polygons in lon lat degrees whose edges are straight in lon/lat.
/// </summary>
/// <remarks>
/// The area between an edge and a reference parallel is the integral over longitude of the zone's area, which is known
/// in closed form (J. P. Snyder, Map Projections: A Working Manual, 1987, eq. 3-12); along the edge it is integrated by
/// Gauss and Legendre's rule. Relative error below 1e-9; edges may be any length.
/// </remarks>
public static class EllipsoidArea
{
    private const double PolarRadius = 6378137 * (1 - (1 / 298.257223563));
    private const double EccentricitySquared = 0.0066943799901413165;
    private const double LongestPieceDegrees = 2;

    private static readonly double Eccentricity = Math.Sqrt(EccentricitySquared);
    private static readonly double GaussNode = Math.Sqrt(0.6) / 2;

    /// <summary>The area of all polygons of a geometry; 0 for points, lines and null. Holes are taken off.</summary>
    public static double Of(Geometry? geometry)
    {
        var sum = 0.0;
        for (var i = 0; i < (geometry?.NumGeometries ?? 0); i++)
        {
            sum += geometry!.GetGeometryN(i) switch
            {
                Polygon polygon => Of(polygon),
                GeometryCollection collection => Of(collection),
                _ => 0,
            };
        }

        return sum;
    }

    private static double Of(Polygon polygon) =>
        Math.Abs(Signed(polygon.ExteriorRing)) - polygon.InteriorRings.Sum(static hole => Math.Abs(Signed(hole)));

    private static double Signed(LineString ring)
    {
        var points = ring.CoordinateSequence;
        if (points.Count == 0)
        {
            return 0;
        }

        // Counted from the ring's own parallel, so that a small ring is not the difference of two large areas.
        var from = Zone(points.GetY(0));
        var sum = 0.0;
        for (var i = 0; i + 1 < points.Count; i++)
        {
            var lon = points.GetX(i + 1) - points.GetX(i);
            sum += lon * (MeanZone(points.GetY(i), points.GetY(i + 1)) - from);
        }

        return sum * Math.PI / 180;
    }

    private static double MeanZone(double latitude, double to)
    {
        var pieces = Math.Max(1, (int)Math.Ceiling(Math.Abs(to - latitude) / LongestPieceDegrees));
        var step = (to - latitude) / pieces;
        var sum = 0.0;
        for (var i = 0; i < pieces; i++)
        {
            var middle = latitude + ((i + 0.5) * step);
            sum += ((5 * Zone(middle - (GaussNode * step))) + (8 * Zone(middle)) + (5 * Zone(middle + (GaussNode * step)))) / 18;
        }

        return sum / pieces;
    }

    /// <summary>The area between the equator and a parallel for each radian of longitude.</summary>
    private static double Zone(double latitude)
    {
        var sin = Math.Sin(latitude * Math.PI / 180);
        return PolarRadius * PolarRadius / 2
            * ((sin / (1 - (EccentricitySquared * sin * sin))) + (Math.Atanh(Eccentricity * sin) / Eccentricity));
    }
}
