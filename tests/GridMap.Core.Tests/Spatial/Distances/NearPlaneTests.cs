using CsCheck;
using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Distances;

namespace GridMap.Core.Tests.Spatial.Distances;

public class NearPlaneTests
{
    private static readonly Gen<double> Metres = Gen.Double[-2, 5].Select(static order => Math.Pow(10, order));

    [Fact]
    public void What_is_within_a_limit_is_never_said_to_be_beyond_it() =>
        Gen.Select(Places.Anywhere, Gen.Double[0, 360], Metres, Gen.Double[1, 1.1]).Sample(
            static (from, azimuth, metres, share) =>
            {
                if (NearPlane.TryTouch(new(from), out var plane))
                {
                    Assert.True(SquareTo(plane, from, azimuth, metres) <= plane.SquareBeyond(metres * share));
                }
            },
            iter: 20_000);

    [Fact]
    public void In_a_city_what_is_a_hundredth_beyond_is_said_to_be() =>
        Gen.Select(Gen.Double[-178, 178], Gen.Double[-55, 55], Gen.Double[0, 360], Gen.Double[0.1, 30_000]).Sample(
            static (lon, lat, azimuth, metres) =>
            {
                Assert.True(NearPlane.TryTouch(new(new LonLat(lon, lat)), out var plane));
                Assert.True(SquareTo(plane, new(lon, lat), azimuth, metres) > plane.SquareBeyond(metres * 0.98));
            });

    private static double SquareTo(NearPlane plane, LonLat from, double azimuth, double metres)
    {
        var to = Geodesic.Direct(from, azimuth, metres);
        return plane.Nearest(to.Lon, to.Lat, to.Lon, to.Lat).Square;
    }
}
