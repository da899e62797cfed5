using GridMap.Core.Figures;
using GridMap.Core.Grids;
using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Areas;

namespace GridMap.Core.Comparing;

/// <summary>What a grid of one partition and a grid of another have in common.</summary>
/// <param name="A">The grid of the first partition; null for what lies outside it.</param>
/// <param name="B">The grid of the second partition; null for what lies outside it.</param>
/// <param name="AreaSquareMetres">The area both cover, on the ellipsoid; 0 where either is null.</param>
/// <param name="Addresses">The addresses that stand in both.</param>
/// <param name="Figure">The dwellings that count for both.</param>
public sealed record PartitionPair(Grid? A, Grid? B, double AreaSquareMetres, int Addresses, GridFigure Figure);

/// <summary>Two partitions over one another.</summary>
/// <param name="Pairs">The pairs that share area, addresses or dwellings, by the codes of both.</param>
/// <param name="Straddlers">The grids of the first that lie in more than one grid of the second, by code.</param>
public sealed record PartitionComparison(IReadOnlyList<PartitionPair> Pairs, IReadOnlyList<Grid> Straddlers)
{
    /// <summary>A share of a grid's area of no more than that is no straddling.</summary>
    public const double StraddlingShare = 0.01;

    /// <summary>Compares two partitions of one state.</summary>
    /// <param name="a">The first.</param>
    /// <param name="b">The second.</param>
    /// <param name="snapshot">The state.</param>
    /// <param name="levelA">The level of the first's grids; null: the leaves. A leaf above that level stands for itself.</param>
    /// <param name="levelB">The level of the second's grids; null: the leaves.</param>
    public static PartitionComparison Compare(
        PartitionMap a, PartitionMap b, MapSnapshot snapshot, string? levelA = null, string? levelB = null)
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

        var sums = ListPairs(pairs, ListGrids(a, levelA), ListGrids(b, levelB));
        return new PartitionComparison(sums, ListStraddlers(sums));
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

    /// <summary>The grid of a level that each leaf is counted for, by the leaf's number.</summary>
    private static Grid[] ListGrids(PartitionMap map, string? level) =>
        [.. map.Leaves.Select(leaf => map.Tree.ListPath(leaf).FirstOrDefault(g => g.Level == level) ?? leaf)];

    private static List<PartitionPair> ListPairs(Dictionary<(int A, int B), Count> pairs, Grid[] gridsA, Grid[] gridsB) =>
        [.. pairs
            .Select(p => new PartitionPair(
                Find(gridsA, p.Key.A), Find(gridsB, p.Key.B), p.Value.Area, p.Value.Addresses, p.Value.Figure))
            .GroupBy(static p => (p.A?.Id, p.B?.Id))
            .Select(static g => g.Aggregate(Sum))
            .OrderBy(static p => p.A?.Code, StringComparer.Ordinal).ThenBy(static p => p.B?.Code, StringComparer.Ordinal)];

    private static PartitionPair Sum(PartitionPair x, PartitionPair y) => x with
    {
        AreaSquareMetres = x.AreaSquareMetres + y.AreaSquareMetres,
        Addresses = x.Addresses + y.Addresses,
        Figure = x.Figure + y.Figure,
    };

    private static List<Grid> ListStraddlers(List<PartitionPair> pairs) =>
        [.. pairs.Where(static p => p.A is not null && p.AreaSquareMetres > 0).GroupBy(static p => p.A!.Id)
            .Where(static grid => grid.Count(
                p => p.AreaSquareMetres > StraddlingShare * grid.Sum(static q => q.AreaSquareMetres)) > 1)
            .Select(static grid => grid.First().A!).OrderBy(static g => g.Code, StringComparer.Ordinal)];

    private static Grid? Find(Grid[] grids, int leaf) => leaf < 0 ? null : grids[leaf];

    private sealed class Count
    {
        public double Area { get; set; }

        public int Addresses { get; set; }

        public GridFigure Figure { get; set; }
    }
}
