using GridMap.Core.Grids;

namespace GridMap.Data.Importing.Grids;

/// <summary>The tree that a file's rows ask for, with the grids above them.</summary>
internal sealed class GridTree
{
    private readonly ImportRun run;
    private readonly GridImport request;
    private readonly Dictionary<string, GridVersion> before;
    private readonly Dictionary<string, GridNode> nodes = [];

    private GridTree(ImportRun run, GridImport request, Dictionary<string, GridVersion> before)
    {
        this.run = run;
        this.request = request;
        this.before = before;
    }

    /// <summary>The nodes, those above before those below.</summary>
    public IReadOnlyList<GridNode> Nodes { get; private set; } = [];

    /// <summary>How many ranks it has.</summary>
    public int Depth => Nodes.Count == 0 ? 1 : Nodes.Max(n => n.Height) + 1;

    /// <summary>Builds the tree; rows that cannot stand in it are refused.</summary>
    /// <param name="run">The import.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="rows">The rows, each code once.</param>
    /// <param name="before">The partition's grids by code.</param>
    public static GridTree Build(
        ImportRun run, GridImport request, IReadOnlyList<GridRow> rows, Dictionary<string, GridVersion> before)
    {
        var tree = new GridTree(run, request, before);
        foreach (var row in tree.Acceptable(rows))
        {
            tree.Add(row);
        }

        tree.Settle();
        return tree;
    }

    private List<GridRow> Acceptable(IReadOnlyList<GridRow> rows)
    {
        var parents = rows.SelectMany(r => r.Path).Select(u => u.Code).ToHashSet();
        var byCode = rows.ToDictionary(r => r.Code);
        return [.. rows.Where(r => !IsUsed(r) && !IsInCycle(r, byCode) && HasArea(r, parents))];
    }

    private bool IsUsed(GridRow row)
    {
        var used = row.Path.Select(u => u.Code).Append(row.Code)
            .FirstOrDefault(c => !before.ContainsKey(c) && run.Before.UsedGridKeys.ContainsKey($"{request.Partition}/{c}"));
        if (used is null)
        {
            return false;
        }

        run.Refuse(row.Row, "code-used", used, $"The code {used} belonged to another grid, which is retired or recoded, "
            + "or belongs to one that is scheduled. A code is never used again: give a new one.");
        return true;
    }

    private bool IsInCycle(GridRow row, Dictionary<string, GridRow> byCode)
    {
        var at = row;
        for (var steps = 0; steps <= byCode.Count; steps++)
        {
            if (at.Path.Count == 0 || !byCode.TryGetValue(at.Path[^1].Code, out at))
            {
                return false;
            }

            if (at == row)
            {
                run.Refuse(row.Row, "parent-cycle", row.Code, "The grid is above itself. Correct the parent field.");
                return true;
            }
        }

        return false;
    }

    private bool HasArea(GridRow row, HashSet<string> parents)
    {
        var isUpper = parents.Contains(row.Code);
        var old = before.GetValueOrDefault(row.Code);
        if (row.Shape is null && !isUpper && old?.Shape is not null)
        {
            run.Refuse(row.Row, "empty-geometry", row.Code, "The row has no polygon, and the grid is a leaf. Give it one.");
            return false;
        }

        if (row.Shape is null && !isUpper && old is null)
        {
            run.Refuse(row.Row, "empty-geometry", row.Code, "The row has no polygon, and no grid below it. Give it one.");
            return false;
        }

        if (row.Shape is not null && !isUpper && old is { Shape: null } && !request.RetireMissing)
        {
            run.Refuse(row.Row, "is-upper", row.Code, "The grid has others below it, whose union is its area. Leave the "
                + "row out, or retire those with --retire-missing.");
            return false;
        }

        return true;
    }

    private void Add(GridRow row)
    {
        GridNode? above = null;
        foreach (var upper in row.Path)
        {
            var node = Node(upper.Code);
            node.ImpliedName ??= upper.Name;
            if (upper.Name is not null && node.ImpliedName != upper.Name)
            {
                run.Report.Note("upper-name", $"Upper grids have several names in the file; of {upper.Code} "
                    + $"'{node.ImpliedName}' is taken, not '{upper.Name}'.");
            }

            node.Parent ??= above;
            above = node;
        }

        var own = Node(row.Code);
        own.Row = row;
        own.Parent = above;
    }

    private GridNode Node(string code)
    {
        if (!nodes.TryGetValue(code, out var node))
        {
            nodes[code] = node = new GridNode(code, before.GetValueOrDefault(code));
        }

        return node;
    }

    private void Settle()
    {
        foreach (var node in nodes.Values)
        {
            Raise(node);
        }

        Nodes = [.. nodes.Values.OrderByDescending(n => n.Height)];
        foreach (var node in Nodes)
        {
            node.Id = node.Before?.Id ?? run.NewId();
            if (node is { Height: > 0, Row.Shape: not null })
            {
                run.Report.Note("upper-geometry", "Polygons of upper grids are not kept: their area is the union of "
                    + "the grids below.");
            }
        }
    }

    private static void Raise(GridNode node)
    {
        var height = node.Height;
        for (var above = node.Parent; above is not null && above.Height <= height; above = above.Parent)
        {
            above.Height = ++height;
        }
    }
}
