using System.Text;
using System.Text.RegularExpressions;
using GridMap.Data.Exchange;

namespace GridMap.Data.Importing.Items;

/// <summary>
/// A text with fields in braces, for example <c>{street} {housenumber}, {postcode} Berlin</c>. Where a field is empty, the
/// separators about it are closed up.
/// </summary>
internal sealed partial class TextTemplate
{
    private readonly List<(string Literal, string? Field)> parts = [];

    /// <summary>Reads a template; <c>{{</c> and <c>}}</c> stand for braces.</summary>
    /// <exception cref="ImportException">A brace is open, or it names no field.</exception>
    public TextTemplate(string template)
    {
        var end = 0;
        foreach (Match match in Part().Matches(template))
        {
            if (match.Index != end)
            {
                break;
            }

            end = match.Index + match.Length;
            parts.Add(match.Groups["field"].Success
                ? ("", match.Groups["field"].Value.Trim())
                : (match.Value.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal), null));
        }

        if (end != template.Length || !Fields.Any())
        {
            throw new ImportException(
                $"The template '{template}' (--text) is not understood from character {end + 1} on. Name fields in "
                + "braces: '{street} {housenumber}'.");
        }
    }

    /// <summary>The fields that it names.</summary>
    public IEnumerable<string> Fields => parts.Select(p => p.Field).OfType<string>();

    /// <summary>The text of a row; empty where all its fields are.</summary>
    public string Fill(SourceRow row)
    {
        var text = new StringBuilder();
        int empty = 0, filled = 0;
        foreach (var (literal, field) in parts)
        {
            var value = field is null ? literal : row.Find(field);
            text.Append(value);
            empty += field is not null && value is null ? 1 : 0;
            filled += field is not null && value is not null ? 1 : 0;
        }

        return filled == 0 ? "" : empty == 0 ? text.ToString().Trim() : Tidy(text.ToString());
    }

    private static string Tidy(string text)
    {
        text = EmptyBrackets().Replace(text, "");
        text = SpacesBefore().Replace(text, "");
        text = Spaces().Replace(text, " ");
        text = Doubled().Replace(text, "$1");
        return text.Trim(' ', ',', ';', '-', '/', '，', '、');
    }

    [GeneratedRegex(@"\{(?<field>[^{}]+)\}|(?:[^{}]|\{\{|\}\})+")]
    private static partial Regex Part();

    [GeneratedRegex(@"\(\s*\)|（\s*）|\[\s*\]")]
    private static partial Regex EmptyBrackets();

    [GeneratedRegex(@"\s+(?=[,;，；、])")]
    private static partial Regex SpacesBefore();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"([,;，；、])(?:\s*[,;，；、])+")]
    private static partial Regex Doubled();
}
