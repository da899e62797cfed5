using System.Runtime.CompilerServices;

namespace GridMap.Core.Spatial.Distances;

/// <summary>
/// Sines and cosines within 5e-16 of those of the runtime, without a call out of the caller where the angle is a latitude or
/// small, as nearly all are.
/// </summary>
internal static class Sines
{
    // Below it the next terms of the series are less than 1e-18.
    private const double Small = 0.0088;

    private static readonly (double Sin, double Cos)[] OfDegrees =
        [.. Enumerable.Range(-90, 181).Select(static degree => Math.SinCos(degree * Wgs84.RadiansPerDegree))];

    /// <summary>Sine and cosine of degrees: from −90 to 90 by a table of whole degrees and the addition theorem.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (double Sin, double Cos) OfLatitude(double degrees)
    {
        var whole = Math.Round(degrees);
        var row = (int)whole + 90;
        if ((uint)row >= (uint)OfDegrees.Length)
        {
            return Math.SinCos(degrees * Wgs84.RadiansPerDegree);
        }

        var (sin, cos) = OfDegrees[row];
        var (sinRest, cosRest) = BySeries((degrees - whole) * Wgs84.RadiansPerDegree);
        return ((sin * cosRest) + (cos * sinRest), (cos * cosRest) - (sin * sinRest));
    }

    /// <summary>Sine and cosine of radians, fast for less than half a degree.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (double Sin, double Cos) Of(double radians) =>
        Math.Abs(radians) < Small ? BySeries(radians) : Math.SinCos(radians);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (double Sin, double Cos) BySeries(double radians)
    {
        var square = radians * radians;
        return (
            radians + (radians * square * ((square / 120) - (1.0 / 6))),
            1 + (square * ((square * ((1.0 / 24) - (square / 720))) - 0.5)));
    }
}
