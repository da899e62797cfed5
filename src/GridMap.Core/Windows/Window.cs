using System.Diagnostics.CodeAnalysis;

namespace GridMap.Core.Windows;

/// <summary>
/// When something holds: on which weekdays from when to when, written in a part of OSM's <c>opening_hours</c> grammar.
/// Immutable; it knows no zone, times are local.
/// </summary>
/// <remarks>
/// <para>Understood are, and nothing else:</para>
/// <list type="bullet">
/// <item><c>24/7</c>;</item>
/// <item>weekdays <c>Mo Tu We Th Fr Sa Su</c> in lists and ranges (<c>Mo-Fr</c>, <c>Sa,Su</c>, <c>Fr-Mo</c>); without
/// weekdays every day is meant;</item>
/// <item>times <c>08:00-12:00,14:00-18:00</c>, past midnight either way (<c>18:00-08:00</c>, <c>18:00-32:00</c>), at
/// most 24 hours long; without times the whole day is meant;</item>
/// <item><c>off</c> or <c>closed</c>, and <c>open</c>, after either or alone;</item>
/// <item>several rules, separated by <c>;</c>.</item>
/// </list>
/// <para>
/// Of several rules a later one overrides: one that opens replaces all earlier ones on the calendar days that it names,
/// with what they carry over from the day before; one that closes takes its own times away and leaves the others. A rule
/// without weekdays replaces the rules before it when the one just before has none either, else it adds to them. What
/// runs past midnight belongs to the day on which it began.
/// </para>
/// <para>
/// Specification: https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification; where it leaves room, as the
/// npm package <c>opening_hours</c> has it, with which the tests compare.
/// </para>
/// </remarks>
public sealed class Window
{
    /// <summary>The window of which nothing is known.</summary>
    public static readonly Window Unknown = new("unknown", []);

    private readonly IReadOnlyList<WindowRule> rules;

    private Window(string text, IReadOnlyList<WindowRule> rules)
    {
        Text = text;
        this.rules = rules;
    }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>Reads a window.</summary>
    /// <param name="text">The text; blanks between words do not matter, the case of letters does.</param>
    /// <param name="window">The window, or null.</param>
    /// <param name="error">Where reading ended and what was expected there, or null.</param>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out Window? window, [NotNullWhen(false)] out WindowError? error)
    {
        var parser = new WindowParser(text);
        window = parser.TryReadAll(out var rules) ? new Window(text, rules) : null;
        error = window is null ? parser.Error : null;
        return window is not null;
    }

    /// <summary>Whether it holds at a local time; an interval's start is in, its end is not.</summary>
    /// <param name="local">Local time; its kind and offset do not matter.</param>
    public bool IsOpenAt(DateTime local)
    {
        var today = local.DayOfWeek;
        var yesterday = (DayOfWeek)(((int)today + 6) % 7);
        var open = false;
        for (var i = 0; i < rules.Count; i++)
        {
            var rule = rules[i];
            if (rule.Days.Contains(today))
            {
                var holds = rule.HoldsOnItsDay(local.TimeOfDay);
                open = holds ? rule.Opens : open && !Replaces(i);
            }

            if (rule.Days.Contains(yesterday) && rule.HoldsOnTheDayAfter(local.TimeOfDay))
            {
                open = rule.Opens;
            }
        }

        return open;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>Whether a rule replaces those before it on its days.</summary>
    private bool Replaces(int rule) =>
        rules[rule].Opens && (rules[rule].NamesDays || (rule > 0 && !rules[rule - 1].NamesDays));
}
