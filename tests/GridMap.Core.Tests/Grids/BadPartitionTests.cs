using GridMap.Core.Checking;
using GridMap.Core.Grids;
using GridMap.Core.Spatial;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Tests.Grids;

/// <summary>Partitions that nobody should have drawn: each answers, and says what is wrong with it.</summary>
public class BadPartitionTests
{
    private static readonly LatticePoint Place = LatticePoint.From(new LonLat(0.002, 0.001));

    [Theory]
    [InlineData(double.NaN, 0)]
    [InlineData(0, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, double.NaN)]
    [InlineData(180.000000001, 0)]
    [InlineData(0, -90.5)]
    public void A_vertex_that_is_no_position_leaves_the_leaf_without_area_and_is_a_finding(double lon, double lat) =>
        Assert.Equal("none invalid_polygon", Answer(new(0, 0), new(0.01, 0), new(lon, lat), new(0, 0.01)));

    [Fact]
    public void A_polygon_whose_points_are_all_equal_has_no_area_and_is_a_finding() =>
        Assert.Equal("none invalid_polygon", Answer(new(0.002, 0.001), new(0.002, 0.001), new(0.002, 0.001)));

    [Fact]
    public void A_partition_of_one_triangle_answers_without_a_neighbour() =>
        Assert.Equal("g in g, 111 m to none; ", Answer(new(0, 0), new(0.01, 0), new(0, 0.01)));

    [Fact]
    public void A_partition_without_grids_has_no_leaf_no_border_and_no_finding()
    {
        var map = PartitionMap.Build(Pictures.Partition(), []);
        Assert.Null(map.FindLeaf(Place));
        Assert.Null(map.FindPlace(Place));
        Assert.Null(map.FindNearest(Place));
        Assert.Empty(map.ListShares(Place, 100));
        Assert.Empty(PartitionChecks.Run(map, MapSnapshot.Empty(new DateOnly(2026, 11, 22))));
    }

    [Fact]
    public void A_polygon_with_a_million_vertices_holds_what_a_circle_holds()
    {
        const int Count = 1_000_000;
        const double Radius = 0.5;
        var map = Map([.. Enumerable.Range(0, Count).Select(static i => Math.SinCos(i * 2 * Math.PI / Count))
            .Select(static at => new Coordinate(Radius * at.Cos, Radius * at.Sin))]);
        for (var i = 0; i < 1000; i++)
        {
            // A step beside the circle is ten thousand times farther from it than its chords are.
            var (sin, cos) = Math.SinCos(i * 0.7);
            var isInside = i % 2 == 0;
            var radius = isInside ? Radius - 1e-7 : Radius + 1e-7;
            Assert.Equal(isInside, map.FindPlace(LatticePoint.From(new LonLat(radius * cos, radius * sin))) is not null);
        }
    }

    private static string Answer(params Coordinate[] ring)
    {
        var map = Map(ring);
        if (map.FindPlace(Place) is { } place)
        {
            var path = string.Join('/', place.Path.Select(static g => g.Code));
            return $"{place.Leaf.Code} in {path}, {place.BorderMetres:0} m to {place.Neighbour?.Code ?? "none"}; {Rules(map)}";
        }

        return $"none {Rules(map)}";
    }

    private static string Rules(PartitionMap map) => string.Join(
        ' ',
        PartitionChecks.ListErrors(map, MapSnapshot.Empty(new DateOnly(2026, 11, 22))).Select(static f => f.Rule));

    private static PartitionMap Map(Coordinate[] ring) => PartitionMap.Build(
        Pictures.Partition(),
        [new GridVersion(
            new Grid { Id = 1, Partition = "governance", Code = "g", Level = "grid" },
            new Polygon(new LinearRing([.. ring, ring[0].Copy()])))]);
}
