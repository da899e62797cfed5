using GridMap.Core.Comparing;
using GridMap.Core.History;

namespace GridMap.Data.Answers;

/// <summary>Two partitions over one another, as <c>/compare</c> and <c>gridmap compare --json</c> write them.</summary>
/// <param name="State">The state that was asked, <c>revision@date</c>.</param>
/// <param name="A">The first partition's code.</param>
/// <param name="B">The second partition's code.</param>
/// <param name="Pairs">The pairs of leaves that share area, addresses or dwellings, by the codes of both.</param>
/// <param name="Straddlers">The codes of the leaves of the first that lie in more than one leaf of the second.</param>
public sealed record CompareJson(
    string State, string A, string B, IReadOnlyList<ComparePairJson> Pairs, IReadOnlyList<string> Straddlers);

/// <summary>What two leaves have in common.</summary>
/// <param name="A">The code of the leaf of the first partition; null for what lies outside it.</param>
/// <param name="B">The code of the leaf of the second partition; null for what lies outside it.</param>
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
    public static CompareJson ToJson(this PartitionComparison comparison, MapState state, string a, string b) => new(
        state.ToString(), a, b, [.. comparison.Pairs.Select(ToJson)], [.. comparison.Straddlers.Select(static g => g.Code)]);

    private static ComparePairJson ToJson(PartitionPair pair) => new(
        pair.A?.Code,
        pair.B?.Code,
        Math.Round(pair.AreaSquareMetres, 2),
        pair.Addresses,
        pair.Figure.Dwellings,
        pair.Figure.Households,
        pair.Figure.Population);
}
