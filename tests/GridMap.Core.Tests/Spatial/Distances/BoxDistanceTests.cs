using CsCheck;
using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Distances;

namespace GridMap.Core.Tests.Spatial.Distances;

public class BoxDistanceTests
{
    [Fact]
    public void The_bound_never_exceeds_the_distance_to_any_place_of_the_box() =>
        Gen.Select(Places.Anywhere, Places.Edge).Sample(NeverExceeds, iter: 300);

    [Fact]
    public void The_bound_never_exceeds_the_distance_when_the_box_is_near() =>
        Gen.Select(Places.Near, Places.Edge).Sample(
            (move, box) => NeverExceeds(
                new(Places.Wrap(box.A.Lon + move.Lon), Math.Clamp(box.A.Lat + move.Lat, -90, 90)), box),
            iter: 300);

    [Fact]
    public void Below_100_km_the_bound_of_a_single_place_is_short_by_less_than_1_1_m() =>
        Gen.Select(Places.Anywhere, Gen.Double[0, 360], Gen.Double[0, 100_000]).Sample((from, azimuth, metres) =>
        {
            var to = Geodesic.Direct(from, azimuth, metres);
            Assert.InRange(metres - BoxDistance.LowerBound(from, to.Lon, to.Lat, to.Lon, to.Lat), 0, 1.1);
        });

    [Theory]
    [InlineData(179.9, 0, -180, -1, -179.9, 1, 11131)]
    [InlineData(-179.9, 0, 179, -1, 181, 1, 0)]
    [InlineData(0, 89, 175, 89, 185, 90, 111693)]
    [InlineData(5, 5, -180, -90, 180, 90, 0)]
    [InlineData(5, 5, 4, 4, 6, 5, 0)]
    public void The_bound_is(
        double lon, double lat, double minLon, double minLat, double maxLon, double maxLat, double metres) =>
        Assert.Equal(metres, BoxDistance.LowerBound(new(lon, lat), minLon, minLat, maxLon, maxLat), 1.5);

    private static void NeverExceeds(LonLat from, TestEdge corners)
    {
        var (west, east) = (Math.Min(corners.A.Lon, corners.B.Lon), Math.Max(corners.A.Lon, corners.B.Lon));
        var (south, north) = (Math.Min(corners.A.Lat, corners.B.Lat), Math.Max(corners.A.Lat, corners.B.Lat));
        var bound = BoxDistance.LowerBound(from, west, south, east, north);
        for (var i = 0; i <= 10; i++)
        {
            for (var j = 0; j <= 10; j++)
            {
                var place = new LonLat(west + ((east - west) * i / 10), south + ((north - south) * j / 10));
                var metres = Geodesic.Distance(from, place);
                Assert.True(bound <= metres, $"{from} to {west} {south} {east} {north}: {bound} > {metres} at {place}");
            }
        }
    }
}
