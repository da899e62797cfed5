using System.Text;

namespace GridMap.Data.Exchange.Csv;

/// <summary>
/// Records of separated text by RFC 4180: fields in quotes may hold separators, line breaks and doubled quotes. Where
/// the quotes of a record are broken, its first line alone is given up and reading goes on with the next line: a
/// missing quote must not swallow the rest of the file.
/// </summary>
internal sealed class CsvRecordReader(CsvLineReader lines, char separator)
{
    private const int MostLinesOfARecord = 10_000;
    private readonly List<string> fields = [];
    private readonly List<string> taken = [];
    private readonly StringBuilder quoted = new();

    /// <summary>The line on which the last record began.</summary>
    public long Line { get; private set; }

    /// <summary>The next record that is not blank; null at the end of the text.</summary>
    /// <param name="broken">Why the record is broken, or null.</param>
    public string[]? Read(out string? broken)
    {
        broken = null;
        string? line;
        do
        {
            line = lines.Read();
        }
        while (line is not null && line.AsSpan().TrimEnd("\r\n").IsEmpty);

        if (line is null)
        {
            return null;
        }

        Line = lines.Line;
        fields.Clear();
        taken.Clear();
        broken = Split(line);
        if (broken is null)
        {
            return [.. fields];
        }

        lines.Return(taken);
        return [line.TrimEnd('\r', '\n')];
    }

    private string? Split(string line)
    {
        var at = 0;
        while (true)
        {
            string? broken = null;
            if (at < line.Length && line[at] == '"')
            {
                broken = Quoted(ref line, ref at);
            }
            else
            {
                Plain(line, ref at);
            }

            if (broken is not null || at >= line.Length || line[at] != separator)
            {
                return broken;
            }

            at++;
        }
    }

    private void Plain(string line, ref int at)
    {
        var rest = line.AsSpan(at);
        var length = rest.IndexOf(separator);
        var field = length < 0 ? rest.TrimEnd("\r\n") : rest[..length];
        fields.Add(field.ToString());
        at += field.Length;
    }

    private string? Quoted(ref string line, ref int at)
    {
        quoted.Clear();
        at++;
        while (true)
        {
            var length = line.AsSpan(at).IndexOf('"');
            if (length < 0)
            {
                quoted.Append(line.AsSpan(at));
                if (NextLine() is not { } next)
                {
                    return "a quote is opened and never closed";
                }

                line = next;
                at = 0;
                continue;
            }

            quoted.Append(line.AsSpan(at, length));
            at += length + 1;
            if (at < line.Length && line[at] == '"')
            {
                quoted.Append('"');
                at++;
                continue;
            }

            fields.Add(quoted.ToString());
            return IsEndOfField(line, at) ? null : "text follows a closing quote";
        }
    }

    private string? NextLine()
    {
        var next = taken.Count < MostLinesOfARecord ? lines.Read() : null;
        if (next is not null)
        {
            taken.Add(next);
        }

        return next;
    }

    private bool IsEndOfField(string line, int at) => at >= line.Length || line[at] == separator || line[at] is '\r' or '\n';
}
