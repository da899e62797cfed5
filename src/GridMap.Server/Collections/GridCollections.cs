using GridMap.Core;
using GridMap.Core.Grids;
using GridMap.Data.Answers;
using NetTopologySuite.Geometries;

namespace GridMap.Server.Collections;

/// <summary>The grids of each partition, one collection for each level that has any.</summary>
internal static class GridCollections
{
    public static IEnumerable<CollectionPlan> ListOf(CityMap map) =>
        from partition in map.Snapshot.Partitions.OrderByDescending(p => p.IsDefault).ThenBy(p => p.Code, StringComparer.Ordinal)
        let grids = map.Snapshot.Grids.Where(g => g.Grid.Partition == partition.Code).ToArray()
        from level in partition.Levels
        where grids.Any(g => g.Grid.Level == level.Id)
        let id = $"grids-{partition.Code}-{level.Id}"
        select new CollectionPlan(id, () => Make(id, partition, level, grids));

    private static MapCollection Make(string id, Partition partition, Level level, GridVersion[] grids)
    {
        var byId = grids.ToDictionary(g => g.Id);
        var leaves = GridAreas.LeavesUnder(grids);
        var features =
            from grid in grids
            where grid.Grid.Level == level.Id
            let area = GridAreas.AreaOf(grid, leaves[grid.Id])
            where area is { IsEmpty: false }
            let parent = grid.Grid.ParentId is { } p && byId.TryGetValue(p, out var above) ? above.Grid.Code : null
            select Feature(grid.Grid, parent, area);
        return new MapCollection(id, NameOf(partition, level), "grids", [.. features]);
    }

    private static LocalText NameOf(Partition partition, Level level) => partition.IsDefault
        ? level.Name
        : new LocalText($"{partition.Name.Zh}·{level.Name.Zh}", $"{partition.Name.En}: {level.Name.En}");

    private static FeatureJson<ItemProperties> Feature(Grid grid, string? parent, Geometry area) => new(
        grid.Code,
        area,
        new ItemProperties(
            grid.Name,
            grid.Level,
            grid.Code,
            parent,
            grid.Category == GridCategory.Dedicated ? "dedicated" : "base",
            grid.Subtype,
            Label: ItemCollections.LabelOf(area)));
}
