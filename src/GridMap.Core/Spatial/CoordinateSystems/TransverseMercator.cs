using System.Numerics;
using static System.Math;

namespace GridMap.Core.Spatial.CoordinateSystems;

/// <summary>
/// Gauss-Krüger and UTM by Krüger's series of order 4 (C. F. F. Karney, "Transverse Mercator with an accuracy of a few
/// nanometers", Journal of Geodesy 85 (2011), equations 7 to 36): within 10 µm of PROJ, both ways, up to 3 degrees from
/// the central meridian.
/// </summary>
internal sealed class TransverseMercator : IConversion
{
    private const double HalfWidth = 600_000;
    private const double Quadrant = 10_002_500;
    private const double Radians = PI / 180;

    private readonly TransverseMercatorParameters p;
    private readonly double eccentricity;
    private readonly double scale;
    private readonly double[] forward;
    private readonly double[] backward;

    public TransverseMercator(TransverseMercatorParameters parameters)
    {
        p = parameters;
        var f = 1 / p.InverseFlattening;
        var n = f / (2 - f);
        var (n2, n3, n4) = (n * n, n * n * n, n * n * n * n);
        eccentricity = Sqrt(f * (2 - f));
        scale = p.Scale * p.Axis / (1 + n) * (1 + (n2 / 4) + (n4 / 64));
        forward =
        [
            (n / 2) - (n2 * 2 / 3) + (n3 * 5 / 16) + (n4 * 41 / 180),
            (n2 * 13 / 48) - (n3 * 3 / 5) + (n4 * 557 / 1440),
            (n3 * 61 / 240) - (n4 * 103 / 140),
            n4 * 49561 / 161280,
        ];
        backward =
        [
            -(n / 2) + (n2 * 2 / 3) - (n3 * 37 / 96) + (n4 / 360),
            -(n2 / 48) - (n3 / 15) + (n4 * 437 / 1440),
            -(n3 * 17 / 480) + (n4 * 37 / 840),
            -n4 * 4397 / 161280,
        ];
    }

    public string? Check(double x, double y)
    {
        if (Fits(x, y))
        {
            return null;
        }

        if (Fits(y, x))
        {
            return "Easting and northing look swapped (in Chinese survey files X is north): give the easting as x.";
        }

        var prefix = Floor(p.FalseEasting / 1e6);
        if (FitsWithoutPrefix(x, y))
        {
            return PrefixAmiss(Floor(x / 1e6), prefix);
        }

        return FitsWithoutPrefix(y, x)
            ? "Easting and northing look swapped, and the zone prefix differs: exchange them and name the right zone."
            : $"Easting must be from {p.FalseEasting - HalfWidth:F0} to {p.FalseEasting + HalfWidth:F0} metres and "
                + "northing within the hemisphere: check the coordinate system.";
    }

    public (double X, double Y) FromLonLat(LonLat position)
    {
        var (sinLon, cosLon) = SinCos(IEEERemainder(position.Lon - p.CentralMeridian, 360) * Radians);
        var sin = Sin(position.Lat * Radians);
        var conformal = Sinh(Atanh(sin) - (eccentricity * Atanh(eccentricity * sin)));
        var sphere = new Complex(
            Atan2(conformal, cosLon), Asinh(sinLon / Sqrt((conformal * conformal) + (cosLon * cosLon))));
        var plane = sphere + Series(forward, sphere);
        return (p.FalseEasting + (scale * plane.Imaginary), p.FalseNorthing + (scale * plane.Real));
    }

    public LonLat ToLonLat(double x, double y)
    {
        var plane = new Complex((y - p.FalseNorthing) / scale, (x - p.FalseEasting) / scale);
        var sphere = plane + Series(backward, plane);
        var (sin, cos) = SinCos(sphere.Real);
        var across = Sinh(sphere.Imaginary);
        var lon = p.CentralMeridian + (Atan2(across, cos) / Radians);
        return new(
            Abs(lon) > 180 ? IEEERemainder(lon, 360) : lon,
            Geodetic(Asinh(sin / Sqrt((across * across) + (cos * cos)))));
    }

    /// <summary>The latitude of an isometric latitude: a fixed point, 150 times nearer with each step.</summary>
    private double Geodetic(double isometric)
    {
        var sin = Tanh(isometric);
        for (var step = 0; step < 8; step++)
        {
            sin = Tanh(isometric + (eccentricity * Atanh(eccentricity * sin)));
        }

        // The arc tangent keeps its digits near the poles, where the arc sine loses half of them.
        return Atan(Sinh(isometric + (eccentricity * Atanh(eccentricity * sin)))) / Radians;
    }

    private static Complex Series(double[] coefficients, Complex at)
    {
        var sum = Complex.Zero;
        for (var j = 0; j < coefficients.Length; j++)
        {
            sum += coefficients[j] * Complex.Sin(2 * (j + 1) * at);
        }

        return sum;
    }

    private bool Fits(double x, double y) =>
        Abs(x - p.FalseEasting) <= HalfWidth && Abs(y - p.FalseNorthing) <= Quadrant;

    /// <summary>Whether the pair would do with the system's own prefix in place of the zone (1 to 60, or none) it carries.</summary>
    private bool FitsWithoutPrefix(double x, double y)
    {
        var zone = Floor(x / 1e6);
        return zone is >= 0 and <= 60 && Fits(x + ((Floor(p.FalseEasting / 1e6) - zone) * 1e6), y);
    }

    private static string PrefixAmiss(double zone, double prefix) => (zone, prefix) switch
    {
        (0, _) => $"The easting lacks the zone prefix {prefix:F0}: name the system without prefix (EPSG:4534 to 4554).",
        (_, 0) => $"The easting carries the zone prefix {zone:F0}: name the system with prefix (EPSG:4513 to 4533).",
        _ => $"The easting carries the zone prefix {zone:F0}, the system has {prefix:F0}: name the system of zone {zone:F0}.",
    };
}

/// <summary>A transverse Mercator projection: degrees and metres.</summary>
internal sealed record TransverseMercatorParameters(
    double CentralMeridian,
    double Scale = 1,
    double FalseEasting = 500_000,
    double FalseNorthing = 0,
    double Axis = 6378137,
    double InverseFlattening = 298.257222101);
