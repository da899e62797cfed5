using GridMap.Core.Spatial.Areas;
using NetTopologySuite.IO;

namespace GridMap.Core.Tests.Spatial.Areas;

public class EllipsoidAreaTests
{
    /// <summary>The areas are PostGIS 3.3's, of the polygon cut into pieces of 5 to 50 m, as geography.</summary>
    [Theory]
    [InlineData("POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))", 12308463894.053968)]
    [InlineData(
        "POLYGON ((13.40 52.40, 13.52 52.41, 13.47 52.49, 13.40 52.40), (13.45 52.43, 13.46 52.43, 13.46 52.44, 13.45 52.43))",
        37840873.30649802)]
    [InlineData("POLYGON ((100 60, 110 62, 104 70, 100 60))", 250733173003.76566)]
    public void Areas_are_those_of_PostGIS(string wkt, double expected) =>
        Assert.Equal(1, EllipsoidArea.Of(new WKTReader().Read(wkt)) / expected, 1e-6);

    [Fact]
    public void The_whole_earth_has_the_area_of_the_ellipsoid() => Assert.Equal(
        510_065_621.72, EllipsoidArea.Of(new WKTReader().Read("POLYGON ((-180 -90, 180 -90, 180 90, -180 90, -180 -90))")) / 1e6, 0.01);

    [Theory]
    [InlineData("POINT (1 1)")]
    [InlineData("LINESTRING (0 0, 1 1)")]
    [InlineData("POLYGON EMPTY")]
    public void What_has_no_area_has_none(string wkt) => Assert.Equal(0, EllipsoidArea.Of(new WKTReader().Read(wkt)));
}
