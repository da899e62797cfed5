using System.Globalization;
using GridMap.Core.Windows;

namespace GridMap.Core.Resources;

/// <summary>A condition on an attribute of a kind. What has no such attribute, or a value that cannot be read, fails it.</summary>
public sealed class AttributeFilter
{
    /// <summary>What searches call their own parameters: no filterable attribute may have these ids.</summary>
    public static readonly IReadOnlyList<string> Reserved =
        ["kind", "lon", "lat", "crs", "limit", "radius", "at", "asof", "arrive", "leave", "state", "f"];

    private readonly Func<string, bool> holds;

    private AttributeFilter(string id, Func<string, bool> holds) => (Id, this.holds) = (id, holds);

    /// <summary>The attribute's id.</summary>
    public string Id { get; }

    /// <summary>What <see cref="TryParse"/> takes for an attribute of a type, as messages say it.</summary>
    public static string Accepted(AttributeType type) => type switch
    {
        AttributeType.Number => "a number, or a range with both ends included: 400..1000, 400.. or ..1000",
        AttributeType.Boolean => "true or false",
        AttributeType.Window => $"the time at which it must hold, of {StatedYears.Range.En}, or now",
        _ => "the text as the data have it, in small or capital letters",
    };

    /// <summary>Reads a condition.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="text">What is asked of it; see <see cref="Accepted"/>.</param>
    /// <param name="localTime">Reads a time, in the local time of the resources; null where the text is none.</param>
    /// <returns>The condition, or null where the text is none for this type.</returns>
    public static AttributeFilter? TryParse(
        AttributeDefinition attribute, string text, Func<string, DateTime?> localTime)
    {
        var holds = attribute.Type switch
        {
            AttributeType.Number => OfNumber(text),
            AttributeType.Boolean => OfBoolean(text),
            AttributeType.Window => localTime(text) is { } time ? value => HoldsAt(value, time) : null,
            _ => value => string.Equals(value, text, StringComparison.OrdinalIgnoreCase),
        };
        return holds is null ? null : new AttributeFilter(attribute.Id, holds);
    }

    /// <summary>Whether the resource meets the condition.</summary>
    public bool Matches(Resource resource) => Accepts(resource.Attributes.Find(Id));

    /// <summary>Whether a resource with that value meets the condition; null: it has no such attribute.</summary>
    internal bool Accepts(string? value) => value is not null && holds(value);

    private static Func<string, bool>? OfNumber(string text)
    {
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        var (from, to) = dots < 0 ? (text, text) : (text[..dots], text[(dots + 2)..]);
        return dots >= 0 && from.Length + to.Length == 0
            || ReadEnd(from, double.NegativeInfinity) is not { } least
            || ReadEnd(to, double.PositiveInfinity) is not { } most
            ? null
            : value => ReadNumber(value) is { } number && number >= least && number <= most;
    }

    private static double? ReadEnd(string text, double open) => text.Length == 0 ? open : ReadNumber(text);

    private static double? ReadNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : null;

    private static Func<string, bool>? OfBoolean(string text) =>
        bool.TryParse(text, out var asked) ? value => bool.TryParse(value, out var said) && said == asked : null;

    private static bool HoldsAt(string window, DateTime time) =>
        Window.TryParse(window, out var read, out _) && read.IsOpenAt(time);
}
