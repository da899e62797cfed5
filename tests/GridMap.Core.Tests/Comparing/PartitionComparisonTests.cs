using GridMap.Core.Addresses;
using GridMap.Core.Comparing;
using GridMap.Core.Figures;
using GridMap.Core.Grids;
using GridMap.Core.Spatial;
using GridMap.Core.Tests.Grids;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Tests.Comparing;

public class PartitionComparisonTests
{
    private const string Grids = """
        a POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))
        b POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0))
        """;

    private const string Beats = """
        p POLYGON ((0 0, 1.5 0, 1.5 1, 0 1, 0 0))
        q POLYGON ((1.5 0, 2 0, 2 1, 1.5 1, 1.5 0))
        """;

    private static readonly MapSnapshot People = MapSnapshot.Empty(new DateOnly(2026, 11, 22)) with
    {
        Addresses = [Address(0.5), Address(1.2), Address(1.2), Address(3)],
        Dwellings = [Dwelling(1.7, 10, null), Dwelling(1.7, 5, 12)],
    };

    [Fact]
    public void Pairs_share_area_addresses_and_dwellings_and_a_leaf_in_two_straddles()
    {
        var comparison = PartitionComparison.Compare(
            Pictures.Map(Grids), PartitionMap.Build(Pictures.Partition("police"), Pictures.Grids(Beats, "police")), People);
        Assert.Equal(
            ["-- 0 km² 1 addresses 0 dwellings", "ap 12308 km² 1 addresses 0 dwellings",
             "bp 6154 km² 2 addresses 0 dwellings", "bq 6154 km² 0 addresses 2 dwellings 15/12"],
            comparison.Pairs.Select(p => $"{p.A?.Code ?? "-"}{p.B?.Code ?? "-"} {p.AreaSquareMetres / 1e6:0} km² "
                + $"{p.Addresses} addresses {p.Figure.Dwellings} dwellings"
                + (p.Figure.Dwellings > 0 ? $" {p.Figure.Households}/{p.Figure.Population}" : "")));
        Assert.Equal(["b"], comparison.Straddlers.Select(g => g.Code));
    }

    [Fact]
    public void A_leaf_without_dwellings_has_its_stated_figures_and_marks_the_sum_as_estimated()
    {
        var grids = Pictures.Grids("c\n" + Grids.Replace(" POLYGON", " < c POLYGON", StringComparison.Ordinal));
        var map = PartitionMap.Build(Pictures.Partition(), grids.Select(g => g.Grid.Code == "a"
            ? new GridVersion(g.Grid with { Stated = new StatedFigures(100, 200) }, g.Shape)
            : g));
        var figures = GridFigures.Build(map, People.Dwellings);
        Assert.Equal(new GridFigure(0, 100, 200, true), figures[map.Tree.Find("a")!.Id]);
        Assert.Equal(new GridFigure(2, 15, 12, false), figures[map.Tree.Find("b")!.Id]);
        Assert.Equal(new GridFigure(2, 115, 212, true), figures[map.Tree.Find("c")!.Id]);
    }

    private static Address Address(double lon) => new()
    {
        Id = 600,
        SourceKey = new SourceKey("test", "1"),
        Text = "road 1",
        Point = new LonLat(lon, 0.5),
    };

    private static Dwelling Dwelling(double lon, long? households, long? population) => new()
    {
        Id = 700,
        SourceKey = new SourceKey("test", "d"),
        Shape = new Point(lon, 0.5),
        Households = households,
        Population = population,
    };
}
