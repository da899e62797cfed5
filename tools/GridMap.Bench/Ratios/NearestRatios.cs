using System.Diagnostics;
using GridMap.Bench.Data;
using GridMap.Core;
using GridMap.Core.History;
using GridMap.Core.Resources;
using GridMap.Core.Spatial;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace GridMap.Bench.Ratios;

/// <summary>
/// The nearest of a million points: ours with a kind that an eighth of them is of, in true metres, against
/// NetTopologySuite's tree without any filter, in degrees.
/// </summary>
internal static class NearestRatios
{
    private const int Points = PlaceSets.Count;
    private const int Questions = 20_000;
    private const int SlowQuestions = 2_000;
    private const int Changes = 200;

    private static readonly AttributeSet ForAll = AttributeSet.Of([new("accessible", "true")]);
    private static readonly AttributeSet NotForAll = AttributeSet.Of([new("accessible", "false")]);

    private static readonly AttributeFilter Accessible = AttributeFilter.TryParse(
        new AttributeDefinition("accessible", LocalText.Same("accessible"), AttributeType.Boolean, true), "true", static _ => null)!;

    public static IEnumerable<Figure> Run()
    {
        // First, beside nothing else in memory that the collector would have to look through.
        var uniform = ResourcesAt(PlaceSets.Uniform);
        yield return Milliseconds("nearest-build", 400, () => ResourceIndex.Build(uniform).Count, 1);
        var skewed = ResourcesAt(Skewed);
        var memory = GC.GetTotalMemory(forceFullCollection: true);
        var index = ResourceIndex.Build(uniform);
        memory = GC.GetTotalMemory(forceFullCollection: true) - memory;
        var crowded = ResourceIndex.Build(skewed);
        var (asked, askedInCrowds) = (Ask(PlaceSets.Uniform), Ask(Skewed));
        var accessible = Array.ConvertAll(asked, static q => q with { Attributes = [Accessible] });
        var tree = TreeOf(uniform);
        Require(index, uniform, asked);
        Require(crowded, skewed, askedInCrowds);
        Require(index, uniform, accessible);

        var speeds = Rounds.Measure(
            () => Sum(asked[..SlowQuestions], q => FindInTree(tree, q.Point)),
            () => Sum(asked, q => index.Nearest(q).Count),
            () => Sum(askedInCrowds, q => crowded.Nearest(q).Count),
            () => Sum(accessible, q => index.Nearest(q).Count));
        yield return Rounds.Compare(
            "nearest-nts", speeds[1], speeds[0], 15, Aim.AtLeast,
            $"{Rounds.Median(speeds[1]):0} filtered against {Rounds.Median(speeds[0]):0} of NTS a second");
        yield return Rounds.Compare(
            "nearest-skewed", speeds[2], speeds[1], 0.85, Aim.AtLeast,
            $"{Rounds.Median(speeds[2]):0} skewed against {Rounds.Median(speeds[1]):0} uniform a second");
        yield return Rounds.Compare(
            "nearest-filter", speeds[3], speeds[1], 0.5, Aim.AtLeast,
            $"{Rounds.Median(speeds[3]):0} by kind and attribute against {Rounds.Median(speeds[1]):0} by kind a second");

        yield return new Figure(
            "nearest-memory", (double)memory / Points, 28, Aim.AtMost, 0, "bytes a resource beside the resources");
        var map = CityMap.Build(MapSnapshots.Empty with { Resources = uniform });
        yield return Milliseconds("nearest-change", 1, () => Change(map).Resources.Count, Changes);
    }

    /// <summary>No ratio but milliseconds: the goal is stated so.</summary>
    private static Figure Milliseconds(string name, double goal, Func<int> work, int operations)
    {
        var times = new double[7];
        for (var round = 0; round < times.Length; round++)
        {
            var start = Stopwatch.GetTimestamp();
            Sink.Take(work());
            times[round] = Stopwatch.GetElapsedTime(start).TotalMilliseconds / operations;
        }

        var middle = Rounds.Median(times);
        return new Figure(
            name, middle, goal, Aim.AtMost, (times.Order().ElementAt(5) - times.Order().ElementAt(1)) / middle,
            $"milliseconds; the best of {times.Length} took {times.Min():0.###}");
    }

    /// <summary>One comes and one goes, again and again, each in a map of its own.</summary>
    private static CityMap Change(CityMap map)
    {
        for (var i = 0; i < Changes; i++)
        {
            map = map.With(
                new ChangeSet
                {
                    ExpectedRevision = i,
                    NextId = Points + 2 + i,
                    Effective = map.State.Date,
                    Actor = "bench",
                    Resources = new([Make(Points + 1 + i, new LonLat(119.2, 36.2))], [(i * 37) + 1]),
                },
                new MapState(i + 1, map.State.Date));
        }

        return map;
    }

    private static Resource[] ResourcesAt(Func<Random, LonLat> place)
    {
        var random = new Random(11);
        return [.. Enumerable.Range(1, Points).Select(i => Make(i, place(random)))];
    }

    /// <summary>An eighth of each kind is accessible.</summary>
    private static Resource Make(int id, LonLat place) => PlaceSets.Make(
        id, new Point(place.Lon, place.Lat), id / PlaceSets.Kinds.Length % 8 == 0 ? ForAll : NotForAll);

    private static NearestQuery[] Ask(Func<Random, LonLat> place)
    {
        var random = new Random(12);
        return [.. Enumerable.Range(0, Questions).Select(_ => new NearestQuery { Point = place(random), Kind = "toilet" })];
    }

    /// <summary>Crowds of different density around fifty places.</summary>
    private static LonLat Skewed(Random random)
    {
        var crowd = new Random(random.Next(50));
        var width = 0.001 + (0.02 * crowd.NextDouble());
        return new(
            119 + (crowd.NextDouble() * 0.5) + (Normal(random) * width),
            36 + (crowd.NextDouble() * 0.5) + (Normal(random) * width));
    }

    private static double Normal(Random random) => random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5;

    /// <summary>The answers are those of measuring everything.</summary>
    private static void Require(ResourceIndex index, Resource[] resources, NearestQuery[] queries)
    {
        foreach (var query in queries.Take(5))
        {
            var expected = resources.Where(r => r.Kind == query.Kind && query.Attributes.All(a => a.Matches(r)))
                .Select(r => new NearestHit(r, ResourceDistance.Metres(LatticePoint.From(query.Point).ToLonLat(), r)))
                .OrderBy(h => h.DistanceMetres).ThenBy(h => h.Resource.Key, StringComparer.Ordinal).Take(query.Limit);
            if (!index.Nearest(query).SequenceEqual(expected))
            {
                throw new InvalidOperationException($"The nearest of {query.Point} are not those of brute force.");
            }
        }
    }

    private static STRtree<Point> TreeOf(Resource[] resources)
    {
        var tree = new STRtree<Point>();
        foreach (var resource in resources)
        {
            tree.Insert(resource.Shape.EnvelopeInternal, (Point)resource.Shape);
        }

        tree.Build();
        return tree;
    }

    private static int FindInTree(STRtree<Point> tree, LonLat point)
    {
        var place = new Point(point.Lon, point.Lat);
        return tree.NearestNeighbour(place.EnvelopeInternal, place, new PlaneDistance(), 10).Length;
    }

    private static long Sum(NearestQuery[] queries, Func<NearestQuery, int> find)
    {
        long sum = 0;
        foreach (var query in queries)
        {
            sum += find(query);
        }

        Sink.Take(sum);
        return queries.Length;
    }

    private sealed class PlaneDistance : IItemDistance<Envelope, Point>
    {
        public double Distance(IBoundable<Envelope, Point> a, IBoundable<Envelope, Point> b)
        {
            var (x, y) = (a.Item.X - b.Item.X, a.Item.Y - b.Item.Y);
            return Math.Sqrt((x * x) + (y * y));
        }
    }
}
