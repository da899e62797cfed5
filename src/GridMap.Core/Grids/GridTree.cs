namespace GridMap.Core.Grids;

/// <summary>
/// The grids of one partition by id, by code and by parent. Immutable. It survives dirty data: a grid whose parent is
/// missing is a root, a chain of parents that comes back to itself is followed once, and of two grids with one code the
/// one with the smaller id is found by it.
/// </summary>
public sealed class GridTree
{
    private readonly Dictionary<long, Grid> byId;
    private readonly Dictionary<string, Grid> byCode = new(StringComparer.Ordinal);
    private readonly ILookup<long, Grid> byParent;

    /// <summary>A tree of these grids.</summary>
    /// <exception cref="ArgumentException">Two have the same id.</exception>
    public GridTree(IEnumerable<Grid> grids)
    {
        Grids = [.. grids.OrderBy(static g => g.Id)];
        byId = Grids.ToDictionary(static g => g.Id);
        foreach (var grid in Grids)
        {
            byCode.TryAdd(grid.Code, grid);
        }

        var ordered = Grids.OrderBy(static g => g.Code, StringComparer.Ordinal).ToList();
        byParent = ordered.Where(static g => g.ParentId is not null).ToLookup(static g => g.ParentId!.Value);
        Roots = [.. ordered.Where(g => g.ParentId is not { } parent || !byId.ContainsKey(parent))];
    }

    /// <summary>All grids in the order of their ids.</summary>
    public IReadOnlyList<Grid> Grids { get; }

    /// <summary>The grids without a parent, and those whose parent is missing; by code.</summary>
    public IReadOnlyList<Grid> Roots { get; }

    /// <summary>The grid of that id, or null.</summary>
    public Grid? Find(long id) => byId.GetValueOrDefault(id);

    /// <summary>The grid of that code, or null.</summary>
    public Grid? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>The grid above, or null where there is none or it is missing.</summary>
    public Grid? FindParent(Grid grid) => grid.ParentId is { } parent ? Find(parent) : null;

    /// <summary>The grids directly below, by code.</summary>
    public IEnumerable<Grid> ListChildren(long id) => byParent[id];

    /// <summary>From the root down to the grid, both included; in a cycle every grid once.</summary>
    public IReadOnlyList<Grid> ListPath(Grid grid)
    {
        var path = new List<Grid>();
        for (var at = grid; at is not null && !path.Contains(at); at = FindParent(at))
        {
            path.Add(at);
        }

        path.Reverse();
        return path;
    }

    /// <summary>The grid and everything below it, upper ones before lower ones; in a cycle every grid once.</summary>
    public IReadOnlyList<Grid> ListWithDescendants(long id)
    {
        var seen = new HashSet<long>();
        var found = new List<Grid>();
        if (Find(id) is { } root && seen.Add(id))
        {
            found.Add(root);
        }

        for (var i = 0; i < found.Count; i++)
        {
            found.AddRange(byParent[found[i].Id].Where(child => seen.Add(child.Id)));
        }

        return found;
    }
}
