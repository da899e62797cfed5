using System.Globalization;
using System.Text;
using NetTopologySuite.IO.Esri.Dbf;

namespace GridMap.Data.Exchange.Shapefile;

/// <summary>
/// Reads a Shapefile: geometries from its .shp, fields from its .dbf, the coordinate system from its .prj, the encoding
/// from its .cpg; without one it is detected. All parts must be there and whole.
/// </summary>
internal sealed class ShapefileSource : SourceFile
{
    private static readonly string[] Parts = [".shx", ".dbf"];
    private readonly ShpReader shapes;
    private readonly DbfReader table;
    private readonly string[] names;

    private ShapefileSource(SourceOptions options, ShpReader shapes, Encoding encoding)
        : base(options.Path, FileFormat.Shapefile)
    {
        this.shapes = shapes;
        Length = shapes.Length;
        Encoding = encoding.WebName;
        Crs = Sidecar(options.Path, ".prj") is { } prj ? File.ReadAllText(prj).Trim() : null;
        CrsDefinition = Crs;
        table = new DbfReader(Sidecar(options.Path, ".dbf")!, encoding);
        names = [.. table.Fields.Select(f => f.Name)];
        Fields = names;
    }

    /// <inheritdoc/>
    public override long Position => shapes.Position;

    /// <summary>Opens the parts of a Shapefile.</summary>
    public static ShapefileSource OpenFile(SourceOptions options)
    {
        foreach (var ending in Parts)
        {
            _ = Sidecar(options.Path, ending) ?? throw new ExchangeException(
                $"'{System.IO.Path.ChangeExtension(options.Path, ending)}' is missing: a Shapefile is .shp, .shx and .dbf "
                + "together. Copy them all.");
        }

        var dbf = DbfHeader.Read(Sidecar(options.Path, ".dbf")!);
        var shapes = new ShpReader(options.Path);
        try
        {
            return new ShapefileSource(options, shapes, EncodingOf(options, dbf));
        }
        catch
        {
            shapes.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<SourceRow> ReadRows()
    {
        for (long number = 1; shapes.MoveNext(number); number++)
        {
            yield return Row(number);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        shapes.Dispose();
        table.Dispose();
    }

    private SourceRow Row(long number)
    {
        try
        {
            if (!table.Read(out var isDeleted))
            {
                return SourceRow.Bad(number, "dbf", null, "The .dbf has fewer rows than the .shp. Fetch the file again.");
            }

            var values = table.Fields.Select(f => Text(f.Value)).ToArray();
            return isDeleted
                ? SourceRow.Bad(number, "deleted", values.FirstOrDefault(), "The row is marked as deleted in the .dbf.")
                : new SourceRow(number, names, values, shapes.Shape());
        }
        catch (ShapeException e)
        {
            return e.ToRow(number);
        }
        catch (DecoderFallbackException)
        {
            return SourceRow.Bad(
                number, "encoding", null, $"A text is not {Encoding}. Name the encoding with --encoding.");
        }
        catch (FormatException e)
        {
            return SourceRow.Bad(number, "dbf", null, $"A field of the .dbf cannot be read: {e.Message}");
        }
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)?.TrimEnd(' ', '\0'),
    };

    private static Encoding EncodingOf(SourceOptions options, DbfHeader dbf)
    {
        var named = options.Encoding
            ?? (Sidecar(options.Path, ".cpg") is { } cpg ? File.ReadAllText(cpg).Trim() : null);
        return named is { Length: > 0 }
            ? TextEncodings.Get(named)
            : TextEncodings.Detect(dbf.Sample()) ?? throw new ExchangeException(
                $"The encoding of '{options.Path}' is unclear: it has no .cpg, and its texts are neither UTF-8 nor "
                + "GB18030 nor EUC-KR. Name it with --encoding, for example iso-8859-1.");
    }

    private static string? Sidecar(string path, string ending)
    {
        var lower = System.IO.Path.ChangeExtension(path, ending);
        var upper = System.IO.Path.ChangeExtension(path, ending.ToUpperInvariant());
        return File.Exists(lower) ? lower : File.Exists(upper) ? upper : null;
    }
}
