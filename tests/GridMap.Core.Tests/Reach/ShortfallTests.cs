using CsCheck;
using GridMap.Core.Addresses;
using GridMap.Core.Grids;
using GridMap.Core.Reach;
using GridMap.Core.Reference;
using GridMap.Core.Resources;
using GridMap.Core.Spatial;
using GridMap.Core.Tests.Grids;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Tests.Reach;

public class ShortfallTests
{
    private const string Grids = """
        c
        w < c POLYGON ((0 0, 0.01 0, 0.01 0.01, 0 0.01, 0 0))
        x < c POLYGON ((0.01 0, 0.02 0, 0.02 0.01, 0.01 0.01, 0.01 0))
        """;

    [Fact]
    public void Households_without_a_toilet_are_counted_by_grid_and_by_compound()
    {
        // A thousandth of a degree is 111 m at the equator; the toilet stands at 0.002.
        var shortfall = Find(
            Map(
                [Dwelling(0.003, 100, 7), Dwelling(0.009, 20, 7), Dwelling(0.011, 3), Dwelling(0.5, 1), Dwelling(0.012, null)],
                [Toilet(0.002)]),
            500);

        Assert.Equal(["w 120/20 2/1", "x 3/3 2/2"], shortfall.Grids.Select(g => $"{g.Grid.Code} {Text(g.Count)}"));
        Assert.Equal(["estate/7 120/20 2/1"], shortfall.Compounds.Select(c => $"{c.Compound.SourceKey} {Text(c.Count)}"));
        Assert.Equal("124/24 5/4", Text(shortfall.Total));
    }

    [Fact]
    public void An_upper_grid_is_the_sum_of_its_leaves()
    {
        var map = Map([Dwelling(0.003, 100), Dwelling(0.011, 3)], [Toilet(0.002)]);
        var grids = Shortfall.Find(map, map.Partitions[0], "community", "toilet", 500).Grids;
        Assert.Equal(["c 103/3 2/1"], grids.Select(g => $"{g.Grid.Code} {Text(g.Count)}"));
    }

    [Fact]
    public void The_limit_is_within_and_of_an_unknown_kind_all_lack()
    {
        var map = Map([Dwelling(0.003, 100)], [Toilet(0.002)]);
        var metres = ResourceDistance.Metres(new LonLat(0.003, 0.005), map.Snapshot.Resources[0]);
        Assert.Equal("100/0 1/0", Text(Find(map, metres).Total));
        Assert.Equal("100/100 1/1", Text(Find(map, Math.BitDecrement(metres)).Total));
        Assert.Equal("100/100 1/1", Text(Shortfall.Find(map, map.Partitions[0], null, "volcano", 500).Total));
    }

    [Fact]
    public void A_stated_total_is_spread_over_the_addresses_and_marked_as_estimated()
    {
        var map = Map([], [Toilet(0.002)], stated: 300, addresses: [0.003, 0.004, 0.009]);
        Assert.Equal(["w 300/100 0/0 estimated", "x / 0/0"], Find(map, 500).Grids.Select(g => $"{g.Grid.Code} {Text(g.Count)}"));
    }

    [Fact]
    public void On_the_eastern_border_of_the_map_a_home_is_in_no_grid_but_in_the_total()
    {
        var shortfall = Find(Map([Dwelling(0, 5), Dwelling(0.01, 6), Dwelling(0.02, 7)], []), 500);
        Assert.Equal(["w 5/5 1/1", "x 6/6 1/1"], shortfall.Grids.Select(g => $"{g.Grid.Code} {Text(g.Count)}"));
        Assert.Equal("18/18 3/3", Text(shortfall.Total));
    }

    [Fact]
    public void It_is_what_measuring_every_pair_gives() => Gen.Select(
            Gen.Double[0, 0.0199].Array[0, 40], Gen.Double[0, 0.02].Array[0, 8], Gen.Double[0, 1500])
        .Sample((homes, toilets, metres) =>
        {
            var map = Map([.. homes.Select((at, i) => Dwelling(at, i))], [.. toilets.Select((at, i) => Toilet(at, i))]);
            var stupid = map.Snapshot.Dwellings
                .Where(d => !map.Snapshot.Resources.Any(t => ResourceDistance.Metres(
                    new LonLat(d.Shape.Coordinate.X, d.Shape.Coordinate.Y), t) <= metres))
                .Sum(static d => d.Households);
            Assert.Equal(stupid ?? 0, Find(map, metres).Grids.Sum(static g => g.Count.HouseholdsWithout ?? 0));
        });

    private static string Text(ShortfallCount c) =>
        $"{c.Households}/{c.HouseholdsWithout} {c.Dwellings}/{c.DwellingsWithout}{(c.IsEstimated ? " estimated" : "")}";

    private static Shortfall Find(CityMap map, double metres) =>
        Shortfall.Find(map, map.Partitions[0], null, "toilet", metres);

    private static CityMap Map(
        Dwelling[] dwellings, Resource[] resources, long? stated = null, params double[] addresses) => CityMap.Build(
        MapSnapshot.Empty(new DateOnly(2026, 11, 22)) with
        {
            Partitions = [Pictures.Partition()],
            Grids = [.. Pictures.Grids(Grids).Select(g => g.Grid.Code == "w"
                ? new GridVersion(g.Grid with { Stated = new StatedFigures(stated, null) }, g.Shape)
                : g)],
            Reference = [Estate],
            Dwellings = [.. dwellings.Select((d, i) => d.WithId(100 + i))],
            Resources = [.. resources.Select((r, i) => r.WithId(1000 + i))],
            Addresses = [.. addresses.Select((at, i) => new Address
            {
                Id = 5000 + i,
                SourceKey = new SourceKey("test", $"a{i}"),
                Text = "road 1",
                Point = LatticePoint.From(new LonLat(at, 0.005)).ToLonLat(),
            })],
        });

    private static readonly ReferenceFeature Estate = new()
    {
        Id = 7,
        Layer = ReferenceLayers.Compound,
        SourceKey = new SourceKey("estate", "7"),
        Shape = new Point(0, 0).Buffer(0.01),
    };

    private static Dwelling Dwelling(double lon, long? households, long? compound = null) => new()
    {
        Id = 1,
        SourceKey = new SourceKey("test", $"{lon}"),
        Shape = At(lon),
        Households = households,
        CompoundId = compound,
    };

    private static Resource Toilet(double lon) => new()
    {
        Id = 1,
        SourceKey = new SourceKey("test", $"{lon}"),
        Kind = "toilet",
        Shape = At(lon),
    };

    private static Resource Toilet(double lon, int number) => new()
    {
        Id = 1,
        SourceKey = new SourceKey("test", $"{number}"),
        Kind = "toilet",
        Shape = At(lon),
    };

    private static Point At(double lon)
    {
        var point = LatticePoint.From(new LonLat(lon, 0.005)).ToLonLat();
        return new Point(point.Lon, point.Lat);
    }
}
