using static System.Math;

namespace GridMap.Core.Spatial.CoordinateSystems;

/// <summary>EPSG:3857: the sphere's Mercator applied to WGS 84 degrees (IOGP guidance note 7-2, method 1024).</summary>
internal sealed class WebMercator : IConversion
{
    private const double Radius = 6378137;
    private const double HalfWorld = 20037508.342789248;

    public string? Check(double x, double y) => Abs(x) <= HalfWorld && Abs(y) <= HalfWorld * 1.01
        ? null
        : "EPSG:3857 runs from -20037508.34 to 20037508.34 metres: check the coordinate system.";

    public LonLat ToLonLat(double x, double y) =>
        new(Clamp(x / HalfWorld * 180, -180, 180), Atan(Sinh(y / Radius)) * 180 / PI);

    public (double X, double Y) FromLonLat(LonLat position) =>
        (position.Lon / 180 * HalfWorld, Radius * Asinh(Tan(position.Lat * PI / 180)));
}
