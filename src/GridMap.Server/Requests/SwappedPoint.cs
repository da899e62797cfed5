using GridMap.Core;
using GridMap.Core.Spatial;
using GridMap.Server.Collections;

namespace GridMap.Server.Requests;

/// <summary>Catches lon and lat in the wrong order where both are in range.</summary>
internal static class SwappedPoint
{
    /// <summary>Refuses a point far from the map's grids when the swapped one lies in their box.</summary>
    public static void RefuseSwapped(this ParameterReader parameters, CityMap map, LonLat point)
    {
        var extent = MapExtent.Of(map);
        if (!extent.IsNull && !extent.Contains(point.Lon, point.Lat) && extent.Contains(point.Lat, point.Lon))
        {
            parameters.Refuse(
                Parameters.Lon,
                $"lon={point.Lon}, lat={point.Lat} is far from this map and the swapped point is in it: lon and lat look "
                + $"swapped; try lon={point.Lat}&lat={point.Lon}.");
        }
    }
}
