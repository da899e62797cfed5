using System.Text;

namespace GridMap.Data.Exchange.Csv;

/// <summary>
/// Reads separated text with a header line. The separator (comma, semicolon, tab) is the one that the header holds
/// most of; the encoding is named, marked, or detected.
/// </summary>
internal sealed class CsvSource : SourceFile
{
    private readonly FileStream stream;
    private readonly StreamReader text;
    private readonly CsvRecordReader records;
    private readonly CsvShapes shapes;
    private readonly string[] names;

    private CsvSource(SourceOptions options, FileStream stream, Encoding encoding)
        : base(options.Path, FileFormat.Csv)
    {
        this.stream = stream;
        Length = stream.Length;
        Encoding = encoding.WebName;
        text = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, 1 << 16);
        var lines = new CsvLineReader(text);
        var header = Decoded(lines.Read) ?? "";
        lines.Return([header]);
        records = new CsvRecordReader(lines, Separator(header));
        names = Names(Decoded(() => records.Read(out _)) ?? []);
        Fields = names;
        shapes = CsvShapes.For(options, names);
    }

    /// <inheritdoc/>
    public override long Position => stream.Position;

    /// <summary>Opens a file and reads its header.</summary>
    public static CsvSource OpenFile(SourceOptions options)
    {
        var stream = new FileStream(options.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
        try
        {
            return new CsvSource(options, stream, EncodingOf(options, stream));
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<SourceRow> ReadRows()
    {
        for (long number = 1; Decoded(() => Next(number)) is { } row; number++)
        {
            yield return row;
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => text.Dispose();

    private SourceRow? Next(long number)
    {
        var values = records.Read(out var broken);
        if (values is null)
        {
            return null;
        }

        if (broken is not null)
        {
            return SourceRow.Bad(number, "csv-quotes", values[0],
                $"Line {records.Line}: {broken}. Put the field in quotes and double the quotes inside it.");
        }

        return values.Length == names.Length ? Row(number, values) : SourceRow.Bad(
            number, "csv-fields", string.Join(' ', values),
            $"Line {records.Line} has {values.Length} fields, the header has {names.Length}. Put fields that hold the "
            + "separator in quotes.");
    }

    private SourceRow Row(long number, string?[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = values[i]!.Length == 0 ? null : values[i];
        }

        try
        {
            return new SourceRow(number, names, values, shapes.Read(values));
        }
        catch (ShapeException e)
        {
            return SourceRow.Bad(number, e.Rule, e.Value, $"Line {records.Line}: {e.Message}");
        }
    }

    private T Decoded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DecoderFallbackException e)
        {
            throw new ExchangeException(
                $"'{Path}' holds bytes that are not {Encoding}, before byte {stream.Position}. Name its encoding with "
                + "--encoding, for example gb18030.", e);
        }
    }

    private static Encoding EncodingOf(SourceOptions options, FileStream stream)
    {
        var sample = new byte[Math.Min(stream.Length, TextEncodings.SampleSize)];
        stream.ReadExactly(sample);
        stream.Position = 0;
        var encoding = options.Encoding is { } name ? TextEncodings.Get(name) : TextEncodings.Detect(sample);
        if (encoding is null)
        {
            throw new ExchangeException(
                $"'{options.Path}' is neither UTF-8 nor GB18030. Name its encoding with --encoding, for example "
                + "iso-8859-1.");
        }

        return encoding is UnicodeEncoding || !sample.AsSpan().Contains((byte)0) || options.Encoding is not null
            ? encoding
            : throw new ExchangeException(
                $"'{options.Path}' holds NUL bytes: it is no text, or UTF-16 without a byte order mark. Save it as "
                + "UTF-8, or name its encoding with --encoding.");
    }

    private static char Separator(string header) => ",;\t".MaxBy(c => header.Count(h => h == c));

    // A column without a name or with one that is there already still has values that somebody may ask for.
    private static string[] Names(string[] header)
    {
        var names = new List<string>();
        foreach (var cell in header)
        {
            var name = cell.Trim();
            name = name.Length == 0 ? $"column_{names.Count + 1}" : name;
            names.Add(names.Contains(name) ? $"{name}_{names.Count + 1}" : name);
        }

        return [.. names];
    }
}
