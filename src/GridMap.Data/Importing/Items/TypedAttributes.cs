using System.Globalization;
using GridMap.Core;
using GridMap.Core.Resources.Terms;
using GridMap.Core.Windows;
using GridMap.Data.Exchange;

namespace GridMap.Data.Importing.Items;

/// <summary>
/// The attributes of resources as their kinds define them: a value of another type would never be found by a filter, so
/// its row is refused. What a kind does not define may be anything; terms have their own reader.
/// </summary>
internal sealed class TypedAttributes(ImportRun run)
{
    private readonly Dictionary<string, AttributeDefinition[]> byKind = run.Before.Terms
        .Where(static t => t.Vocabulary == Vocabulary.Kind)
        .ToDictionary(
            static t => t.Code,
            static t => t.Attributes.Where(static a => !TermAttributes.All.Contains(a.Id)).ToArray());

    /// <summary>Whether all values are of their types; else the row is refused.</summary>
    public bool Fit(SourceRow row, string kind, AttributeSet attributes)
    {
        foreach (var definition in byKind.GetValueOrDefault(kind, []))
        {
            if (attributes.Find(definition.Id) is { } value && FindExpected(definition.Type, value) is { } expected)
            {
                run.Refuse(row, "attribute-type", value, $"The attribute {definition.Id} of a {kind} must be {expected}.");
                return false;
            }
        }

        return true;
    }

    private static string? FindExpected(AttributeType type, string value) => type switch
    {
        AttributeType.Number => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) ? null : "a number",
        AttributeType.Boolean => bool.TryParse(value, out _) ? null : "true or false",
        AttributeType.Window => Window.TryParse(value, out _, out var error)
            ? null
            : $"a window of opening_hours: {error.Message.En}",
        _ => null,
    };
}
