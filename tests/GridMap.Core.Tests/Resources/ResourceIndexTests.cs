using CsCheck;
using GridMap.Core.Resources;
using GridMap.Core.Spatial;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Tests.Resources;

public class ResourceIndexTests
{
    [Fact]
    public void The_nearest_are_those_of_brute_force() => Scenes.Any.Sample(
        scene => Assert.Equal(scene.BruteForce(), scene.AskedOf(ResourceIndex.Build(scene.Resources))), iter: 3_000);

    [Fact]
    public void An_index_that_was_changed_answers_like_one_built_anew() =>
        Gen.Select(Scenes.Any, Scenes.Any, Gen.Int[1, 5]).Sample(
            (before, after, share) =>
            {
                var kept = before.Resources.Where(r => r.Id % share != 0).ToList();
                var put = after.Resources.Where(r => r.Id % 2 == 0).ToList();
                var gone = before.Resources.Where(r => r.Id % share == 0).Select(r => r.Id).ToList();
                var changed = ResourceIndex.Build(before.Resources).With([], gone).With(put, []);

                var now = put.Concat(kept.Where(k => put.All(p => p.Id != k.Id))).OrderBy(r => r.Id).ToArray();
                var scene = after with { Resources = now };
                Assert.Equal(scene.BruteForce(), scene.AskedOf(changed));
                Assert.Equal(scene.BruteForce(), scene.AskedOf(changed.Compact()));
                Assert.Equal(now, changed.List());
                Assert.Equal(now.Length, changed.Count);
                Assert.All(now, r => Assert.Same(r, changed.Find(r.Id)));
                Assert.Equal(now.Select(r => r.Kind).Distinct().Order(StringComparer.Ordinal), changed.Kinds);
                Assert.All(gone, id => Assert.Equal(now.FirstOrDefault(r => r.Id == id), changed.Find(id)));
            },
            iter: 1_000);

    [Fact]
    public void A_thousand_of_ten_thousand_are_found_in_order()
    {
        var random = new Random(7);
        var resources = Enumerable.Range(1, 10_000)
            .Select(i => Toilet(i, 119 + (random.NextDouble() * 0.3), 36.6 + (random.NextDouble() * 0.2))).ToArray();
        var scene = new Scene(resources, Ask(119.1, 36.7) with { Limit = 1_000 });

        Assert.Equal(scene.BruteForce(), scene.AskedOf(ResourceIndex.Build(resources)));
    }

    [Fact]
    public void Seen_from_the_other_side_of_the_earth_the_order_is_exact()
    {
        var random = new Random(8);
        var resources = Enumerable.Range(1, 3_000)
            .Select(i => Toilet(i, 119 + random.NextDouble(), 36 + random.NextDouble())).ToArray();
        foreach (var from in (LonLat[])[new(13.4, 52.5), new(-70, 0), new(0, 90), new(119.5, 38.2), new(-170, -20)])
        {
            var scene = new Scene(resources, Ask(from.Lon, from.Lat));
            Assert.Equal(scene.BruteForce(), scene.AskedOf(ResourceIndex.Build(resources)));
        }
    }

    [Fact]
    public void All_in_one_place_come_in_the_order_of_their_keys()
    {
        var index = ResourceIndex.Build(Enumerable.Range(1, 100).Select(i => Toilet(i, 119.1, 36.7)));

        Assert.Equal(
            ["t/1", "t/10", "t/100", "t/11"],
            index.Nearest(Ask(119.2, 36.7) with { Limit = 4 }).Select(h => h.Resource.Key));
    }

    [Fact]
    public void Many_in_few_places_come_in_the_order_of_distance_and_key() =>
        Gen.Select(Gen.Int[1, 4], Gen.Int[1, 60], Gen.Int[20, 1_500], Gen.Int[1, 5]).Sample(
            (places, limit, count, share) =>
            {
                AttributeSet Shared(int i) => AttributeSet.Of([new("accessible", $"{i % share == 0}")]);
                var resources = Enumerable.Range(1, count)
                    .Select(i => Toilet(i, 119 + (i % places * 1e-7), 36, Shared(i))).ToArray();
                var gone = resources.Where(r => r.Id % 7 == 0).ToArray();
                var late = Enumerable.Range(count + 1, 40).Select(i => Toilet(i, 119, 36, Shared(i))).ToArray();
                var scene = new Scene(
                    [.. resources.Except(gone), .. late],
                    Ask(119, 36.001) with
                    {
                        Limit = limit,
                        Attributes = [Scenes.Ask("accessible", AttributeType.Boolean, "true")],
                    });
                var index = ResourceIndex.Build(resources).With(late, [.. gone.Select(r => r.Id)]);

                Assert.Equal(scene.BruteForce(), scene.AskedOf(index));
                Assert.Equal(scene.BruteForce(), scene.AskedOf(index.Compact()));
            },
            iter: 300);

    [Theory]
    [InlineData(3)]
    [InlineData(1_000)]
    [InlineData(80_000)]
    public void An_attribute_of_few_or_many_different_values_is_met_by_those_of_brute_force(int values)
    {
        var random = new Random(9);
        var resources = Enumerable.Range(1, values == 80_000 ? 80_000 : 3_000).Select(i => Toilet(
            i, 119 + random.NextDouble(), 36 + random.NextDouble(), AttributeSet.Of([new("area", $"{i % values}")]))).ToArray();
        var index = ResourceIndex.Build(resources[10..]).With(resources[..10], []);
        foreach (var asked in (string[])["2", "1..", $"{values - 5}..", $"{values}"])
        {
            var query = Ask(119.5, 36.5) with { Attributes = [Scenes.Ask("area", AttributeType.Number, asked)], Limit = 20 };
            Assert.Equal(new Scene(resources, query).BruteForce(), new Scene(resources, query).AskedOf(index));
        }
    }

    [Fact]
    public void What_is_asked_of_terms_may_itself_search()
    {
        var ofCars = AttributeSet.Of([new("vehicle", "car")]);
        var index = ResourceIndex.Build([Toilet(1, 119.1, 36.7), Toilet(2, 119.2, 36.7, ofCars)]);
        var hits = index.Nearest(Ask(119.1, 36.7) with
        {
            Terms = terms => terms == index.Terms.Of(index.Nearest(Ask(119.2, 36.7))[0].Resource.Attributes).Terms,
        });

        Assert.Equal("t/2", Assert.Single(hits).Resource.Key);
    }

    [Fact]
    public void A_radius_includes_its_end()
    {
        var index = ResourceIndex.Build([Toilet(1, 119.1, 36.7)]);
        var distance = Assert.Single(index.Nearest(Ask(119.2, 36.7))).DistanceMetres;

        Assert.Single(index.Nearest(Ask(119.2, 36.7) with { RadiusMetres = distance }));
        Assert.Empty(index.Nearest(Ask(119.2, 36.7) with { RadiusMetres = Math.BitDecrement(distance) }));
    }

    [Fact]
    public void The_way_to_a_park_with_gates_runs_to_a_gate()
    {
        var park = new Resource
        {
            Id = 1,
            SourceKey = new("p", "1"),
            Kind = "park",
            Shape = new Polygon(new LinearRing([new(0, 0), new(1, 0), new(1, 1), new(0, 0)])),
            Gates = [new(1, 1), new(0, 0)],
        };

        // A degree of the equator is 111,319.49 m long.
        var hit = Assert.Single(ResourceIndex.Build([park]).Nearest(Ask(0.5, 0)));
        Assert.Equal(55_659.745, hit.DistanceMetres, 0.01);
    }

    [Theory]
    [InlineData(180)]
    [InlineData(-180)]
    public void Across_the_date_line_the_nearer_one_comes_first(double lon)
    {
        var index = ResourceIndex.Build([Toilet(1, 179.997, 0), Toilet(2, -179.998, 0), Toilet(3, 179.999, 0), Toilet(4, 0, 0)]);

        // A thousandth of a degree of the equator is 111.31949 m long.
        Assert.Equal(
            ["t/3 111.32", "t/2 222.64", "t/1 333.96"],
            index.Nearest(Ask(lon, 0) with { RadiusMetres = 1_000 })
                .Select(h => FormattableString.Invariant($"{h.Resource.Key} {h.DistanceMetres:0.00}")));
    }

    [Fact]
    public void Equally_far_ones_come_in_the_order_of_their_keys()
    {
        var index = ResourceIndex.Build([Toilet(3, 0.001, 0), Toilet(1, -0.001, 0), Toilet(2, 0.001, 0)]);

        Assert.Equal(["t/1", "t/2"], index.Nearest(Ask(0, 0) with { Limit = 2 }).Select(h => h.Resource.Key));
    }

    [Theory]
    [InlineData(double.NaN, 0)]
    [InlineData(0, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(180.000001, 0)]
    [InlineData(0, -91)]
    public void A_resource_that_lies_nowhere_is_refused_with_what_is_accepted(double lon, double lat)
    {
        var nowhere = new Resource { Id = 1, SourceKey = new("t", "1"), Kind = "toilet", Shape = new Point(lon, lat) };

        Assert.Contains(
            "Longitude must be from -180 to 180",
            Assert.ThrowsAny<ArgumentException>(() => ResourceIndex.Build([nowhere])).Message);
    }

    [Fact]
    public void Nothing_is_nearest_in_an_empty_index() => Assert.Empty(ResourceIndex.Build([]).Nearest(Ask(0, 0)));

    [Theory]
    [InlineData(190, 0, 1, 1.0)]
    [InlineData(double.NaN, 0, 1, 1.0)]
    [InlineData(0, 0, 0, 1.0)]
    [InlineData(0, 0, 1001, 1.0)]
    [InlineData(0, 0, 1, -1.0)]
    [InlineData(0, 0, 1, double.NaN)]
    public void A_question_out_of_range_is_refused(double lon, double lat, int limit, double radius) =>
        Assert.Throws<ArgumentException>(() => ResourceIndex.Build([]).Nearest(
            Ask(lon, lat) with { Limit = limit, RadiusMetres = radius }));

    [Fact]
    public void A_resource_is_found_by_its_key_in_base_and_tail()
    {
        var index = ResourceIndex.Build([Toilet(1, 0, 0), Toilet(2, 0, 0)]).With([Toilet(3, 0, 0)], [2]);

        Assert.Equal(1, index.Find(new SourceKey("t", "1"))?.Id);
        Assert.Equal(3, index.Find(new SourceKey("t", "3"))?.Id);
        Assert.Null(index.Find(new SourceKey("t", "2")));
    }

    private static NearestQuery Ask(double lon, double lat) => new() { Point = new(lon, lat) };

    private static Resource Toilet(long id, double lon, double lat, AttributeSet? attributes = null) => new()
    {
        Attributes = attributes ?? AttributeSet.Empty,
        Id = id,
        SourceKey = new("t", id.ToString()),
        Kind = "toilet",
        Shape = Shapes.ToLattice(new Point(lon, lat)),
    };
}
