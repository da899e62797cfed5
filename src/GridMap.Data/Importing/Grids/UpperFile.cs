using GridMap.Data.Exchange;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;

namespace GridMap.Data.Importing.Grids;

/// <summary>Finds the upper grid of each leaf in a file of polygons: the one that holds the leaf's interior point.</summary>
internal static class UpperFile
{
    private static readonly string[] CodeLike = ["code", "id", "nr", "key"];
    private static readonly string[] NameLike = ["name", "nam", "title"];

    /// <summary>Gives each row its path.</summary>
    /// <exception cref="ImportException">The file has a bad row, or no field for the code.</exception>
    public static void Assign(ImportRun run, GridImport request, IReadOnlyList<GridRow> rows)
    {
        var index = Read(run, request);
        foreach (var row in rows)
        {
            var point = row.Shape!.InteriorPoint;
            var upper = index.Query(point.EnvelopeInternal)
                .Where(u => u.Area.Covers(point))
                .OrderBy(u => u.Grid.Code, StringComparer.Ordinal)
                .Select(u => (UpperGrid?)u.Grid)
                .FirstOrDefault();
            row.Path = upper is { } found ? [found] : [];
            if (upper is null)
            {
                run.Report.Note(
                    "no-upper", $"Grids lie in no polygon of '{request.Upper}', the first {row.Code}; they have no "
                    + "grid above them.");
            }
        }
    }

    private static STRtree<(UpperGrid Grid, IPreparedGeometry Area)> Read(ImportRun run, GridImport request)
    {
        using var file = SourceFile.Open(new SourceOptions(request.Upper!) { Encoding = request.Encoding });
        var shapes = new RowShapes(FileCrs.Of(file, file.Crs is null ? request.Crs : null));
        var code = FieldOf(file, request.Code, CodeLike, "code") ?? throw new ImportException(
            $"'{request.Upper}' has no field '{request.Code}', nor one that looks like a code. Its fields: "
            + $"{string.Join(", ", file.Fields)}. Rename its field to '{request.Code}'.");
        var name = FieldOf(file, request.Name ?? "name", NameLike, "name");
        run.Report.Note("upper-fields", $"Of '{request.Upper}' the field '{code}' is the code"
            + (name is null ? "." : $" and '{name}' the name."));
        var index = new STRtree<(UpperGrid, IPreparedGeometry)>();
        foreach (var row in file.ReadRows())
        {
            var upper = Upper(request, shapes, row, code, name);
            index.Insert(upper.Area.EnvelopeInternal, (upper.Grid, PreparedGeometryFactory.Prepare(upper.Area)));
        }

        return index;
    }

    private static (UpperGrid Grid, Geometry Area) Upper(
        GridImport request, RowShapes shapes, SourceRow row, string code, string? name)
    {
        var (shape, problem) = row.Problem is null ? shapes.Place(row, ShapeTypes.Area) : (null, row.Problem);
        if (problem is not null)
        {
            throw new ImportException($"'{request.Upper}', row {row.Number}: {problem.Message}");
        }

        var value = row.Find(code)?.Trim() ?? throw new ImportException(
            $"'{request.Upper}', row {row.Number}: '{code}' is empty. Every grid needs a code.");
        return (new UpperGrid(value, row.Find(name)), shape!);
    }

    private static string? FieldOf(SourceFile file, string wanted, string[] like, string what) =>
        file.Fields.Contains(wanted)
            ? wanted
            : file.Fields.FirstOrDefault(f => f.Equals(what, StringComparison.OrdinalIgnoreCase))
                ?? file.Fields.FirstOrDefault(f => like.Any(l => f.EndsWith(l, StringComparison.OrdinalIgnoreCase)));
}
