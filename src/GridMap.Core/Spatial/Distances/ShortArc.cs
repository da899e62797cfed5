using static System.Math;

namespace GridMap.Core.Spatial.Distances;

/// <summary>
/// Short distances on the ellipsoid from the chord through space, without iteration: the arc over the chord of the
/// circle that has the surface's curvature half-way and in the chord's direction.
/// </summary>
/// <remarks>
/// For the ellipsoid as xᵀAx = 1 with A = diag(1/a², 1/a², 1/b²), the curvature in a direction d at a place m of the
/// surface is dᵀAd / (|d|²|Am|): differential geometry of an implicit surface, with no angle in it, so that poles and
/// longitude 180 are places like others. The middle of the chord lies (1 − dᵀAd/4)^½ of the way up to the surface. The
/// curvature half-way leaves an error of the order e²(c/R)⁴: 1 nm at 20 km, less than what the coordinates' rounding
/// makes of it.
/// </remarks>
internal static class ShortArc
{
    private const double LongestChord = 20_000;
    private const double PerA2 = 1 / (Wgs84.A * Wgs84.A);
    private const double PerB2 = 1 / (Wgs84.B * Wgs84.B);

    /// <summary>Metres, symmetric to the bit; false above 20 km and for what is not a number.</summary>
    public static bool TryMeasure(in PointFrame from, LonLat to, out double metres)
    {
        var (sin, cos) = Wgs84.Reduced(to.Lat);
        var (radius, height) = (Wgs84.A * cos, Wgs84.B * sin);
        var half = Sines.Of(from.RadiansTo(to.Lon) / 2).Sin;
        var outward = radius - from.Radius;
        var flat = (outward * outward) + (4 * radius * from.Radius * half * half);
        var upright = (height - from.Height) * (height - from.Height);
        var chord2 = flat + upright;
        if (!(chord2 <= LongestChord * LongestChord))
        {
            metres = double.NaN;
            return false;
        }

        // Four times the squares of the middle's coordinates: (p + q)² = 2p² + 2q² − (p − q)².
        var middleFlat = (2 * ((radius * radius) + (from.Radius * from.Radius))) - flat;
        var middleUpright = (height + from.Height) * (height + from.Height);
        var across = (flat * PerA2) + (upright * PerB2);
        var normal2 = (middleFlat * PerA2 * PerA2) + (middleUpright * PerB2 * PerB2);
        metres = chord2 > 0
            ? Sqrt(chord2) * ArcOverChord(across * across * (1 - (across / 4)) / (chord2 * normal2))
            : 0;
        return true;
    }

    /// <summary>asin(x) / x by x², which is below 3e-6 here.</summary>
    private static double ArcOverChord(double x2) => 1 + (x2 / 6 * (1 + (x2 * 9 / 20)));
}
