using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Coverages;
using NetTopologySuite.IO;

namespace GridMap.Core.Tests.Spatial.Coverages;

public class CircleSharesTests
{
    /// <summary>The shares are PostGIS 3.3's: ST_Project of 7,200 points around, ST_Intersection, ST_Area as geography.</summary>
    [Theory]
    [InlineData(13.43, 52.48, 100, "POLYGON ((13.3 52.4, 13.4305 52.4, 13.4298 52.5, 13.3 52.5, 13.3 52.4))", 0.4740559)]
    [InlineData(119.1, 36.7, 1000, "POLYGON ((119.1 36.7, 119.2 36.7, 119.2 36.8, 119.1 36.7))", 0.1421046)]
    [InlineData(20, 65, 100_000, "POLYGON ((15 60, 20.4 60, 19.2 70, 15 70, 15 60))", 0.4404533)]
    [InlineData(20, 65, 50_000, "POLYGON ((10 64.9, 30 65.1, 30 70, 10 70, 10 64.9))", 0.4982206)]
    [InlineData(20, 0.1, 5000, "POLYGON ((19.98 0.08, 20.02 0.09, 20.01 0.13, 19.98 0.08))", 0.1332152)]
    public void Shares_are_those_of_PostGIS(double lon, double lat, double metres, string leaf, double expected)
    {
        var share = Assert.Single(Shares(lon, lat, metres, leaf));
        Assert.Equal(expected, share.Share, 1e-4);
    }

    [Fact]
    public void A_leaf_that_the_circle_only_just_reaches_is_there()
    {
        var shares = Shares(0, 0, 111.32, "POLYGON ((-1 -1, 0.001 -1, 0.001 1, -1 1, -1 -1))", "POLYGON ((0.001 -1, 1 -1, 1 1, 0.001 1, 0.001 -1))");
        Assert.Equal([0, 1], shares.Select(s => s.Leaf));
        Assert.InRange(shares[1].Share, 0, 1e-6);
    }

    [Fact]
    public void Shares_of_a_circle_within_a_tessellation_sum_to_one_on_its_borders_and_corners_too()
    {
        string[] leaves =
        [
            "POLYGON ((0 0, 1 0, 1.0003 1, 0 1, 0 0))", "POLYGON ((1 0, 2 0, 2 1, 1.0003 1, 1 0))",
            "POLYGON ((0 1, 1.0003 1, 1 2, 0 2, 0 1))", "POLYGON ((1.0003 1, 2 1, 2 2, 1 2, 1.0003 1))",
        ];
        foreach (var (lon, lat) in new[] { (1.0003, 1.0), (1.00015, 0.5), (0.7, 1.0), (1.0, 0.9999), (1.000300001, 1.000000001) })
        {
            Assert.Equal(1, Shares(lon, lat, 500, leaves).Sum(s => s.Share), 1e-9);
        }
    }

    [Theory]
    [InlineData(179.9999, 0.5, 0.641, 0.359)]
    [InlineData(-179.9999, 0.5, 0.359, 0.641)]
    [InlineData(180, 0.5, 0.5, 0.5)]
    [InlineData(-180, 0.5, 0.5, 0.5)]
    [InlineData(180, 0, 0.25, 0.25)]
    public void A_circle_across_the_date_line_has_leaves_on_both_sides(double lon, double lat, double west, double east)
    {
        var shares = Shares(
            lon, lat, 50, "POLYGON ((170 0, 180 0, 180 1, 170 1, 170 0))", "POLYGON ((-180 0, -170 0, -170 1, -180 1, -180 0))");
        Assert.Equal(west, shares.Single(s => s.Leaf == 0).Share, 1e-3);
        Assert.Equal(east, shares.Single(s => s.Leaf == 1).Share, 1e-3);
    }

    private static IReadOnlyList<LeafShare> Shares(double lon, double lat, double metres, params string[] leaves)
    {
        var coverage = CoverageBuilder.Build(leaves.Select(new WKTReader().Read));
        return CircleShares.List(
            coverage, PointInGridIndex.Build(coverage), BorderIndex.Build(coverage),
            LatticePoint.From(new LonLat(lon, lat)), metres);
    }
}
