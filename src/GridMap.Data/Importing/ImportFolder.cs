using System.Text.Json;
using GridMap.Data.Exchange;
using GridMap.Data.Stores;

namespace GridMap.Data.Importing;

/// <summary>Runs the imports that an <c>import.json</c> lists, in its order; its files are relative to its folder.</summary>
public static class ImportFolder
{
    /// <summary>The requests of a list, their files as paths.</summary>
    /// <param name="path">The <c>import.json</c>, or the folder that holds one.</param>
    /// <exception cref="ExchangeException">It cannot be read.</exception>
    public static IReadOnlyList<ImportRequest> Read(string path)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, "import.json") : path;
        SourceFile.CheckReadable(file);
        try
        {
            var requests = JsonSerializer.Deserialize(File.ReadAllBytes(file), ImportJson.Default.ListImportRequest) ?? [];
            var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
            return [.. requests.Select(r => Rooted(r, folder))];
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw new ExchangeException(
                $"'{file}' is not a list of imports: {e.Message} See geodata/README.md for its form.", e);
        }
    }

    /// <summary>Runs them; stops behind the first that is refused.</summary>
    /// <param name="store">The store.</param>
    /// <param name="path">The <c>import.json</c>, or the folder that holds one.</param>
    /// <param name="actor">Who does it; not empty.</param>
    /// <param name="time">The clock; its local zone is the one that dates are in.</param>
    /// <param name="progress">Is told how far the current file is.</param>
    /// <param name="cancellation">Ends it; what was published stays.</param>
    /// <returns>A report for each import that ran.</returns>
    public static async Task<IReadOnlyList<ImportReport>> RunAsync(
        IMapStore store,
        string path,
        string actor,
        TimeProvider time,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        var reports = new List<ImportReport>();
        foreach (var request in Read(path))
        {
            var report = await Importer.RunAsync(store, request, actor, time, progress, cancellation);
            reports.Add(report);
            if (report.Outcome == ImportOutcome.Refused)
            {
                break;
            }
        }

        return reports;
    }

    private static ImportRequest Rooted(ImportRequest request, string folder) => request switch
    {
        GridImport { Upper: { } upper } grids => grids with
        {
            File = Path.Combine(folder, grids.File),
            Upper = Path.Combine(folder, upper),
        },
        _ => request with { File = Path.Combine(folder, request.File) },
    };
}
