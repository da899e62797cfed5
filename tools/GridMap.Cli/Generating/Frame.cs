namespace GridMap.Cli.Generating;

/// <summary>
/// The map between the plane and longitude and latitude in 1e-7 degree: linear, with the metres of a degree at the
/// origin's latitude. Over a district this is right to some metres in ten kilometres.
/// </summary>
internal sealed record Frame(int LonOrigin, int LatOrigin, double MetresPerLonStep, double MetresPerLatStep)
{
    public (int Lon, int Lat) ToSteps(PlanePoint p) => (
        LonOrigin + (int)Math.Round(p.X / MetresPerLonStep),
        LatOrigin + (int)Math.Round(p.Y / MetresPerLatStep));

    public PlanePoint FromSteps(int lon, int lat) =>
        new((lon - LonOrigin) * MetresPerLonStep, (lat - LatOrigin) * MetresPerLatStep);

    /// <summary>The position that a file will carry.</summary>
    public PlanePoint Snap(PlanePoint p)
    {
        var (lon, lat) = ToSteps(p);
        return FromSteps(lon, lat);
    }

    /// <summary>Seven decimals by integer arithmetic; for positive degrees.</summary>
    public static string Format(int steps) => $"{steps / 10_000_000}.{steps % 10_000_000:D7}";
}
