using CsCheck;
using GridMap.Core.Reach;
using GridMap.Core.Resources;
using GridMap.Core.Spatial;
using GridMap.Core.Tests.Resources;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Tests.Reach;

public class WalkingReachTests
{
    private static readonly LonLat Here = new(119.1, 36.7);

    [Fact]
    public void Each_kind_has_its_count_and_its_nearest_and_a_kind_without_any_has_none()
    {
        // A degree of latitude is 110,963 m here: 0.001 is 111 m.
        var map = Map(
            Place(1, "toilet", 36.701), Place(2, "toilet", 36.702), Place(3, "toilet", 36.707), Place(4, "canteen", 36.72));

        Assert.Equal(
            ["canteen 0", "parking 0", "toilet 2 test/1 111"],
            WalkingReach.List(map, new ReachQuery { Point = Here }).Select(Text));
    }

    [Fact]
    public void Fifteen_minutes_are_1000_metres_walked_and_slower_750_over_the_detour()
    {
        var normal = new ReachQuery { Point = Here };
        Assert.Equal((1000, 769.23), (Math.Round(normal.WalkedMetres, 6), Math.Round(normal.StraightMetres, 2)));
        Assert.Equal(750, (normal with { Pace = WalkingPace.Slow }).WalkedMetres);
        Assert.Equal(500, (normal with { Pace = WalkingPace.Slow, Minutes = 20, DetourFactor = 2 }).StraightMetres);
    }

    [Fact]
    public void What_lies_behind_its_gate_is_as_far_as_the_gate()
    {
        var park = Place(1, "park", 36.7001, gate: 36.71);
        var query = new ReachQuery { Point = Here };
        Assert.Equal(["park 0", "parking 0"], WalkingReach.List(Map(park), query).Select(Text));
        Assert.Equal(new LonLat(119.1, 36.71), ResourceDistance.FindGate(Here, park));
    }

    [Theory]
    [InlineData(0, 1.3)]
    [InlineData(121, 1.3)]
    [InlineData(double.NaN, 1.3)]
    [InlineData(15, 0.9)]
    [InlineData(15, double.NaN)]
    public void Minutes_and_detour_out_of_range_are_refused(double minutes, double detour) => Assert.Throws<ArgumentException>(
        () => WalkingReach.List(Map(), new ReachQuery { Point = Here, Minutes = minutes, DetourFactor = detour }));

    [Fact]
    public void It_is_what_measuring_every_resource_gives() => Gen.Select(Scenes.Any, Gen.Double[1, 120], Gen.Double[1, 3])
        .Sample((scene, minutes, detour) =>
        {
            var query = new ReachQuery { Point = scene.Query.Point, Minutes = minutes, DetourFactor = detour };
            var stupid =
                from r in scene.Resources
                let metres = ResourceDistance.Metres(query.Point, r)
                where metres <= query.StraightMetres
                group metres by r.Kind into kind
                orderby kind.Key
                select $"{kind.Key} {kind.Count()} {kind.Min():0.0000}";
            Assert.Equal(
                stupid,
                WalkingReach.List(Map(scene.Resources), query).Where(k => k.Count > 0)
                    .Select(k => $"{k.Kind} {k.Count} {k.Nearest!.Value.DistanceMetres:0.0000}"));
        });

    private static string Text(ReachedKind k) =>
        $"{k.Kind} {k.Count} {k.Nearest?.Resource.Key} {k.Nearest?.DistanceMetres:0}".TrimEnd();

    private static CityMap Map(params Resource[] resources) => CityMap.Build(
        MapSnapshot.Empty(new DateOnly(2026, 11, 22)) with
        {
            Terms = [new Term { Id = 900, Vocabulary = Vocabulary.Kind, Code = "parking", Name = LocalText.Same("P") }],
            Resources = resources,
        });

    private static Resource Place(long id, string kind, double lat, double? gate = null) => new()
    {
        Id = id,
        SourceKey = new SourceKey("test", $"{id}"),
        Kind = kind,
        Shape = new Point(119.1, lat),
        Gates = gate is { } at ? [new LonLat(119.1, at)] : [],
    };
}
