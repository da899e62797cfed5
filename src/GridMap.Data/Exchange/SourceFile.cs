using GridMap.Data.Exchange.Csv;
using GridMap.Data.Exchange.GeoJson;
using GridMap.Data.Exchange.GeoPackage;
using GridMap.Data.Exchange.Shapefile;

namespace GridMap.Data.Exchange;

/// <summary>How a file is to be opened.</summary>
/// <param name="Path">The file.</param>
public sealed record SourceOptions(string Path)
{
    /// <summary>The layer of a GeoPackage that has several.</summary>
    public string? Layer { get; init; }

    /// <summary>The text encoding; null: what the file says, else detected.</summary>
    public string? Encoding { get; init; }

    /// <summary>The field with the longitude or easting; null: <c>lon</c> where a table has it.</summary>
    public string? Lon { get; init; }

    /// <summary>The field with the latitude or northing; null: <c>lat</c> where a table has it.</summary>
    public string? Lat { get; init; }

    /// <summary>The field with a WKT geometry; null: <c>wkt</c> where a table has it.</summary>
    public string? Wkt { get; init; }

    /// <summary>The field that is wanted as an id: of a GeoPackage's key column, which is no field otherwise.</summary>
    public string? Id { get; init; }

    /// <summary>Whether rows are tables alone: no geometry is looked for.</summary>
    public bool TableOnly { get; init; }
}

/// <summary>A file that is being read, one row after the other. Not safe for concurrent use.</summary>
public abstract class SourceFile(string path, FileFormat format) : IDisposable
{
    /// <summary>Opens a file by its ending and reads what stands before its rows.</summary>
    /// <exception cref="ExchangeException">It is absent, empty, not of its format, or the layer is unclear.</exception>
    public static SourceFile Open(SourceOptions options)
    {
        var format = FileFormats.Of(options.Path);
        CheckReadable(options.Path);
        if (options.Layer is not null && format != FileFormat.GeoPackage)
        {
            throw new ExchangeException($"'{options.Path}' has no layers: only a GeoPackage has. Leave --layer out.");
        }

        return Guard(options.Path, () => (SourceFile)(format switch
        {
            FileFormat.GeoJson => GeoJsonSource.OpenFile(options),
            FileFormat.GeoPackage => GeoPackageSource.OpenFile(options),
            FileFormat.Shapefile => ShapefileSource.OpenFile(options),
            _ => CsvSource.OpenFile(options),
        }));
    }

    /// <summary>The file.</summary>
    public string Path { get; } = path;

    /// <summary>Its format.</summary>
    public FileFormat Format { get; } = format;

    /// <summary>The layer that is read, or null where the format has none.</summary>
    public string? Layer { get; protected init; }

    /// <summary>The fields: all of them for tables, those of the first feature for GeoJSON.</summary>
    public IReadOnlyList<string> Fields { get; protected set; } = [];

    /// <summary>Whether every row has these fields and no other.</summary>
    public bool HasFixedFields => Format != FileFormat.GeoJson;

    /// <summary>The coordinate system that the file names: <c>EPSG:n</c>, a URN or WKT; null: it names none.</summary>
    public string? Crs { get; protected init; }

    /// <summary>The definition (WKT) that the file gives beside <see cref="Crs"/>, or null.</summary>
    public string? CrsDefinition { get; protected init; }

    /// <summary>The name of the text encoding that it is read with.</summary>
    public string Encoding { get; protected init; } = "utf-8";

    /// <summary>The size in bytes (of a GeoPackage the number of rows): what <see cref="Position"/> comes to.</summary>
    public long Length { get; protected init; }

    /// <summary>How far it is read.</summary>
    public abstract long Position { get; }

    /// <summary>The rows, read as they are asked for; once only.</summary>
    /// <exception cref="ExchangeException">The file is broken from here on; the message says where.</exception>
    public abstract IEnumerable<SourceRow> ReadRows();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the file.</summary>
    protected abstract void Dispose(bool disposing);

    /// <summary>Says what is wrong with a path before anything is opened.</summary>
    internal static void CheckReadable(string path)
    {
        if (Directory.Exists(path))
        {
            throw new ExchangeException($"'{path}' is a folder. Name a file.");
        }

        if (!File.Exists(path))
        {
            throw new ExchangeException($"There is no file '{path}'.");
        }

        if (new FileInfo(path).Length == 0)
        {
            throw new ExchangeException($"'{path}' is empty (0 bytes). Fetch it again.");
        }
    }

    private static T Guard<T>(string path, Func<T> open)
    {
        try
        {
            return open();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ExchangeException($"'{path}' cannot be read: {e.Message}", e);
        }
    }
}
