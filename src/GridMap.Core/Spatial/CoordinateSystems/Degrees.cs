namespace GridMap.Core.Spatial.CoordinateSystems;

/// <summary>Longitude and latitude as they are.</summary>
internal sealed class Degrees : IConversion
{
    public string? Check(double x, double y) => CheckRange(x, y);

    public LonLat ToLonLat(double x, double y) => new(x, y);

    public (double X, double Y) FromLonLat(LonLat position) => (position.Lon, position.Lat);

    public static string? CheckRange(double x, double y) => (Math.Abs(x), Math.Abs(y)) switch
    {
        ( <= 180, <= 90) => null,
        ( <= 90, <= 180) => "Longitude and latitude look swapped: give longitude first.",
        ( > 1000, _) or (_, > 1000) => "These are not degrees: name the projected coordinate system they are in.",
        (_, <= 90) => "Longitude must be from -180 to 180 degrees.",
        _ => "Latitude must be from -90 to 90 degrees.",
    };
}
