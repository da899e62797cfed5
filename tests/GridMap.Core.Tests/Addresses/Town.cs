using System.Text;
using GridMap.Core.Addresses;
using GridMap.Core.Spatial;

namespace GridMap.Core.Tests.Addresses;

/// <summary>Registers as lines, questions and answers as lines: <c>text = score precision</c>.</summary>
internal static class Town
{
    /// <summary>A register of lines with columns separated by spaces, <c>-</c> where one is empty.</summary>
    /// <param name="columns">The parts in the order of the columns; the text is the columns one after another.</param>
    /// <param name="lines">The addresses, east of one another by 0.001 degree unless a line begins with <c>lon,lat</c>.</param>
    public static AddressIndex Index(string columns, string lines) => AddressIndex.Build(Read(columns, lines), []);

    /// <summary>A register of texts without parts.</summary>
    public static AddressIndex Texts(params string[] texts) => AddressIndex.Build(
        [.. texts.Select((text, i) => Make(i + 1, text, [], new LonLat(119 + (i * 0.001), 36)))], []);

    public static Address[] Read(string columns, string lines)
    {
        var names = columns.Split(' ');
        return [.. lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select((line, i) =>
        {
            var cells = line.Split(' ').ToList();
            var point = new LonLat(119 + (i * 0.001), 36);
            if (cells[0].Contains(','))
            {
                var place = cells[0].Split(',');
                point = new LonLat(double.Parse(place[0]), double.Parse(place[1]));
                cells.RemoveAt(0);
            }

            var parts = names.Zip(cells).Where(static p => p.Second != "-").Select(static p => KeyValuePair.Create(p.First, p.Second.Replace('_', ' '))).ToArray();
            var isHan = parts[0].Value[0] > '\u3400';
            return Make(i + 1, string.Join(isHan ? "" : " ", parts.Select(static p => p.Value)), parts, point);
        })];
    }

    public static Address Make(int id, string text, KeyValuePair<string, string>[] parts, LonLat point) => new()
    {
        Id = id,
        SourceKey = new SourceKey("town", $"{id}"),
        Text = text,
        Parts = AttributeSet.Of(parts),
        Point = point,
    };

    /// <summary>The answers, a line for each: text, precision, and <c>sure</c> (0.9 and more), <c>likely</c> (from 0.5) or <c>unsure</c>.</summary>
    public static string Ask(this AddressIndex index, string question)
    {
        var lines = new StringBuilder();
        foreach (var hit in index.Search(question, 5))
        {
            var word = hit.Score >= 0.9 ? "sure" : hit.Score >= 0.5 ? "likely" : "unsure";
            lines.AppendLine($"{hit.Text} {hit.Precision.ToString().ToLowerInvariant()} {word}{(hit.Interpolated ? " interpolated" : "")}");
        }

        return lines.Length == 0 ? "none" : lines.ToString().TrimEnd();
    }

    /// <summary>The first answer's line.</summary>
    public static string First(this AddressIndex index, string question) => index.Ask(question).Split('\n')[0].TrimEnd();
}
