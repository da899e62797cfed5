namespace GridMap.Core.Grids;

/// <summary>
/// The grids of one partition by id, by code and by parent. Immutable; the next one after a change costs a copy of three
/// arrays of references. It survives dirty data: a grid whose parent is missing is a root, a chain of parents that comes
/// back to itself is followed once, and of two grids with one code the one with the smaller id is found by it.
/// </summary>
public sealed class GridTree
{
    private static readonly Comparer<Grid> ById = Comparer<Grid>.Create(static (a, b) => a.Id.CompareTo(b.Id));

    private static readonly Comparer<Grid> ByCode = Comparer<Grid>.Create(
        static (a, b) => string.CompareOrdinal(a.Code, b.Code) is not 0 and var order ? order : a.Id.CompareTo(b.Id));

    private static readonly Comparer<Grid> ByParent = Comparer<Grid>.Create(static (a, b) =>
        Nullable.Compare(a.ParentId, b.ParentId) is not 0 and var order ? order : ByCode.Compare(a, b));

    private readonly Grid[] byId;
    private readonly Grid[] byCode;
    private readonly Grid[] byParent;
    private readonly Lazy<IReadOnlyList<Grid>> roots;

    /// <summary>A tree of these grids.</summary>
    /// <exception cref="ArgumentException">Two have the same id.</exception>
    public GridTree(IEnumerable<Grid> grids)
        : this([.. grids.Order(ById)])
    {
    }

    private GridTree(Grid[] byId)
        : this(byId, [.. byId.Order(ByCode)], [.. byId.Order(ByParent)])
    {
        for (var i = 1; i < byId.Length; i++)
        {
            if (byId[i].Id == byId[i - 1].Id)
            {
                throw new ArgumentException($"Two grids have the id {byId[i].Id}.", nameof(byId));
            }
        }
    }

    private GridTree(Grid[] byId, Grid[] byCode, Grid[] byParent)
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
        return new GridTree(
            SortedItems.Replace(byId, removed, put, ById),
            SortedItems.Replace(byCode, removed, put, ByCode),
            SortedItems.Replace(byParent, removed, put, ByParent));
    }

    /// <summary>All grids in the order of their ids.</summary>
    public IReadOnlyList<Grid> Grids => byId;

    /// <summary>The grids without a parent, and those whose parent is missing; by code.</summary>
    public IReadOnlyList<Grid> Roots => roots.Value;

    /// <summary>The grid of that id, or null.</summary>
    public Grid? Find(long id)
    {
        var (low, high) = (0, byId.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var found = byId[middle];
            if (found.Id == id)
            {
                return found;
            }

            (low, high) = found.Id < id ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }

    /// <summary>The grid of that code, or null.</summary>
    public Grid? Find(string code) =>
        SortedItems.Range(byCode, grid => string.CompareOrdinal(grid.Code, code)) is [var first, ..] ? first : null;

    /// <summary>The grid above, or null where there is none or it is missing.</summary>
    public Grid? FindParent(Grid grid) => grid.ParentId is { } parent ? Find(parent) : null;

    /// <summary>The grids directly below, by code.</summary>
    public IEnumerable<Grid> ListChildren(long id) =>
        SortedItems.Range(byParent, grid => grid.ParentId is { } parent ? parent.CompareTo(id) : -1);

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
