using GridMap.Core;
using GridMap.Core.Grids;
using GridMap.Core.History;

namespace GridMap.Data.Importing.Grids;

/// <summary>Compares the grids that a file asks for with those that are there.</summary>
internal sealed class GridDiff(ImportRun run, GridImport request, TermBook terms)
{
    private readonly List<GridVersion> put = [];
    private readonly List<long> retired = [];
    private readonly Dictionary<long, Grid> kept = [];
    private readonly List<GridEvent> events = [];

    /// <summary>What happened to each grid, by id.</summary>
    public IReadOnlyList<GridEvent> Events => [.. events.OrderBy(e => e.GridId)];

    /// <summary>Takes a node.</summary>
    public void Take(GridNode node, string level, IEnumerable<string> levels)
    {
        if (!levels.Contains(level))
        {
            Refuse(node, "level", level, $"The partition has no such level, only: {string.Join(", ", levels)}.");
            return;
        }

        var version = new GridVersion(GridOf(node, level), node.IsLeaf ? node.Row!.Shape : ShapeKept(node));
        kept[node.Id] = version.Grid;
        if (version.Grid.Subtype is { } subtype)
        {
            terms.Need(Vocabulary.Subtype, subtype);
        }

        Settle(node, version);
    }

    /// <summary>Retires the grids that the file does not name and that are above none that it names.</summary>
    public void RetireAllBut(IReadOnlyCollection<GridVersion> before)
    {
        var byId = before.ToDictionary(g => g.Id, g => g.Grid);
        foreach (var grid in kept.Values.ToList())
        {
            KeepAbove(grid, byId);
        }

        retired.AddRange(before.Select(g => g.Id).Where(id => !kept.ContainsKey(id)).Order());
        events.AddRange(retired.Select(id => new GridEvent(id, GridChange.Retired, [])));
        run.Report.Retired += retired.Count;
        LeftBehind.Note(run, retired, byId);
    }

    /// <summary>What changes.</summary>
    public Changes<GridVersion> ToChanges() => new([.. put.OrderBy(g => g.Id)], retired);

    private void KeepAbove(Grid grid, Dictionary<long, Grid> byId)
    {
        for (var at = grid; at?.ParentId is { } id && !kept.ContainsKey(id);)
        {
            at = byId.GetValueOrDefault(id);
            kept[id] = at ?? grid;
        }
    }

    private void Settle(GridNode node, GridVersion version)
    {
        var isRow = node.Row is not null ? 1 : 0;
        if (node.Before is not { } old)
        {
            run.Report.New += isRow;
            Put(version, GridChange.Created);
        }
        else if (old.SameContent(version))
        {
            run.Report.Unchanged += isRow;
            return;
        }
        else
        {
            run.Report.Changed += isRow;
            Put(version, GridChanges.Between(old, version));
        }

        if (isRow == 0)
        {
            run.Report.Note("upper-grids", "Upper grids were made or changed to hold the rows.");
        }
    }

    private void Put(GridVersion version, GridChange change)
    {
        put.Add(version);
        events.Add(new GridEvent(version.Id, change, []));
    }

    // A row without a polygon for a grid with others below it changes its words alone; so does an implied grid.
    private static NetTopologySuite.Geometries.Geometry? ShapeKept(GridNode node) =>
        node.Height > 0 ? null : node.Before?.Shape;

    private Grid GridOf(GridNode node, string level)
    {
        var old = node.Before?.Grid;
        if (node.Row is not { } row)
        {
            var implied = old ?? new Grid { Id = node.Id, Partition = request.Partition, Level = level, Code = node.Code };
            return implied with { Level = level, Name = node.ImpliedName ?? implied.Name, ParentId = ParentOf(node) };
        }

        return new Grid
        {
            Id = node.Id,
            Partition = request.Partition,
            ParentId = ParentOf(node),
            Level = level,
            Code = node.Code,
            Name = row.Name ?? node.ImpliedName,
            Category = row.Category,
            Subtype = row.Subtype,
            Stated = row.Stated,
            Attributes = row.Attributes,
        };
    }

    // A file that says nothing of a grid's place in the tree leaves it where it is.
    private static long? ParentOf(GridNode node) => node.Parent?.Id ?? node.Before?.Grid.ParentId;

    private void Refuse(GridNode node, string rule, string value, string message)
    {
        if (node.Row is { } row)
        {
            run.Refuse(row.Row, rule, value, message);
        }
    }
}
