namespace GridMap.Core.Reach;

/// <summary>How many lack something.</summary>
/// <param name="Dwellings">The dwellings asked about.</param>
/// <param name="DwellingsWithout">Those of them that have none in reach.</param>
/// <param name="Households">Their households; null where no dwelling says how many it has.</param>
/// <param name="HouseholdsWithout">Those of them that have none in reach; null together with the former.</param>
/// <param name="IsEstimated">
/// Whether the households are a grid's stated total, spread evenly over its addresses because no dwelling has a figure.
/// </param>
public readonly record struct ShortfallCount(
    int Dwellings, int DwellingsWithout, long? Households, long? HouseholdsWithout, bool IsEstimated)
{
    /// <summary>Both together; unknown and known gives the known.</summary>
    public static ShortfallCount operator +(ShortfallCount a, ShortfallCount b) => new(
        a.Dwellings + b.Dwellings,
        a.DwellingsWithout + b.DwellingsWithout,
        Sum(a.Households, b.Households),
        Sum(a.HouseholdsWithout, b.HouseholdsWithout),
        a.IsEstimated || b.IsEstimated);

    private static long? Sum(long? a, long? b) => a is null ? b : a + (b ?? 0);
}
