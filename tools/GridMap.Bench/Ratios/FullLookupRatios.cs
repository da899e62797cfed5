using GridMap.Bench.Data;
using GridMap.Core.Grids;
using GridMap.Core.Spatial;
using NetTopologySuite.Geometries;

namespace GridMap.Bench.Ratios;

/// <summary>
/// Leaf, path, border distance on the ellipsoid and neighbour of a point, against NetTopologySuite finding the leaf alone.
/// </summary>
internal static class FullLookupRatios
{
    private const int Points = 200_000;
    private const int SlowPoints = 100_000;

    public static IEnumerable<Figure> Run(NamedGrids grids)
    {
        var map = grids.ToMap();
        var peer = new PeerIndex(grids.Polygons);
        var points = grids.RandomPoints(Points);
        Agreement.Require(grids, points, map.Index, peer);

        var coordinates = points.Take(SlowPoints).Select(p => p.ToLonLat())
            .Select(p => new Coordinate(p.Lon, p.Lat)).ToArray();
        var speeds = Rounds.Measure(() => Look(map, points), () => Look(peer, coordinates));
        yield return Rounds.Compare(
            $"lookup-full-{grids.Name}", speeds[0], speeds[1], 10, Aim.AtLeast,
            $"{Rounds.Median(speeds[0]) / 1e6:0.00} M against NTS {Rounds.Median(speeds[1]) / 1e6:0.00} M lookups a second");
    }

    private static long Look(PartitionMap map, LatticePoint[] points)
    {
        var sum = 0.0;
        foreach (var point in points)
        {
            if (map.FindPlace(point) is var (_, path, metres, across))
            {
                sum += path.Count + metres + (across?.Id ?? 0);
            }
        }

        Sink.Take((long)sum);
        return points.Length;
    }

    private static long Look(PeerIndex peer, Coordinate[] points)
    {
        long sum = 0;
        foreach (var point in points)
        {
            sum += peer.Find(point);
        }

        Sink.Take(sum);
        return points.Length;
    }
}
