using CsCheck;
using GridMap.Core.Spatial.Distances;

namespace GridMap.Core.Tests.Spatial.Distances;

public class LatitudeSinesTests
{
    [Fact]
    public void They_are_those_of_the_runtime() =>
        Gen.OneOf(Gen.Double[-90, 90], Gen.Int[-180, 180].Select(static half => half / 2.0)).Sample(static degrees =>
        {
            var (sin, cos) = Math.SinCos(degrees * Wgs84.RadiansPerDegree);
            var found = LatitudeSines.Of(degrees);
            Assert.Equal(sin, found.Sin, 5e-16);
            Assert.Equal(cos, found.Cos, 5e-16);
        });
}
