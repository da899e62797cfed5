using CsCheck;
using GridMap.Core.Spatial;

namespace GridMap.Core.Tests.Spatial.Distances;

/// <summary>Places and sizes of every order of magnitude, the date line and the poles more often than by chance.</summary>
internal static class Places
{
    public static Gen<LonLat> Anywhere { get; } = Gen.Select(
        Gen.OneOf(Gen.Double[-180, 180], Gen.Double[179, 180], Gen.Double[-180, -179]),
        Gen.OneOf(Gen.Double[-90, 90], Gen.Double[89, 90], Gen.Double[-90, -89]),
        (lon, lat) => new LonLat(lon, lat));

    /// <summary>A shift in degrees, from some centimetres to some thousand kilometres.</summary>
    public static Gen<LonLat> Near { get; } = Gen.Select(
        Gen.Double[-7, 1.5], Gen.Double[-1, 1], Gen.Double[-1, 1], (order, x, y) => new LonLat(
            Math.Pow(10, order) * x, Math.Pow(10, order) * y));

    public static Gen<TestEdge> Edge { get; } = Gen.Select(
        Anywhere, Near, (a, move) => new TestEdge(a, new(a.Lon + move.Lon, Math.Clamp(a.Lat + move.Lat, -90, 90))));

    public static double Wrap(double lon) => Math.IEEERemainder(lon, 360);
}

internal sealed record TestEdge(LonLat A, LonLat B)
{
    public LonLat At(double fraction) =>
        new(A.Lon + ((B.Lon - A.Lon) * fraction), A.Lat + ((B.Lat - A.Lat) * fraction));
}
