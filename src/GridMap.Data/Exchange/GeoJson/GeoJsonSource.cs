using System.Text.Json;

namespace GridMap.Data.Exchange.GeoJson;

/// <summary>
/// Reads GeoJSON as a stream, in the memory of its largest feature: a FeatureCollection, a single Feature, or Features
/// one after the other (RFC 8142, or one on each line). A byte order mark is skipped.
/// </summary>
internal sealed class GeoJsonSource : SourceFile
{
    private readonly JsonBuffer json;
    private readonly FeatureParser parser = new();
    private readonly bool isCollection;
    private SourceRow? first;
    private long count;

    private GeoJsonSource(SourceOptions options, Stream stream)
        : base(options.Path, FileFormat.GeoJson)
    {
        Length = stream.Length;
        json = new JsonBuffer(stream);
        try
        {
            var header = GeoJsonHeader.Read(json);
            isCollection = header.IsCollection;
            Crs = header.Crs;
            first = Next();
            Fields = first?.Names ?? [];
        }
        catch (JsonException e)
        {
            json.Dispose();
            throw Broken(e);
        }
    }

    /// <inheritdoc/>
    public override long Position => json.Offset;

    /// <summary>Opens a file and reads up to its first feature.</summary>
    public static GeoJsonSource OpenFile(SourceOptions options)
    {
        if (options.Encoding is { } name && !name.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            throw new ExchangeException($"GeoJSON is always UTF-8, not {name}. Leave --encoding out.");
        }

        return new GeoJsonSource(options, new FileStream(
            options.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1));
    }

    /// <inheritdoc/>
    public override IEnumerable<SourceRow> ReadRows()
    {
        while (first is { } row)
        {
            yield return row;
            first = NextOrThrow();
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => json.Dispose();

    private SourceRow? NextOrThrow()
    {
        try
        {
            return Next();
        }
        catch (JsonException e)
        {
            throw Broken(e);
        }
    }

    private SourceRow? Next()
    {
        var next = json.Peek();
        if (next == -1 && !isCollection)
        {
            return null;
        }

        if (next == ']' && isCollection)
        {
            json.Consume(1);
            GeoJsonHeader.ReadRest(json, Crs);
            return null;
        }

        var length = json.WholeValue();
        var row = parser.Parse(json.Window[..length], count + 1);
        count++;
        json.Consume(length);
        return row;
    }

    private ExchangeException Broken(JsonException e) => json.IsCutOff()
        ? new ExchangeException(
            $"'{Path}' is cut off: it ends inside feature {count + 1}, which begins at byte {json.Offset} of "
            + $"{Length}; {count} features before it are whole. Fetch the file again.", e)
        : new ExchangeException(
            $"'{Path}' is not valid GeoJSON after feature {count}, at byte {json.Offset}: {Short(e)} "
            + "Write it again as GeoJSON (RFC 7946), in UTF-8, or convert it with ogr2ogr.", e);

    private static string Short(JsonException e)
    {
        var end = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? e.Message : e.Message[..end];
    }
}
