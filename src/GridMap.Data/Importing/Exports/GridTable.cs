using GridMap.Core;
using GridMap.Core.Grids;
using GridMap.Data.Exchange.Exporting;

namespace GridMap.Data.Importing.Exports;

/// <summary>
/// The grids of a partition: leaves with their polygons and the names of the grids above them, and the upper grids as
/// rows without a geometry, so that their words come back too.
/// </summary>
internal static class GridTable
{
    /// <summary>The table and the import that reads it back.</summary>
    public static (ExportTable Table, ImportRequest ReadBack) Of(MapSnapshot map, ExportRequest request)
    {
        var partition = Find(map, request.Partition);
        var grids = map.Grids.Where(g => g.Grid.Partition == partition.Code).OrderBy(g => g.Grid.Code, StringComparer.Ordinal)
            .ToList();
        var byId = grids.ToDictionary(g => g.Id, g => g.Grid);
        var table = new TableBuilder<GridVersion>()
            .Plain("code", g => g.Grid.Code)
            .Plain("name", g => g.Grid.Name)
            .Plain("parent", g => Above(byId, g.Grid)?.Code)
            .Plain("category", g => Category(g.Grid))
            .Target("level", g => g.Grid.Level)
            .Target("households", g => g.Grid.Stated.Households?.ToString(), isNumber: true)
            .Target("population", g => g.Grid.Stated.Population?.ToString(), isNumber: true)
            .Attributes(grids, g => g.Grid.Attributes);
        foreach (var level in partition.Levels.SkipLast(1))
        {
            table.Plain(level.Id, g => NameAt(byId, g.Grid, level.Id));
        }

        return (table.Build("grids", grids, g => g.Shape), new GridImport
        {
            File = request.File,
            Code = "code",
            Name = grids.Exists(g => g.Grid.Name is not null) ? "name" : null,
            Parent = grids.Exists(g => g.Grid.ParentId is not null) ? "parent" : null,
            Category = "category",
            Level = [.. partition.Levels.Select(l => l.Id)],
            Partition = partition.Code,
            Tiling = partition.Tiling,
            Set = table.Set,
        });
    }

    private static Partition Find(MapSnapshot map, string? code)
    {
        var found = map.Partitions.OrderByDescending(p => p.IsDefault).Where(p => code is null || p.Code == code).Take(1).ToList();
        return found.Count == 1 ? found[0] : throw new ImportException(
            $"There is no partition '{code ?? "(default)"}' (--partition). There are: "
            + $"{string.Join(", ", map.Partitions.Select(p => p.Code))}.");
    }

    private static string Category(Grid grid) => (grid.Category, grid.Subtype) switch
    {
        (GridCategory.Base, _) => "base",
        (_, null) => "dedicated",
        var (_, subtype) => $"dedicated:{subtype}",
    };

    private static Grid? Above(Dictionary<long, Grid> byId, Grid grid) =>
        grid.ParentId is { } id ? byId.GetValueOrDefault(id) : null;

    private static string? NameAt(Dictionary<long, Grid> byId, Grid grid, string level)
    {
        var at = grid;
        for (var steps = 0; at is not null && at.Level != level && steps < byId.Count; steps++)
        {
            at = Above(byId, at);
        }

        return at?.Level == level ? at.Name : null;
    }
}
