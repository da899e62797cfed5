namespace GridMap.Core.Spatial.Coverages;

/// <summary>
/// A plane around a point on which circles about the point stay circles and areas keep their ratios: the ellipsoid is
/// taken conformally to the sphere that fits it best there (Gauss; the constants are those of EPSG method 9809, oblique
/// stereographic), the sphere to the plane by Lambert's azimuthal equal-area projection. Within 100 km of the point the
/// error of a ratio is below 1e-6.
/// </summary>
internal readonly struct CirclePlane
{
    private const double SemiMajor = 6378137;
    private const double EccentricitySquared = 0.00669437999014;

    private static readonly double Eccentricity = Math.Sqrt(EccentricitySquared);

    private readonly double radius;
    private readonly double ratio;
    private readonly double constant;
    private readonly double lon0;
    private readonly double sin0;
    private readonly double cos0;

    public CirclePlane(LonLat centre)
    {
        var (sin, cos) = Math.SinCos(Radians(centre.Lat));
        var w = 1 - (EccentricitySquared * sin * sin);
        radius = SemiMajor * Math.Sqrt(1 - EccentricitySquared) / w;
        ratio = Math.Sqrt(1 + (EccentricitySquared * Math.Pow(cos, 4) / (1 - EccentricitySquared)));
        lon0 = centre.Lon;
        // The constant is free; this one puts the centre's conformal latitude where the sphere touches the ellipsoid.
        var latitude = Math.Asin(sin / ratio);
        constant = IsometricOfSphere(latitude) - (ratio * Isometric(sin));
        (sin0, cos0) = Math.SinCos(latitude);
    }

    /// <summary>The radius on the plane of a circle of that radius on the ground, in metres.</summary>
    public double Radius(double metres) => 2 * radius * Math.Sin(Math.Min(metres / (2 * radius), Math.PI / 2));

    /// <summary>A position on the plane, in metres east and north of the centre.</summary>
    public (double X, double Y) Project(LonLat position)
    {
        var (sin, cos) = Math.SinCos((2 * Math.Atan(Math.Exp(
            (ratio * Isometric(Math.Sin(Radians(position.Lat)))) + constant))) - (Math.PI / 2));
        var (sinLon, cosLon) = Math.SinCos(ratio * Radians(position.Lon - lon0));
        var denominator = 1 + (sin0 * sin) + (cos0 * cos * cosLon);
        var k = radius * Math.Sqrt(2 / Math.Max(denominator, 1e-12));
        return (k * cos * sinLon, k * ((cos0 * sin) - (sin0 * cos * cosLon)));
    }

    private static double Isometric(double sin)
    {
        var held = Math.Clamp(sin, -1 + 1e-15, 1 - 1e-15);
        return Math.Atanh(held) - (Eccentricity * Math.Atanh(Eccentricity * held));
    }

    private static double IsometricOfSphere(double latitude) => Math.Atanh(Math.Clamp(Math.Sin(latitude), -1 + 1e-15, 1 - 1e-15));

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
