using GridMap.Core;
using GridMap.Data.Exchange;
using GridMap.Data.Exchange.Exporting;
using GridMap.Data.Importing.Exports;
using Microsoft.Data.Sqlite;

namespace GridMap.Data.Importing;

/// <summary>
/// Writes what a state holds as a file that the import of that kind reads back to the same items. The file appears whole
/// or not at all.
/// </summary>
public static class Exporter
{
    /// <summary>The kinds of export.</summary>
    public static readonly IReadOnlyList<string> Kinds =
    [
        "grids", "reference", "dwellings", "addresses", "duties", "emergencies", "resources", "kinds", "vocabulary",
        "findings",
    ];

    /// <summary>Writes a file.</summary>
    /// <exception cref="ExchangeException">It cannot be written, or the format does not fit.</exception>
    /// <exception cref="ImportException">The kind, the partition or another word is not known.</exception>
    public static ExportResult Export(MapSnapshot snapshot, ExportRequest request)
    {
        if (request.Kind is "vocabulary" or "kinds")
        {
            return ExportWords(snapshot, request);
        }

        var (table, readBack) = Tables.Of(snapshot, request);
        Func<string, ExportTable, long> write = FileFormats.Of(request.File) switch
        {
            FileFormat.GeoJson => GeoJsonExport.Write,
            FileFormat.GeoPackage => GeoPackageExport.Write,
            FileFormat.Csv => CsvExport.Write,
            _ => throw new ExchangeException("Shapefiles are not written. Name a .geojson, .gpkg or .csv file."),
        };
        return new ExportResult(Atomically(request.File, path => write(path, table)), readBack);
    }

    private static ExportResult ExportWords(MapSnapshot snapshot, ExportRequest request)
    {
        if (!request.File.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            throw new ExchangeException("Kinds and vocabularies are written as JSON only. Name a .json file.");
        }

        return request.Kind == "kinds"
            ? new ExportResult(
                Atomically(request.File, path => VocabularyExport.WriteKinds(path, snapshot)),
                new KindImport { File = request.File })
            : new ExportResult(
                Atomically(request.File, path => VocabularyExport.Write(path, snapshot)),
                new VocabularyImport { File = request.File });
    }

    private static long Atomically(string file, Func<string, long> write)
    {
        var draft = $"{file}.{Environment.ProcessId}.part{Path.GetExtension(file)}";
        try
        {
            var rows = write(draft);
            File.Move(draft, file, overwrite: true);
            return rows;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new ExchangeException(
                $"'{file}' cannot be written: {e.Message} Free space or name another place; what was there before is "
                + "untouched.", e);
        }
        finally
        {
            if (File.Exists(draft))
            {
                File.Delete(draft);
            }
        }
    }
}
