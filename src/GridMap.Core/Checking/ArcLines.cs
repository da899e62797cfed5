using GridMap.Core.Spatial;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Checking;

/// <summary>Borders as lines.</summary>
internal static class ArcLines
{
    public static LineString ToLine(ReadOnlySpan<LatticePoint> vertices)
    {
        var coordinates = new Coordinate[vertices.Length];
        for (var i = 0; i < vertices.Length; i++)
        {
            var (lon, lat) = vertices[i].ToLonLat();
            coordinates[i] = new Coordinate(lon, lat);
        }

        return new LineString(coordinates);
    }
}
