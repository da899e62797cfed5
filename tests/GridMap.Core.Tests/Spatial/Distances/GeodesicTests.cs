using CsCheck;
using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Distances;
using GridMap.Core.Tests.Architecture;

namespace GridMap.Core.Tests.Spatial.Distances;

public class GeodesicTests
{
    private const double Tolerance = 1e-6;

    private static readonly Gen<LonLat> Anywhere =
        Gen.Select(Gen.Double[-180, 180], Gen.Double[-90, 90], (lon, lat) => new LonLat(lon, lat));

    [Fact]
    public void Distances_are_those_of_PROJ_antipodal_ones_included() =>
        Assert.All(Table(), row => Assert.Equal(row.Metres, Geodesic.Distance(row.A, row.B), Tolerance));

    [Fact]
    public void The_direct_problem_reaches_PROJs_end_point() =>
        Assert.All(Table(), row =>
            Assert.Equal(0, Geodesic.Distance(Geodesic.Direct(row.A, row.Azimuth, row.Metres), row.B), Tolerance));

    [Fact]
    public void Going_and_measuring_agree_and_the_way_back_is_as_long() =>
        Gen.Select(Anywhere, Gen.Double[0, 360], Gen.Double[0, 19_000_000]).Sample((start, azimuth, metres) =>
        {
            var end = Geodesic.Direct(start, azimuth, metres);
            Assert.Equal(metres, Geodesic.Distance(start, end), Tolerance);
            Assert.Equal(Geodesic.Distance(start, end), Geodesic.Distance(end, start), Tolerance);
        });

    [Fact]
    public void No_way_over_a_third_point_is_shorter() =>
        Gen.Select(Anywhere, Anywhere, Anywhere).Sample((a, b, c) =>
            Assert.True(Geodesic.Distance(a, c) <= Geodesic.Distance(a, b) + Geodesic.Distance(b, c) + Tolerance));

    [Fact]
    public void Distances_from_the_chord_are_those_of_the_series() =>
        Gen.Select(Places.Anywhere, Gen.Double[0, 360], Gen.Double[-3, 4.4]).Sample(
            (start, azimuth, order) =>
            {
                var end = Geodesic.Direct(start, azimuth, Math.Pow(10, order));
                Assert.Equal(Geodesic.BySeries(start, end), Geodesic.Distance(start, end), 2e-8);
                Assert.Equal(Geodesic.Distance(start, end), Geodesic.Distance(end, start));
                Assert.Equal(Geodesic.Distance(start, end), Geodesic.Distance(new PointFrame(start), end));
            },
            iter: 20_000);

    [Theory]
    [InlineData(double.NaN, 0)]
    [InlineData(0, double.NaN)]
    [InlineData(double.PositiveInfinity, 0)]
    public void What_is_not_a_number_gives_none(double lon, double lat) =>
        Assert.Equal(double.NaN, Geodesic.Distance(new(lon, lat), new(1, 2)));

    private static IEnumerable<(LonLat A, LonLat B, double Metres, double Azimuth)> Table() =>
        from line in File.ReadLines(
            Path.Combine(SourceTree.Root, "tests/GridMap.Core.Tests/Spatial/Distances/geodesics.txt"))
        where !line.StartsWith('#')
        let n = Array.ConvertAll(line.Split(' '), double.Parse)
        select (new LonLat(n[0], n[1]), new LonLat(n[2], n[3]), n[4], n[5]);
}
