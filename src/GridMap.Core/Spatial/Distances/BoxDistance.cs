using static System.Math;

namespace GridMap.Core.Spatial.Distances;

/// <summary>
/// How near the nearest position of a longitude-latitude box can be, for branch and bound. The bound is the chord to
/// the box less a micrometre, so it never exceeds the distance on the ellipsoid (checked against brute force at every
/// latitude, across longitude 180 and over the poles); below 100 km it falls short of it by less than 1.1 m.
/// </summary>
public static class BoxDistance
{
    private const double Slack = 1e-6;

    /// <summary>See the other overload, which is cheaper for many boxes.</summary>
    public static double LowerBound(LonLat point, double minLon, double minLat, double maxLon, double maxLat) =>
        LowerBound(new PointFrame(point), minLon, minLat, maxLon, maxLat);

    /// <summary>Metres, never more than the distance to any position in the box; 0 inside and on its sides.</summary>
    /// <param name="from">The query point.</param>
    /// <param name="minLon">West side in degrees; the box runs from here eastwards, up to 360 degrees.</param>
    /// <param name="minLat">South side.</param>
    /// <param name="maxLon">East side; not less than the west side, and 180 to 181 goes on where −180 to −179 lies.</param>
    /// <param name="maxLat">North side.</param>
    public static double LowerBound(
        in PointFrame from, double minLon, double minLat, double maxLon, double maxLat)
    {
        var apart = LongitudeGap(from.Point.Lon, minLon, maxLon);
        if (apart == 0 && from.Point.Lat >= minLat && from.Point.Lat <= maxLat)
        {
            return 0;
        }

        var (sin, cos) = SinCos(apart * Wgs84.RadiansPerDegree);
        var toMeridian = MeridianDistance(from.Radius * cos, from.Height, minLat, maxLat);
        return Max(0, Sqrt((toMeridian * toMeridian) + (from.Radius * sin * from.Radius * sin)) - Slack);
    }

    /// <summary>Degrees of longitude from a meridian to the nearer side of a band of them; 0 within; at most 180.</summary>
    private static double LongitudeGap(double lon, double minLon, double maxLon)
    {
        var half = (maxLon - minLon) / 2;
        var fromMiddle = Abs(IEEERemainder(lon - minLon - half, 360));
        return Max(0, fromMiddle - half);
    }

    /// <summary>
    /// In the plane of one meridian: from a point within the ellipse to the arc between two latitudes. The arc's nearest
    /// point is the foot of the perpendicular, or an end.
    /// </summary>
    private static double MeridianDistance(double radius, double height, double minLat, double maxLat)
    {
        var fromCentre = Sqrt((radius * radius) + (height * height));
        if (fromCentre < Wgs84.A / 10)
        {
            // So near the centre the perpendicular may have several feet; no point of the ellipse is nearer than this.
            return Wgs84.B - fromCentre;
        }

        var ends = Min(ToArc(radius, height, minLat), ToArc(radius, height, maxLat));
        var (sin, cos) = Foot(radius, height);
        var footLat = Atan2(sin, (1 - Wgs84.F) * cos) / Wgs84.RadiansPerDegree;
        return footLat >= minLat && footLat <= maxLat
            ? Min(ends, Apart(radius, height, sin, cos))
            : ends;
    }

    /// <summary>Reduced latitude of the foot: a fixed point that comes 15 times and more nearer with each step.</summary>
    private static (double Sin, double Cos) Foot(double radius, double height)
    {
        const double focal = (Wgs84.A * Wgs84.A) - (Wgs84.B * Wgs84.B);
        var (x, y) = (radius, height);
        var length = Sqrt((x * x) + (y * y));
        for (var step = 0; step < 8; step++)
        {
            (x, y) = ((Wgs84.A * radius) - (focal * x / length), Wgs84.B * height);
            length = Sqrt((x * x) + (y * y));
        }

        return (y / length, x / length);
    }

    private static double ToArc(double radius, double height, double latitude)
    {
        var (sin, cos) = Wgs84.Reduced(latitude);
        return Apart(radius, height, sin, cos);
    }

    private static double Apart(double radius, double height, double sin, double cos)
    {
        var (dr, dz) = ((Wgs84.A * cos) - radius, (Wgs84.B * sin) - height);
        return Sqrt((dr * dr) + (dz * dz));
    }
}
