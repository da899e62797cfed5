namespace GridMap.Core.Grids;

/// <summary>
/// The grids of one partition by id, by code and by parent. Immutable; the next one after a change shares with it what the
/// change does not touch. It survives dirty data: a grid whose parent is missing is a root, a chain of parents that comes
/// back to itself is followed once, and of two grids with one code the one with the smaller id is found by it.
/// </summary>
public sealed class GridTree
{
    private static readonly Comparer<Grid> ByCode = Comparer<Grid>.Create(
        static (a, b) => string.CompareOrdinal(a.Code, b.Code) is not 0 and var order ? order : a.Id.CompareTo(b.Id));

    private static readonly Comparer<Grid> ByParent = Comparer<Grid>.Create(static (a, b) =>
        Nullable.Compare(a.ParentId, b.ParentId) is not 0 and var order ? order : ByCode.Compare(a, b));

    private readonly SortedChunks<Grid> byId;
    private readonly SortedChunks<Grid> byCode;
    private readonly SortedChunks<Grid> byParent;
    private readonly Lazy<IReadOnlyList<Grid>> roots;

    /// <summary>A tree of these grids.</summary>
    /// <exception cref="ArgumentException">Two have the same id.</exception>
    public GridTree(IEnumerable<Grid> grids)
        : this(SortedChunks.ById(grids))
    {
    }

    private GridTree(SortedChunks<Grid> byId)
        : this(byId, SortedChunks<Grid>.Of(byId, ByCode), SortedChunks<Grid>.Of(byId, ByParent))
    {
        Grid? before = null;
        foreach (var grid in byId)
        {
            if (grid.Id == before?.Id)
            {
                throw new ArgumentException($"Two grids have the id {grid.Id}.", nameof(byId));
            }

            before = grid;
        }
    }

    private GridTree(SortedChunks<Grid> byId, SortedChunks<Grid> byCode, SortedChunks<Grid> byParent)
    {
        (this.byId, this.byCode, this.byParent) = (byId, byCode, byParent);
        roots = new(ListRoots);
    }

    /// <summary>The tree with other grids in the place of some.</summary>
    /// <param name="put">New grids, and new versions of grids that are there.</param>
    /// <param name="retired">The ids of those that go; unknown ones are passed over.</param>
    public GridTree With(IReadOnlyCollection<Grid> put, IReadOnlyCollection<long> retired)
    {
        var removed = put.Select(static g => g.Id).Concat(retired).Distinct().Select(Find).OfType<Grid>().ToList();
        return new GridTree(byId.With(put, removed), byCode.With(put, removed), byParent.With(put, removed));
    }

    /// <summary>All grids in the order of their ids.</summary>
    public IReadOnlyList<Grid> Grids => byId;

    /// <summary>The grids without a parent, and those whose parent is missing; by code.</summary>
    public IReadOnlyList<Grid> Roots => roots.Value;

    /// <summary>The grid of that id, or null.</summary>
    public Grid? Find(long id) => byId.Find(id);

    /// <summary>The grid of that code, or null.</summary>
    public Grid? Find(string code) => byCode.Find(code, static (grid, key) => string.CompareOrdinal(grid.Code, key));

    /// <summary>The grid above, or null where there is none or it is missing.</summary>
    public Grid? FindParent(Grid grid) => grid.ParentId is { } parent ? Find(parent) : null;

    /// <summary>The grids directly below, by code.</summary>
    public IEnumerable<Grid> ListChildren(long id) =>
        byParent.List(id, static (grid, key) => grid.ParentId is { } parent ? parent.CompareTo(key) : -1);

    /// <summary>Whether a grid is directly below, or would be if there were one of that id.</summary>
    public bool HasChildren(long id) => ListChildren(id).Any();

    /// <summary>From the root down to the grid, both included; in a cycle every grid once.</summary>
    public IReadOnlyList<Grid> ListPath(Grid grid)
    {
        var path = new List<Grid>(4);
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
            found.AddRange(ListChildren(found[i].Id).Where(child => seen.Add(child.Id)));
        }

        return found;
    }

    private List<Grid> ListRoots() =>
        [.. byCode.Where(grid => grid.ParentId is not { } parent || Find(parent) is null)];
}
