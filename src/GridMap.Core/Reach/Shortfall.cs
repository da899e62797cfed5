using GridMap.Core.Addresses;
using GridMap.Core.Figures;
using GridMap.Core.Grids;
using GridMap.Core.Reference;
using GridMap.Core.Resources;
using GridMap.Core.Spatial;

namespace GridMap.Core.Reach;

/// <summary>What lacks of a kind where people live.</summary>
/// <param name="Grids">Each grid of the level asked for, by code (ordinal), also where nothing lacks.</param>
/// <param name="Compounds">Each compound that has a dwelling, by key (ordinal), also where nothing lacks.</param>
/// <param name="Total">All dwellings, in a grid or not.</param>
public sealed record Shortfall(
    IReadOnlyList<(Grid Grid, ShortfallCount Count)> Grids,
    IReadOnlyList<(ReferenceFeature Compound, ShortfallCount Count)> Compounds,
    ShortfallCount Total)
{
    /// <summary>
    /// Counts the households that have no resource of a kind within so many metres on the ellipsoid, in a straight line,
    /// of its entry gate or shape; the limit is within.
    /// </summary>
    /// <param name="map">The map.</param>
    /// <param name="partition">The partition whose grids are counted.</param>
    /// <param name="level">The grids' level; null: the leaves, whatever their levels.</param>
    /// <param name="kind">The kind; of an unknown one all lack.</param>
    /// <param name="metres">The distance; 0 or more.</param>
    /// <remarks>
    /// A dwelling counts where its point is, or the interior point of its polygon, in the leaf that holds it. A leaf whose
    /// dwellings say no figure and for which one is stated is estimated: the figure is spread evenly over its addresses.
    /// </remarks>
    public static Shortfall Find(CityMap map, PartitionMap partition, string? level, string kind, double metres)
    {
        var homes = ListHomes(map, kind, metres);
        var leaves = CountLeaves(map, partition, homes, kind, metres);
        return new Shortfall(
            [.. partition.Tree.Grids
                .Where(g => level is null ? partition.LeafNumber(g.Id) >= 0 : g.Level == level)
                .OrderBy(static g => g.Code, StringComparer.Ordinal)
                .Select(g => (g, Sum(partition.ListLeafNumbers(g.Id).Select(leaf => leaves[leaf]))))],
            CountCompounds(map, homes),
            Sum(homes.Select(static h => h.Count)));
    }

    private static Home[] ListHomes(CityMap map, string kind, double metres)
    {
        var dwellings = map.Snapshot.Dwellings;
        var homes = new Home[dwellings.Count];
        Parallel.For(0, homes.Length, i => homes[i] = HomeOf(map.Resources, dwellings[i], kind, metres));
        return homes;
    }

    private static Home HomeOf(ResourceIndex resources, Dwelling dwelling, string kind, double metres)
    {
        if (GridFigures.FindPoint(dwelling) is not { } point)
        {
            return new Home(dwelling, null, default);
        }

        var lacks = !IsNear(resources, point, kind, metres);
        return new Home(
            dwelling,
            point,
            new(1, lacks ? 1 : 0, dwelling.Households, lacks || dwelling.Households is null ? dwelling.Households : 0, false));
    }

    private static bool IsNear(ResourceIndex resources, LatticePoint point, string kind, double metres) =>
        resources.Nearest(new NearestQuery
        {
            Point = point.ToLonLat(),
            Kind = kind,
            Limit = 1,
            RadiusMetres = metres,
        }).Count > 0;

    private static ShortfallCount[] CountLeaves(
        CityMap map, PartitionMap partition, Home[] homes, string kind, double metres)
    {
        var leaves = new ShortfallCount[partition.Leaves.Count];
        foreach (var home in homes)
        {
            if (home.Point is { } point && partition.Index.Find(point) is >= 0 and var leaf)
            {
                leaves[leaf] += home.Count;
            }
        }

        Estimate(map, partition, leaves, kind, metres);
        return leaves;
    }

    private static void Estimate(
        CityMap map, PartitionMap partition, ShortfallCount[] leaves, string kind, double metres)
    {
        var stated = Enumerable.Range(0, leaves.Length)
            .Where(leaf => leaves[leaf].Households is null && partition.Leaves[leaf].Stated.Households is not null)
            .ToHashSet();
        if (stated.Count == 0)
        {
            return;
        }

        var at = map.Snapshot.Addresses.Where(static a => a.Point.IsValid).Select(static a => LatticePoint.From(a.Point))
            .Select(point => (Point: point, Leaf: partition.Index.Find(point)))
            .Where(a => stated.Contains(a.Leaf))
            .ToLookup(static a => a.Leaf, static a => a.Point);
        foreach (var leaf in stated.Where(leaf => at[leaf].Any()))
        {
            var households = partition.Leaves[leaf].Stated.Households!.Value;
            var lacking = at[leaf].Count(point => !IsNear(map.Resources, point, kind, metres));
            var without = (long)Math.Round(households * (double)lacking / at[leaf].Count());
            leaves[leaf] = leaves[leaf] with { Households = households, HouseholdsWithout = without, IsEstimated = true };
        }
    }

    private static List<(ReferenceFeature, ShortfallCount)> CountCompounds(CityMap map, Home[] homes) =>
        [.. homes.Where(static h => h.Dwelling.CompoundId is not null)
            .GroupBy(static h => h.Dwelling.CompoundId!.Value)
            .Select(g => (Compound: map.Reference.Find(g.Key), Count: Sum(g.Select(static h => h.Count))))
            .Where(static c => c.Compound is not null)
            .Select(static c => (c.Compound!, c.Count))
            .OrderBy(static c => c.Item1.Key, StringComparer.Ordinal)];

    private static ShortfallCount Sum(IEnumerable<ShortfallCount> counts) =>
        counts.Aggregate(default(ShortfallCount), static (a, b) => a + b);

    /// <summary>A dwelling, where it counts, and what it counts.</summary>
    private readonly record struct Home(Dwelling Dwelling, LatticePoint? Point, ShortfallCount Count);
}
