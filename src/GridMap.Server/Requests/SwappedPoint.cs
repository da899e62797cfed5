using GridMap.Core;
using GridMap.Core.Spatial;
using GridMap.Data.Answers;
using NetTopologySuite.Geometries;

namespace GridMap.Server.Requests;

/// <summary>Catches lon and lat in the wrong order where both are in range.</summary>
internal static class SwappedPoint
{
    /// <summary>Refuses a point far from the map's grids when the swapped one lies in their box.</summary>
    public static void RefuseSwapped(this ParameterReader parameters, CityMap map, LonLat point)
    {
        if (LooksSwapped(MapExtent.Of(map), point))
        {
            parameters.Refuse(
                Parameters.Lon,
                $"lon={point.Lon}, lat={point.Lat} is far from this map and the swapped point is in it: lon and lat look "
                + $"swapped; try lon={point.Lat}&lat={point.Lon}.");
        }
    }

    /// <summary>Whether a point is outside a box, and inside with lon and lat exchanged.</summary>
    public static bool LooksSwapped(Envelope extent, LonLat point) =>
        !extent.IsNull && !extent.Contains(point.Lon, point.Lat) && extent.Contains(point.Lat, point.Lon);
}
