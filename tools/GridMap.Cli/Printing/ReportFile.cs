using System.Text.Json;
using GridMap.Data.Importing;

namespace GridMap.Cli.Printing;

/// <summary>Writes reports whole, as JSON: an object for one import, an array for several.</summary>
internal static class ReportFile
{
    /// <summary>Writes them.</summary>
    public static Task WriteAsync(string file, List<ImportReport> reports, CancellationToken cancellation) =>
        File.WriteAllTextAsync(file, Json(reports) + "\n", cancellation);

    private static string Json(List<ImportReport> reports) => reports is [var only]
        ? JsonSerializer.Serialize(only, ImportJson.Readable.ImportReport)
        : JsonSerializer.Serialize(reports, ImportJson.Readable.ListImportReport);
}
