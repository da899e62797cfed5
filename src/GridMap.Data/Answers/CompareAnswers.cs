using GridMap.Core.Comparing;
using GridMap.Core.History;

namespace GridMap.Data.Answers;

/// <summary>Two partitions over one another, as <c>/compare</c> and <c>gridmap compare --json</c> write them.</summary>
/// <param name="State">The state that was asked, <c>revision@date</c>.</param>
/// <param name="A">The first partition's code.</param>
/// <param name="B">The second partition's code.</param>
/// <param name="LevelA">The level of the first's grids; null: the leaves.</param>
/// <param name="LevelB">The level of the second's grids; null: the leaves.</param>
/// <param name="Pairs">The pairs of grids that share area, addresses or dwellings, by the codes of both.</param>
/// <param name="Straddlers">The codes of the grids of the first that lie in more than one grid of the second.</param>
public sealed record CompareJson(
    string State,
    string A,
    string B,
    string? LevelA,
    string? LevelB,
    IReadOnlyList<ComparePairJson> Pairs,
    IReadOnlyList<string> Straddlers);

/// <summary>What two grids have in common.</summary>
/// <param name="A">The code of the grid of the first partition; null for what lies outside it.</param>
/// <param name="B">The code of the grid of the second partition; null for what lies outside it.</param>
/// <param name="Area">Square metres on the ellipsoid, to two decimals.</param>
/// <param name="Addresses">The addresses that stand in both.</param>
/// <param name="Dwellings">The dwellings that count for both.</param>
/// <param name="Households">Their households, or null when unknown.</param>
/// <param name="Population">Their people, or null when unknown.</param>
public sealed record ComparePairJson(
    string? A, string? B, double Area, int Addresses, int Dwellings, long? Households, long? Population);

/// <summary>Shapes comparisons.</summary>
public static class CompareAnswers
{
    /// <summary>The comparison as it is written.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="state">The state that was asked.</param>
    /// <param name="a">The code of the first partition, and the level of its grids.</param>
    /// <param name="b">The same of the second.</param>
    public static CompareJson ToJson(
        this PartitionComparison comparison,
        MapState state,
        (string Code, string? Level) a,
        (string Code, string? Level) b) => new(
        state.ToString(),
        a.Code,
        b.Code,
        a.Level,
        b.Level,
        [.. comparison.Pairs.Select(ToJson)],
        [.. comparison.Straddlers.Select(static g => g.Code)]);

    private static ComparePairJson ToJson(PartitionPair pair) => new(
        pair.A?.Code,
        pair.B?.Code,
        Math.Round(pair.AreaSquareMetres, 2),
        pair.Addresses,
        pair.Figure.Dwellings,
        pair.Figure.Households,
        pair.Figure.Population);
}
