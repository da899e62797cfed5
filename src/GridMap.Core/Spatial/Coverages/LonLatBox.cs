namespace GridMap.Core.Spatial.Coverages;

/// <summary>A box in degrees.</summary>
internal readonly record struct LonLatBox(double West, double South, double East, double North)
{
    public static readonly LonLatBox Nothing = new(
        double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);

    public static LonLatBox Of(ReadOnlySpan<LatticePoint> points)
    {
        var box = Nothing;
        foreach (var point in points)
        {
            var (lon, lat) = point.ToLonLat();
            box = box.Plus(new LonLatBox(lon, lat, lon, lat));
        }

        return box;
    }

    public LonLatBox Plus(LonLatBox other) => new(
        Math.Min(West, other.West), Math.Min(South, other.South),
        Math.Max(East, other.East), Math.Max(North, other.North));

    /// <summary>Whether both have a position in common, their sides included.</summary>
    public bool Meets(in LonLatBox other) =>
        West <= other.East && other.West <= East && South <= other.North && other.South <= North;
}
