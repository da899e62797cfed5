using System.Text;
using System.Text.Unicode;
using GridMap.Data.Exchange;

namespace GridMap.Data.Batch;

/// <summary>
/// What the first rows of separated text say: encoding, separator (the one that the header holds most of: comma,
/// semicolon, tab) and columns.
/// </summary>
internal sealed class CsvHead
{
    private CsvHead(byte[] bytes, byte[] lineEnd, Encoding encoding)
    {
        (Bytes, LineEnd, Encoding) = (bytes, lineEnd, encoding);
        Separator = ",;\t"u8.ToArray().MaxBy(separator => bytes.Count(b => b == separator));
        var names = new List<string>();
        for (var at = 0; at <= bytes.Length;)
        {
            var length = CsvFields.EndOfField(bytes.AsSpan(at), Separator);
            length = length < 0 ? bytes.Length - at : length;
            names.Add(Text(CsvFields.TextOf(bytes.AsSpan(at, length))).Trim());
            at += length + 1;
        }

        Names = [.. names];
    }

    /// <summary>The header as it stands, with its byte order mark and without its line end.</summary>
    public byte[] Bytes { get; }

    /// <summary>How lines end.</summary>
    public byte[] LineEnd { get; }

    /// <summary>The encoding; it throws on what is none.</summary>
    public Encoding Encoding { get; }

    /// <summary>What stands between fields.</summary>
    public byte Separator { get; }

    /// <summary>The columns.</summary>
    public string[] Names { get; }

    /// <summary>Reads the head.</summary>
    /// <param name="start">The first bytes of the text.</param>
    /// <param name="encodingName">The name of the encoding, or null: it is found out.</param>
    /// <returns>The head, and where the rows begin.</returns>
    /// <exception cref="BatchException">There is no header, or it is no text.</exception>
    public static (CsvHead Head, int End) Read(ReadOnlySpan<byte> start, string? encodingName)
    {
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            throw new BatchException("The text is UTF-16. Accepted: UTF-8 or GB18030.");
        }

        var line = start.IndexOf((byte)'\n');
        var header = line < 0 ? start : start[..line];
        var lineEnd = header.EndsWith("\r"u8) ? "\r\n"u8 : "\n"u8;
        header = header.TrimEnd((byte)'\r');
        if (header.IsEmpty || header.Contains((byte)0))
        {
            throw new BatchException("The first line must be a header with the names of the columns.");
        }

        var encoding = encodingName is null ? Detect(start) : EncodingOf(encodingName);
        return (new CsvHead(header.ToArray(), lineEnd.ToArray(), encoding), line < 0 ? start.Length : line + 1);
    }

    /// <summary>The place of a column; letter case does not count where the exact name is not there.</summary>
    /// <exception cref="BatchException">There is none of that name.</exception>
    public int Get(string name)
    {
        var place = Array.IndexOf(Names, name);
        place = place >= 0 ? place : Array.FindIndex(Names, n => n.Equals(name, StringComparison.OrdinalIgnoreCase));
        return place >= 0 ? place : throw new BatchException(
            $"There is no column '{name}'. The header has: {string.Join(", ", Names)}.");
    }

    private string Text(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Encoding.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new BatchException($"The header holds bytes that are not {Encoding.WebName}. Accepted: UTF-8 or GB18030.");
        }
    }

    // One line with a fault must not decide for all: most lines that are not plain ASCII do.
    private static Encoding Detect(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith(Encoding.UTF8.Preamble))
        {
            return TextEncodings.Utf8;
        }

        var (valid, faulty) = (0, 0);
        foreach (var range in start.Split((byte)'\n'))
        {
            var line = start[range];
            if (range.End.Value < start.Length && !Ascii.IsValid(line))
            {
                (valid, faulty) = Utf8.IsValid(line) ? (valid + 1, faulty) : (valid, faulty + 1);
            }
        }

        return faulty > valid ? TextEncodings.Get("gb18030") : TextEncodings.Utf8;
    }

    private static Encoding EncodingOf(string name)
    {
        try
        {
            if (TextEncodings.Get(name) is { WebName: "utf-8" or "gb18030" } encoding)
            {
                return encoding;
            }
        }
        catch (ExchangeException)
        {
            // Said below.
        }

        throw new BatchException($"The encoding '{name}' is not read here. Accepted: utf-8, gb18030.");
    }
}
