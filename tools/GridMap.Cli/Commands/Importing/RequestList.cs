using System.Text.Json;
using GridMap.Cli.Running;
using GridMap.Data.Importing;

namespace GridMap.Cli.Commands.Importing;

/// <summary>Reads an <c>import.json</c>.</summary>
internal static class RequestList
{
    private const string Name = "import.json";

    /// <summary>The requests in order, with their files as paths that open from here.</summary>
    /// <param name="path">The list, or a folder with one.</param>
    /// <exception cref="UsageException">It is no list of imports.</exception>
    public static IReadOnlyList<ImportRequest> Read(string path)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, Name) : path;
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        try
        {
            using var stream = File.OpenRead(file);
            var requests = JsonSerializer.Deserialize(stream, ImportJson.Default.ListImportRequest) ?? [];
            return [.. requests.Select(r => FromFolder(r, folder))];
        }
        catch (JsonException error)
        {
            throw new UsageException($"'{file}' is no list of imports: {error.Message}");
        }
    }

    private static ImportRequest FromFolder(ImportRequest request, string folder)
    {
        var there = request with { File = Path.Combine(folder, request.File) };
        return there is GridImport { Upper: { } upper } grids
            ? grids with { Upper = Path.Combine(folder, upper) }
            : there;
    }
}
