using GridMap.Core.Figures;
using GridMap.Core.Grids;
using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Areas;

namespace GridMap.Core.Comparing;

/// <summary>What a leaf of one partition and a leaf of another have in common.</summary>
/// <param name="A">The leaf of the first partition; null for what lies outside it.</param>
/// <param name="B">The leaf of the second partition; null for what lies outside it.</param>
/// <param name="AreaSquareMetres">The area both cover, on the ellipsoid; 0 where either is null.</param>
/// <param name="Addresses">The addresses that stand in both.</param>
/// <param name="Figure">The dwellings that count for both.</param>
public sealed record PartitionPair(Grid? A, Grid? B, double AreaSquareMetres, int Addresses, GridFigure Figure);

/// <summary>Two partitions over one another.</summary>
/// <param name="Pairs">The pairs that share area, addresses or dwellings, by the codes of both.</param>
/// <param name="Straddlers">The leaves of the first that lie in more than one leaf of the second, by code.</param>
public sealed record PartitionComparison(IReadOnlyList<PartitionPair> Pairs, IReadOnlyList<Grid> Straddlers)
{
    /// <summary>A share of a leaf's area of no more than that is no straddling.</summary>
    public const double StraddlingShare = 0.01;

    /// <summary>Compares two partitions of one state.</summary>
    public static PartitionComparison Compare(PartitionMap a, PartitionMap b, MapSnapshot snapshot)
    {
        var pairs = new Dictionary<(int A, int B), Count>();
        AddAreas(a, b, pairs);
        foreach (var address in snapshot.Addresses.Where(static address => address.Point.IsValid))
        {
            At(pairs, a, b, LatticePoint.From(address.Point)).Addresses++;
        }

        foreach (var dwelling in snapshot.Dwellings)
        {
            if (GridFigures.FindPoint(dwelling) is { } point)
            {
                At(pairs, a, b, point).Figure += new GridFigure(1, dwelling.Households, dwelling.Population, false);
            }
        }

        return new PartitionComparison(ListPairs(a, b, pairs), ListStraddlers(a, pairs));
    }

    private static void AddAreas(PartitionMap a, PartitionMap b, Dictionary<(int A, int B), Count> pairs)
    {
        var (areasA, areasB) = (new LeafAreas(a.Coverage), new LeafAreas(b.Coverage));
        for (var leaf = 0; leaf < a.Leaves.Count; leaf++)
        {
            foreach (var other in areasB.ListNear(areasA[leaf].EnvelopeInternal))
            {
                var area = EllipsoidArea.Of(SafeOverlay.Intersection(areasA[leaf], areasB[other]));
                if (area > 0)
                {
                    At(pairs, leaf, other).Area = area;
                }
            }
        }
    }

    private static Count At(Dictionary<(int A, int B), Count> pairs, PartitionMap a, PartitionMap b, LatticePoint point) =>
        At(pairs, a.Index.Find(point), b.Index.Find(point));

    private static Count At(Dictionary<(int A, int B), Count> pairs, int a, int b)
    {
        if (!pairs.TryGetValue((a, b), out var count))
        {
            pairs[(a, b)] = count = new Count();
        }

        return count;
    }

    private static List<PartitionPair> ListPairs(
        PartitionMap a, PartitionMap b, Dictionary<(int A, int B), Count> pairs) =>
        [.. pairs.Select(p => new PartitionPair(
                Leaf(a, p.Key.A), Leaf(b, p.Key.B), p.Value.Area, p.Value.Addresses, p.Value.Figure))
            .OrderBy(static p => p.A?.Code, StringComparer.Ordinal).ThenBy(static p => p.B?.Code, StringComparer.Ordinal)];

    private static List<Grid> ListStraddlers(PartitionMap a, Dictionary<(int A, int B), Count> pairs) =>
        [.. pairs.Where(static p => p.Value.Area > 0).GroupBy(static p => p.Key.A)
            .Where(static leaf => leaf.Count(p => p.Value.Area > StraddlingShare * leaf.Sum(static q => q.Value.Area)) > 1)
            .Select(leaf => a.Leaves[leaf.Key]).OrderBy(static g => g.Code, StringComparer.Ordinal)];

    private static Grid? Leaf(PartitionMap map, int leaf) => leaf < 0 ? null : map.Leaves[leaf];

    private sealed class Count
    {
        public double Area { get; set; }

        public int Addresses { get; set; }

        public GridFigure Figure { get; set; }
    }
}
