using NetTopologySuite.Geometries;

namespace GridMap.Data.Exchange.Exporting;

/// <summary>A column of an export.</summary>
/// <param name="Name">Its name in the file; unique whatever the case.</param>
/// <param name="IsNumber">Whether its values are numbers.</param>
internal readonly record struct ExportColumn(string Name, bool IsNumber = false);

/// <summary>A row of an export: values beside the columns, and a geometry.</summary>
internal readonly record struct ExportRow(string?[] Values, Geometry? Shape);

/// <summary>What is written to a file, in whatever format.</summary>
/// <param name="Name">The name of the layer.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows, made as they are written.</param>
/// <param name="HasShapes">Whether rows have geometries.</param>
/// <param name="ArePoints">Whether all geometries are points: CSV has two columns then, else WKT.</param>
internal sealed record ExportTable(
    string Name, IReadOnlyList<ExportColumn> Columns, IEnumerable<ExportRow> Rows, bool HasShapes, bool ArePoints = false);
