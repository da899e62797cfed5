using GridMap.Core.Grids;
using GridMap.Data.Exchange;
using NetTopologySuite.Geometries;

namespace GridMap.Data.Importing.Grids;

/// <summary>Understands the rows of a file of grids, one by one.</summary>
internal sealed class GridRowReader
{
    private static readonly string[] Targets = ["households", "population", "level"];
    private readonly ImportRun run;
    private readonly GridImport request;
    private readonly FieldMap map;
    private readonly Dictionary<string, GridRow> seen = [];

    public GridRowReader(ImportRun run, GridImport request)
    {
        this.run = run;
        this.request = request;
        map = run.NewMap(
            Targets, [request.Code, request.Name, request.Parent, request.Category, .. request.ParentNames]);
    }

    /// <summary>The rows that can be taken, each code once.</summary>
    public List<GridRow> ReadAll()
    {
        foreach (var row in run.ReadRows(map))
        {
            if (Read(row) is { } grid)
            {
                AddUnique(grid);
            }
        }

        return [.. seen.Values];
    }

    private GridRow? Read(SourceRow row)
    {
        if (Code(row) is not { } code || !TryCategory(row, out var category, out var subtype)
            || !TryCount(row, "households", out var households) || !TryCount(row, "population", out var population))
        {
            return null;
        }

        var shape = request.Parent is not null && row.Shape is null ? null : Area(row, code);
        if (shape is null && (row.Shape is not null || request.Parent is null))
        {
            return null;
        }

        return new GridRow(row, code)
        {
            Name = row.Find(request.Name),
            Level = map.Find(row, "level"),
            Category = category,
            Subtype = subtype,
            Stated = new StatedFigures(households, population),
            Attributes = map.Attributes(row),
            Shape = shape,
            Path = Path(row, code),
        };
    }

    private string? Code(SourceRow row)
    {
        var code = row.Find(request.Code)?.Trim();
        if (code is null)
        {
            run.Refuse(row, "no-code", null, $"'{request.Code}' is empty. Every grid needs a code.");
            return null;
        }

        if (code.Any(char.IsWhiteSpace))
        {
            run.Refuse(row, "code-form", code, "A code must have no white space.");
            return null;
        }

        if (request.Prefix.Count > 0 && code.Length != request.Prefix[^1])
        {
            run.Refuse(row, "code-length", code, $"The code has {code.Length} characters; by --prefix "
                + $"{string.Join(',', request.Prefix)} it must have {request.Prefix[^1]}.");
            return null;
        }

        return code;
    }

    private bool TryCategory(SourceRow row, out GridCategory category, out string? subtype)
    {
        category = GridCategory.Base;
        subtype = null;
        var text = row.Find(request.Category);
        switch (text?.Split(':', 2))
        {
            case null or ["base"]:
                return true;
            case ["dedicated"]:
                category = GridCategory.Dedicated;
                return true;
            case ["dedicated", { Length: > 0 } of]:
                category = GridCategory.Dedicated;
                subtype = of;
                return true;
            default:
                run.Refuse(row, "category", text, "The category must be base, dedicated, or dedicated:SUBTYPE.");
                return false;
        }
    }

    private bool TryCount(SourceRow row, string target, out long? count) =>
        Numbers.TryCount(run, row, target, map.Find(row, target), out count);

    private Geometry? Area(SourceRow row, string code)
    {
        if (run.Place(row, ShapeTypes.Area) is not { } shape)
        {
            return null;
        }

        if (RowShapes.WhyInvalid(shape) is not { } why)
        {
            return shape;
        }

        if (!request.AcceptFindings)
        {
            run.Refuse(row, why.Rule, code, why.Message + " Repair the polygon, or take it as it is with --accept-findings.");
            return null;
        }

        run.Report.Note("invalid-polygon", "Polygons were taken although they are invalid: the findings say where.");
        return shape;
    }

    private IReadOnlyList<UpperGrid> Path(SourceRow row, string code)
    {
        if (request.Prefix.Count > 0)
        {
            return [.. request.Prefix.SkipLast(1).Select((n, i) => new UpperGrid(code[..n], NameAt(row, i)))];
        }

        return request.Parent is not null && row.Find(request.Parent)?.Trim() is { } parent
            ? [new UpperGrid(parent, NameAt(row, request.ParentNames.Count - 1))]
            : [];
    }

    private string? NameAt(SourceRow row, int index) =>
        index >= 0 && index < request.ParentNames.Count ? row.Find(request.ParentNames[index]) : null;

    private void AddUnique(GridRow grid)
    {
        if (seen.TryAdd(grid.Code, grid))
        {
            return;
        }

        var other = seen[grid.Code];
        if (grid.Name == other.Name && grid.Attributes.Equals(other.Attributes)
            && Core.Spatial.Shapes.Same(grid.Shape, other.Shape))
        {
            run.Report.Duplicate(new RowProblem(
                grid.Row.Number, "duplicate", grid.Code, $"Row {other.Row.Number} says the same; one grid stands for both."));
            return;
        }

        run.Refuse(grid.Row, "duplicate-code", grid.Code, $"Row {other.Row.Number} has the same code and says something "
            + "else; that row is taken. Give each grid its own code.");
    }
}
