namespace GridMap.Core.Spatial.Distances;

/// <summary>The WGS 84 ellipsoid (NIMA TR8350.2). CGCS2000's differs by 0.1 mm at the pole and is taken as the same.</summary>
internal static class Wgs84
{
    /// <summary>Equatorial radius, metres.</summary>
    public const double A = 6378137;

    /// <summary>Flattening.</summary>
    public const double F = 1 / 298.257223563;

    /// <summary>Polar radius, metres.</summary>
    public const double B = A * (1 - F);

    /// <summary>First eccentricity squared.</summary>
    public const double E2 = F * (2 - F);

    /// <summary>Second eccentricity squared.</summary>
    public const double SecondE2 = E2 / (1 - E2);

    /// <summary>Third flattening.</summary>
    public const double N = F / (2 - F);

    public const double RadiansPerDegree = Math.PI / 180;

    /// <summary>Sine and cosine of the reduced latitude of a geodetic latitude in degrees.</summary>
    public static (double Sin, double Cos) Reduced(double latitude)
    {
        var (sin, cos) = Sines.OfLatitude(latitude);
        sin *= 1 - F;
        cos = Math.Max(cos, 0);
        var length = Math.Sqrt((sin * sin) + (cos * cos));
        return (sin / length, cos / length);
    }
}
