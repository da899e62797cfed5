using static System.Math;

namespace GridMap.Core.Spatial.CoordinateSystems;

/// <summary>
/// GCJ-02 and BD-09, the offset coordinates of Chinese map services, by the formulas that the community found (as in
/// the article "Restrictions on geographic data in China" of Wikipedia and the sources that it names). Approximate: the
/// services themselves are met to a few metres. Outside 72.004 to 137.8347 E, 0.8293 to 55.8271 N GCJ-02 is WGS 84,
/// as in the formulas' source; that box also holds parts of China's neighbours.
/// </summary>
internal sealed class ChinaOffset(bool baidu) : IConversion
{
    private const double Axis = 6378245;
    private const double EccentricitySquared = 0.00669342162296594323;
    private const double BaiduPi = PI * 3000 / 180;
    private const int Steps = 60;

    public string? Check(double x, double y) => Degrees.CheckRange(x, y);

    public (double X, double Y) FromLonLat(LonLat position) => baidu ? ToBaidu(ToMars(position)) : ToMars(position);

    /// <summary>The inverse by iteration: the error left is below 1e-9 degree.</summary>
    public LonLat ToLonLat(double x, double y)
    {
        var (lon, lat) = (x, y);
        for (var step = 0; step < Steps; step++)
        {
            var (backX, backY) = FromLonLat(new(Clamp(lon, -180, 180), Clamp(lat, -90, 90)));
            (lon, lat) = (lon + x - backX, lat + y - backY);
            if (Abs(x - backX) + Abs(y - backY) < 1e-12)
            {
                break;
            }
        }

        return new(lon, lat);
    }

    private static (double X, double Y) ToMars(LonLat position)
    {
        var (lon, lat) = position;
        if (lon < 72.004 || lon > 137.8347 || lat < 0.8293 || lat > 55.8271)
        {
            return (lon, lat);
        }

        var (x, y) = (lon - 105, lat - 35);
        var (sin, cos) = SinCos(lat * PI / 180);
        var w2 = 1 - (EccentricitySquared * sin * sin);
        var meridian = Axis * (1 - EccentricitySquared) / (w2 * Sqrt(w2));
        var parallel = Axis / Sqrt(w2) * cos;
        return (lon + (East(x, y) / parallel * 180 / PI), lat + (North(x, y) / meridian * 180 / PI));
    }

    private static double East(double x, double y) =>
        300 + x + (2 * y) + (0.1 * x * x) + (0.1 * x * y) + (0.1 * Sqrt(Abs(x))) + Ripple(x)
        + (2 / 3.0 * ((20 * Sin(x * PI)) + (40 * Sin(x / 3 * PI)) + (150 * Sin(x / 12 * PI)) + (300 * Sin(x / 30 * PI))));

    private static double North(double x, double y) =>
        -100 + (2 * x) + (3 * y) + (0.2 * y * y) + (0.1 * x * y) + (0.2 * Sqrt(Abs(x))) + Ripple(x)
        + (2 / 3.0 * ((20 * Sin(y * PI)) + (40 * Sin(y / 3 * PI)) + (160 * Sin(y / 12 * PI)) + (320 * Sin(y / 30 * PI))));

    private static double Ripple(double x) => 2 / 3.0 * ((20 * Sin(6 * x * PI)) + (20 * Sin(2 * x * PI)));

    private static (double X, double Y) ToBaidu((double X, double Y) mars)
    {
        var (x, y) = mars;
        var length = Sqrt((x * x) + (y * y)) + (0.00002 * Sin(y * BaiduPi));
        var angle = Atan2(y, x) + (0.000003 * Cos(x * BaiduPi));
        return ((length * Cos(angle)) + 0.0065, (length * Sin(angle)) + 0.006);
    }
}
