using GridMap.Bench.Data;
using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Coverages;
using NetTopologySuite.Geometries;

namespace GridMap.Bench.Ratios;

/// <summary>Nothing is timed before both sides gave the same answers.</summary>
internal static class Agreement
{
    public static void Require(NamedGrids grids, LatticePoint[] points, PointInGridIndex ours, PeerIndex theirs)
    {
        var batch = new int[points.Length];
        ours.Find(points, batch);
        for (var i = 0; i < points.Length; i++)
        {
            var (lon, lat) = points[i].ToLonLat();
            var (mine, yours) = (ours.Find(points[i]), theirs.Find(new Coordinate(lon, lat)));
            if (mine != batch[i] || (mine != yours && !IsOnBorder(grids, points[i], mine, yours)))
            {
                throw new InvalidOperationException(
                    $"{grids.Name}: at {lon} {lat} the index finds {mine}, in a batch {batch[i]}, NetTopologySuite {yours}.");
            }
        }
    }

    /// <summary>On a border, and where leaves overlap, both may be right.</summary>
    public static bool IsOnBorder(NamedGrids grids, LatticePoint point, int mine, int yours)
    {
        const double Tolerance = 2e-9;
        var (lon, lat) = point.ToLonLat();
        var place = new Point(lon, lat);
        return new[] { mine, yours }.Where(leaf => leaf >= 0)
            .All(leaf => grids.Polygons[leaf].IsWithinDistance(place, Tolerance));
    }
}
