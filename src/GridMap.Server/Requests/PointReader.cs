using GridMap.Core.Spatial;
using GridMap.Core.Spatial.CoordinateSystems;

namespace GridMap.Server.Requests;

/// <summary>Reads <c>lon</c>, <c>lat</c> and <c>crs</c>.</summary>
internal static class PointReader
{
    /// <summary>The point in degrees; refused parameters are noted, and the point is then meaningless.</summary>
    public static LonLat ReadPoint(this ParameterReader parameters)
    {
        var system = ReadSystem(parameters);
        var lon = parameters.FindNumber(Parameters.Lon);
        var lat = parameters.FindNumber(Parameters.Lat);
        if (system is null || lon is not { } x || lat is not { } y)
        {
            return default;
        }

        return system.Kind == CoordinateSystemKind.Geographic ? InDegrees(parameters, x, y) : Converted(parameters, system, x, y);
    }

    /// <summary>The coordinate system; CRS84 when absent, null when refused.</summary>
    public static CoordinateSystem? ReadSystem(this ParameterReader parameters)
    {
        if (parameters.Find(Parameters.Crs) is not { } text)
        {
            return CoordinateSystem.Wgs84;
        }

        if (!CoordinateSystems.TryParse(text, out var system, out var error))
        {
            parameters.Refuse(Parameters.Crs, error);
        }

        return system;
    }

    private static LonLat InDegrees(ParameterReader parameters, double lon, double lat)
    {
        var point = new LonLat(lon, lat);
        if (!point.IsValid)
        {
            Refuse(parameters, point);
        }

        return point;
    }

    private static LonLat Converted(ParameterReader parameters, CoordinateSystem system, double x, double y)
    {
        var (position, error) = system.ToLonLat(x, y);
        if (error is not null)
        {
            parameters.Refuse(Parameters.Lon, error);
        }

        return position;
    }

    private static void Refuse(ParameterReader parameters, LonLat point)
    {
        if (new LonLat(point.Lat, point.Lon).IsValid)
        {
            parameters.Refuse(
                Parameters.Lat,
                $"{point.Lat} is no latitude; lon and lat look swapped: try lon={point.Lat}&lat={point.Lon}.");
            return;
        }

        if (Math.Abs(point.Lon) > 180)
        {
            parameters.Refuse(Parameters.Lon, $"{point.Lon} is out of range.");
        }

        if (Math.Abs(point.Lat) > 90)
        {
            parameters.Refuse(Parameters.Lat, $"{point.Lat} is out of range.");
        }
    }
}
