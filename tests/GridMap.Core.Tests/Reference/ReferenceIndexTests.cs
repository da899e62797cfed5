using GridMap.Core.Reference;
using NetTopologySuite.IO;

namespace GridMap.Core.Tests.Reference;

public class ReferenceIndexTests
{
    private static readonly ReferenceIndex Index = ReferenceIndex.Build(
    [
        MakeFeature(1, "compound", "POLYGON((0 0,4 0,4 4,0 4,0 0),(1 1,1 2,2 2,2 1,1 1))"),
        MakeFeature(2, "compound", "MULTIPOLYGON(((3 3,6 3,6 6,3 6,3 3)))"),
        MakeFeature(3, "division", "POLYGON((0 0,9 0,9 9,0 9,0 0))"),
        MakeFeature(4, "compound", "POINT(5 5)"),
    ]);

    [Theory]
    [InlineData(0.5, 0.5, "1")]
    [InlineData(3.5, 3.5, "1 2")]
    [InlineData(0, 2, "1")]
    [InlineData(1.5, 1.5, "")]
    [InlineData(5, 5, "2")]
    [InlineData(8, 8, "")]
    public void The_compounds_that_cover_a_point_are_listed(double lon, double lat, string ids) =>
        Assert.Equal(ids, string.Join(' ', Index.ListCovering("compound", new(lon, lat)).Select(f => f.Id)));

    [Fact]
    public void An_unknown_layer_covers_nothing() => Assert.Empty(Index.ListCovering("none", new(1, 1)));

    private static ReferenceFeature MakeFeature(long id, string layer, string wkt) => new()
    {
        Id = id,
        Layer = layer,
        SourceKey = new("t", id.ToString()),
        Shape = new WKTReader().Read(wkt),
    };
}
