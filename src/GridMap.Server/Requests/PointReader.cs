using GridMap.Core.Spatial;

namespace GridMap.Server.Requests;

/// <summary>Reads <c>lon</c>, <c>lat</c> and <c>crs</c>.</summary>
internal static class PointReader
{
    /// <summary>The point in degrees; refused parameters are noted, and the point is then meaningless.</summary>
    public static LonLat ReadPoint(this ParameterReader parameters)
    {
        var lon = parameters.FindNumber(Parameters.Lon);
        var lat = parameters.FindNumber(Parameters.Lat);
        if (lon is not { } x || lat is not { } y)
        {
            return default;
        }

        var point = new LonLat(x, y);
        if (!point.IsValid)
        {
            Refuse(parameters, point);
        }

        return point;
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
