using System.Buffers;
using System.Text;
using System.Text.Unicode;
using GridMap.Core;
using GridMap.Core.Grids;
using GridMap.Data.Answers;

namespace GridMap.Data.Batch;

/// <summary>
/// Separated text with a header. A row keeps its bytes as they are; what it is answered is appended. A row with fewer
/// fields than the header is filled up, one with more keeps the surplus in its last column: then the results stand in
/// their columns.
/// </summary>
internal sealed class CsvRows : IRowFormat
{
    private const int KeptPaths = 1 << 14;

    private readonly byte[] header;
    private readonly byte[] lineEnd;
    private readonly byte separator;
    private readonly Encoding encoding;
    private readonly int fieldCount;
    private readonly int[] asked;
    private readonly IRowAnswerer answerer;
    private readonly RecentParts<IReadOnlyList<Grid>, byte[]> paths;

    /// <param name="head">What the first record says.</param>
    /// <param name="answerer">Who answers the rows.</param>
    /// <exception cref="BatchException">The header lacks a column that is asked for.</exception>
    public CsvRows(CsvHead head, IRowAnswerer answerer)
    {
        (header, lineEnd, separator, encoding) = (head.Bytes, head.LineEnd, head.Separator, head.Encoding);
        (fieldCount, this.answerer) = (head.Names.Length, answerer);
        asked = [.. answerer.Columns.Select(head.Get)];
        paths = new(KeptPaths, path => Encoded(Quoted(path.Count == 0 ? "" : path[^1].Code), Quoted(ResultColumns.TextOf(path))));
    }

    /// <inheritdoc/>
    public string ContentType => $"text/csv; charset={encoding.WebName}";

    /// <inheritdoc/>
    public int FindEnd(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.Contains((byte)'"'))
        {
            return bytes.LastIndexOf((byte)'\n') + 1;
        }

        var end = 0;
        while (CsvFields.EndOfRecord(bytes[end..], separator) is > 0 and var length)
        {
            end += length;
        }

        return end;
    }

    /// <inheritdoc/>
    public void WriteHead(IBufferWriter<byte> output)
    {
        output.Write(header);
        foreach (var name in ResultColumns.Names)
        {
            ResultColumns.WriteByte(separator, output);
            output.Write(encoding.GetBytes(name));
        }

        output.Write(lineEnd);
    }

    /// <inheritdoc/>
    public int Answer(ReadOnlySpan<byte> rows, IBufferWriter<byte> output)
    {
        var isClean = IsClean(rows);
        var count = 0;
        while (!rows.IsEmpty)
        {
            var length = CsvFields.EndOfRecord(rows, separator);
            var isOpen = length < 0 && rows.Contains((byte)'"') && IsOpen(rows);
            length = length > 0 ? length : isOpen ? rows.IndexOf((byte)'\n') + 1 : rows.Length;
            length = length == 0 ? rows.Length : length;
            var end = rows[LengthWithoutEnd(rows[..length])..length];
            var row = rows[..(length - end.Length)];
            if (row.IsEmpty)
            {
                output.Write(end);
            }
            else
            {
                AnswerRow(row, isOpen, isClean, output);
                output.Write(end.IsEmpty ? lineEnd : end);
                count++;
            }

            rows = rows[length..];
        }

        return count;
    }

    /// <inheritdoc/>
    public void WriteStop(string reason, IBufferWriter<byte> output)
    {
        Fill(1, output);
        WriteResult(RowAnswer.Bad(reason), output);
        output.Write(lineEnd);
    }

    private void AnswerRow(ReadOnlySpan<byte> row, bool isOpen, bool isClean, IBufferWriter<byte> output)
    {
        Span<Range> found = stackalloc Range[2];
        var (count, surplus) = isOpen ? (1, row.Length) : Split(row, found);
        if (count <= fieldCount)
        {
            output.Write(row);
            Fill(count, output);
        }
        else
        {
            output.Write(row[..surplus]);
            WriteQuoted(row[surplus..], output);
        }

        var answer = isOpen ? RowAnswer.Bad("A quote is opened and never closed.")
            : !isClean && FindFault(row) is { } fault ? RowAnswer.Bad(fault)
            : count != fieldCount ? RowAnswer.Bad($"Fields: {count}; the header has {fieldCount}.")
            : answerer.Answer(TextOf(row[found[0]]), asked.Length > 1 ? TextOf(row[found[1]]) : default);
        WriteResult(answer, output);
    }

    /// <summary>Finds the fields that are asked for.</summary>
    /// <returns>How many fields there are, and where the last one that the header knows begins.</returns>
    private (int Count, int Last) Split(ReadOnlySpan<byte> row, Span<Range> found)
    {
        var (count, last) = (0, 0);
        for (var at = 0; ; count++)
        {
            last = count < fieldCount ? at : last;
            var length = Math.Max(0, CsvFields.EndOfField(row[at..], separator));
            for (var i = 0; i < asked.Length; i++)
            {
                found[i] = asked[i] == count ? at..(at + length) : found[i];
            }

            // A quoted field may hold line feeds; outside quotes a row has none.
            at += length + 1;
            if (at > row.Length)
            {
                return (count + 1, last);
            }
        }
    }

    private void WriteResult(in RowAnswer answer, IBufferWriter<byte> output)
    {
        ResultColumns.WriteByte(separator, output);
        output.Write(ResultColumns.Word(answer.Status));
        ResultColumns.WriteByte(separator, output);
        output.Write(paths.Of(answer.Path));
        ResultColumns.WriteByte(separator, output);
        ResultColumns.WriteNumber(Rounded.Metres(answer.BorderMetres), output);
        ResultColumns.WriteByte(separator, output);
        WriteText(answer.Address, output);
        ResultColumns.WriteByte(separator, output);
        ResultColumns.WriteNumber(answer.Score, output);
        ResultColumns.WriteByte(separator, output);
        ResultColumns.WriteNumber(answer.ScoreNext, output);
        ResultColumns.WriteByte(separator, output);
        WriteText(answer.Reason, output);
    }

    private void WriteText(string? text, IBufferWriter<byte> output)
    {
        if (!string.IsNullOrEmpty(text))
        {
            output.Write(encoding.GetBytes(Quoted(text)));
        }
    }

    private byte[] Encoded(string first, string second) => encoding.GetBytes($"{first}{(char)separator}{second}");

    private string Quoted(string text) => text.AsSpan().IndexOfAny(['"', '\r', '\n', (char)separator]) < 0
        ? text
        : $"\"{text.Replace("\"", "\"\"")}\"";

    private void Fill(int count, IBufferWriter<byte> output)
    {
        for (var i = count; i < fieldCount; i++)
        {
            ResultColumns.WriteByte(separator, output);
        }
    }

    private static void WriteQuoted(ReadOnlySpan<byte> fields, IBufferWriter<byte> output)
    {
        ResultColumns.WriteByte((byte)'"', output);
        foreach (var value in fields)
        {
            ResultColumns.WriteByte(value, output);
            if (value == '"')
            {
                ResultColumns.WriteByte(value, output);
            }
        }

        ResultColumns.WriteByte((byte)'"', output);
    }

    private ReadOnlySpan<byte> TextOf(ReadOnlySpan<byte> field)
    {
        var text = CsvFields.TextOf(field);
        return encoding is UTF8Encoding || Ascii.IsValid(text) ? text : Encoding.UTF8.GetBytes(encoding.GetString(text));
    }

    private bool IsClean(ReadOnlySpan<byte> rows) =>
        !rows.Contains((byte)0) && (encoding is UTF8Encoding ? Utf8.IsValid(rows) : Ascii.IsValid(rows));

    private string? FindFault(ReadOnlySpan<byte> row)
    {
        if (row.Contains((byte)0))
        {
            return "The row holds a NUL byte.";
        }

        try
        {
            encoding.GetCharCount(row);
            return null;
        }
        catch (DecoderFallbackException)
        {
            return $"The row holds bytes that are not {encoding.WebName}, or ends in the middle of a character.";
        }
    }

    private bool IsOpen(ReadOnlySpan<byte> rows)
    {
        for (var at = 0; at <= rows.Length;)
        {
            var length = CsvFields.EndOfField(rows[at..], separator);
            if (length < 0)
            {
                return true;
            }

            at += length + 1;
        }

        return false;
    }

    private static int LengthWithoutEnd(ReadOnlySpan<byte> line) =>
        line.Length - (line.EndsWith("\r\n"u8) ? 2 : line.EndsWith("\n"u8) ? 1 : 0);
}
