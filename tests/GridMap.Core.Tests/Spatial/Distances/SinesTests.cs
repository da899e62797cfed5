using CsCheck;
using GridMap.Core.Spatial.Distances;

namespace GridMap.Core.Tests.Spatial.Distances;

public class SinesTests
{
    [Fact]
    public void Those_of_latitudes_are_those_of_the_runtime() =>
        Gen.OneOf(Gen.Double[-90, 90], Gen.Int[-180, 180].Select(static half => half / 2.0), Gen.Double[-1000, 1000])
            .Sample(static degrees => AssertSame(
                Math.SinCos(degrees * Wgs84.RadiansPerDegree), Sines.OfLatitude(degrees)));

    [Fact]
    public void Those_of_radians_are_those_of_the_runtime() =>
        Gen.OneOf(Gen.Double[-0.01, 0.01], Gen.Double[-1e-9, 1e-9], Gen.Double[-10, 10])
            .Sample(static radians => AssertSame(Math.SinCos(radians), Sines.Of(radians)));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_no_angle_has_none(double angle)
    {
        Assert.Equal((double.NaN, double.NaN), Sines.OfLatitude(angle));
        Assert.Equal((double.NaN, double.NaN), Sines.Of(angle));
    }

    private static void AssertSame((double Sin, double Cos) expected, (double Sin, double Cos) found)
    {
        Assert.Equal(expected.Sin, found.Sin, 5e-16);
        Assert.Equal(expected.Cos, found.Cos, 5e-16);
    }
}
