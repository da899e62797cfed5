using System.Text;

namespace GridMap.Data.Exchange.Csv;

/// <summary>
/// Lines of a text with the line break that ended them, so that a quoted field keeps its own; lines can be put back.
/// </summary>
internal sealed class CsvLineReader(TextReader text)
{
    private readonly char[] buffer = new char[1 << 16];
    private readonly StringBuilder partial = new();
    private readonly LinkedList<string> returned = [];
    private int start;
    private int end;

    /// <summary>The number of the line that was read last; 1 for the first.</summary>
    public long Line { get; private set; }

    /// <summary>The next line with its line break, or null at the end.</summary>
    public string? Read()
    {
        if (returned.First is { } node)
        {
            returned.RemoveFirst();
            Line++;
            return node.Value;
        }

        var line = ReadFresh();
        Line += line is null ? 0 : 1;
        return line;
    }

    /// <summary>Gives lines back, the first of them to be read next.</summary>
    public void Return(IReadOnlyList<string> lines)
    {
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            returned.AddFirst(lines[i]);
        }

        Line -= lines.Count;
    }

    private string? ReadFresh()
    {
        partial.Clear();
        while (true)
        {
            var rest = buffer.AsSpan(start, end - start);
            var feed = rest.IndexOf('\n');
            if (feed >= 0)
            {
                start += feed + 1;
                return Whole(rest[..(feed + 1)]);
            }

            partial.Append(rest);
            start = 0;
            end = text.Read(buffer, 0, buffer.Length);
            if (end == 0)
            {
                return partial.Length == 0 ? null : partial.ToString();
            }
        }
    }

    private string Whole(ReadOnlySpan<char> tail) =>
        partial.Length == 0 ? tail.ToString() : partial.Append(tail).ToString();
}
