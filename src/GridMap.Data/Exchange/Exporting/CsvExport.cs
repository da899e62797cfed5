using System.Buffers;
using System.Globalization;
using System.Text;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace GridMap.Data.Exchange.Exporting;

/// <summary>
/// Writes CSV (RFC 4180) in UTF-8 with a byte order mark, by which spreadsheets know it. Points are two columns, other
/// geometries WKT. Texts are written as they are: one that begins with <c>=</c> is a formula to a spreadsheet, and
/// changing it would change the data.
/// </summary>
internal static class CsvExport
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",;\t\"\r\n");

    /// <summary>Writes a table; gives the number of rows.</summary>
    public static long Write(string path, ExportTable table)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16);
        return Write(text, table);
    }

    /// <summary>Writes a table; gives the number of rows.</summary>
    public static long Write(TextWriter text, ExportTable table)
    {
        var places = !table.HasShapes ? Array.Empty<string>() : table.ArePoints ? ["lon", "lat"] : ["wkt"];
        Line(text, [.. table.Columns.Select(c => c.Name), .. places]);
        var wkt = new WKTWriter { PrecisionModel = new PrecisionModel() };
        long count = 0;
        foreach (var row in table.Rows)
        {
            Line(text, [.. row.Values, .. Place(table, row.Shape, wkt)]);
            count++;
        }

        return count;
    }

    private static string?[] Place(ExportTable table, Geometry? shape, WKTWriter wkt) => shape switch
    {
        _ when !table.HasShapes => [],
        Point point when table.ArePoints => [Number(point.X), Number(point.Y)],
        _ => [shape is null ? null : wkt.Write(shape)],
    };

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static void Line(TextWriter text, IReadOnlyList<string?> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            text.Write(i == 0 ? "" : ",");
            text.Write(Quoted(cells[i] ?? ""));
        }

        text.Write("\r\n");
    }

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(Special) < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
