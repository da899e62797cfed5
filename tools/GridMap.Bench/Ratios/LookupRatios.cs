using GridMap.Bench.Data;
using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Coverages;
using NetTopologySuite.Geometries;

namespace GridMap.Bench.Ratios;

/// <summary>The leaf of a point: ours against NetTopologySuite's tree with locators, and against the memory floor.</summary>
internal static class LookupRatios
{
    private const int Points = 1_000_000;

    // NetTopologySuite is so much slower that a part of the points is enough for it.
    private const int SlowPoints = 100_000;

    public static IEnumerable<Figure> Run(NamedGrids grids, double singleGoal)
    {
        var index = PointInGridIndex.Build(CoverageBuilder.Build(grids.Polygons));
        var peer = new PeerIndex(grids.Polygons);
        var points = grids.RandomPoints(Points);
        Agreement.Require(grids, points, index, peer);

        var coordinates = points.Take(SlowPoints).Select(p => p.ToLonLat())
            .Select(p => new Coordinate(p.Lon, p.Lat)).ToArray();
        var leaves = new int[Points];
        var floor = new MemoryFloor();
        var speeds = Rounds.Measure(
            () => Sum(coordinates, peer.Find),
            () => Sum(points, index.Find),
            () => Batch(index, points, leaves),
            floor.ReadIndependently,
            () => Chain(index, points),
            floor.ReadDependently);

        var (theirs, single, batched) = (speeds[0], speeds[1], speeds[2]);
        yield return Rounds.Compare(
            $"lookup-single-{grids.Name}", single, theirs, singleGoal, Aim.AtLeast,
            $"{Millions(single)} against NTS {Millions(theirs)} lookups a second");
        yield return Rounds.Compare(
            $"lookup-batch-{grids.Name}", batched, speeds[3], 0.35, Aim.AtLeast,
            $"{Millions(batched)} lookups against {Millions(speeds[3])} random reads a second");
        yield return Rounds.Compare(
            $"lookup-latency-{grids.Name}", speeds[5], speeds[4], 1.0, Aim.AtMost,
            $"{Nanoseconds(speeds[4])} against {Nanoseconds(speeds[5])} a dependent read");
    }

    private static long Sum<T>(T[] points, Func<T, int> find)
    {
        long sum = 0;
        foreach (var point in points)
        {
            sum += find(point);
        }

        Sink.Take(sum);
        return points.Length;
    }

    private static long Batch(PointInGridIndex index, LatticePoint[] points, int[] leaves)
    {
        index.Find(points, leaves);
        Sink.Take(leaves[^1]);
        return points.Length;
    }

    // Each point depends on the last answer, so that no two lookups overlap.
    private static long Chain(PointInGridIndex index, LatticePoint[] points)
    {
        var last = 0;
        foreach (var (x, y) in points)
        {
            last = index.Find(new LatticePoint(x + (last >> 30 & 1), y));
        }

        Sink.Take(last);
        return points.Length;
    }

    private static string Millions(double[] speeds) => $"{Rounds.Median(speeds) / 1e6:0.00} M";

    private static string Nanoseconds(double[] speeds) => $"{1e9 / Rounds.Median(speeds):0.0} ns";
}
