using CsCheck;
using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Distances;
using GridMap.Core.Tests.Architecture;
using NetTopologySuite.IO;

namespace GridMap.Core.Tests.Spatial.Distances;

public class ShapeDistanceTests
{
    [Fact]
    public void Distances_are_those_of_PostGIS_geography_on_pieces_of_5_m() =>
        Assert.All(Table().DefaultIfEmpty(), row => Assert.Equal(row.Metres, Metres(row.Point, row.Shape), 0.01));

    [Theory]
    [InlineData("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 3 1, 3 3, 1 3, 1 1))", 0.5, 0.5, "0.5 0.5")]
    [InlineData("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 3 1, 3 3, 1 3, 1 1))", 2, 1.1, "2 1")]
    [InlineData("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))", 4, 2, "4 2")]
    [InlineData("LINESTRING (0 0, 0 1)", -1, 0, "0 0")]
    [InlineData("LINESTRING (179 0, 180 0)", -179.5, 0, "180 0")]
    [InlineData("POLYGON ((179 0, 181 0, 181 1, 179 1, 179 0))", -179.5, 0.5, "-179.5 0.5")]
    [InlineData("MULTIPOINT ((5 0), (1 0), (-1 0))", 0, 0, "1 0")]
    [InlineData("POINT EMPTY", 0, 0, "NaN NaN")]
    public void The_nearest_position_is(string shape, double lon, double lat, string nearest)
    {
        var (point, _) = ShapeDistance.Nearest(new(lon, lat), new WKTReader().Read(shape));
        Assert.Equal(nearest, $"{Math.Round(point.Lon, 9)} {Math.Round(point.Lat, 9)}");
    }

    [Fact]
    public void An_empty_shape_is_infinitely_far() => Assert.Equal(double.PositiveInfinity, Metres(new(1, 2), "POINT EMPTY"));

    [Fact]
    public void A_point_out_of_range_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Metres(new(190, 2), "POINT (1 2)"));

    [Fact]
    public void No_sample_of_an_edge_is_nearer_than_its_nearest_place() =>
        Gen.Select(Places.Near, Places.Edge).Sample((move, edge) =>
        {
            var from = new LonLat(Places.Wrap(edge.A.Lon + move.Lon), Math.Clamp(edge.A.Lat + move.Lat, -90, 90));
            var (fraction, metres) = SegmentDistance.Nearest(
                new(from), edge.A.Lon, edge.A.Lat, edge.B.Lon, edge.B.Lat);
            var samples = Enumerable.Range(0, 101).Min(i => Geodesic.Distance(from, edge.At(i / 100.0)));
            Assert.True(metres <= samples + 0.001, $"{from} to {edge}: {metres} is not the least, {samples} is");
            Assert.Equal(metres, Geodesic.Distance(from, edge.At(fraction)), 1e-6);
        }, iter: 200);

    [Fact]
    public void A_cutoff_changes_nothing_but_what_is_not_nearer() =>
        Gen.Select(Places.Near, Places.Edge, Gen.Double[0, 2]).Sample((move, edge, share) =>
        {
            var from = new PointFrame(
                new(Places.Wrap(edge.A.Lon + move.Lon), Math.Clamp(edge.A.Lat + move.Lat, -90, 90)));
            double Nearest(double cutoff) => SegmentDistance.Nearest(
                from, edge.A.Lon, edge.A.Lat, edge.B.Lon, edge.B.Lat, cutoff).Metres;
            var all = Nearest(double.PositiveInfinity);
            Assert.Equal(all < all * share ? all : double.PositiveInfinity, Nearest(all * share), 0.001);
        });

    private static double Metres(LonLat point, string shape) =>
        ShapeDistance.Metres(point, new WKTReader().Read(shape));

    private static IEnumerable<(LonLat Point, string Shape, double Metres)> Table() =>
        from line in File.ReadLines(
            Path.Combine(SourceTree.Root, "tests/GridMap.Core.Tests/Spatial/Distances/shapes.txt"))
        where !line.StartsWith('#')
        let cells = line.Split('|')
        select (new LonLat(double.Parse(cells[0]), double.Parse(cells[1])), cells[2], double.Parse(cells[3]));
}
