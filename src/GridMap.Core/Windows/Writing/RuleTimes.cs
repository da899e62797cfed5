using GridMap.Core.Windows.Rules;

namespace GridMap.Core.Windows.Writing;

/// <summary>The times of a rule as they are written.</summary>
internal static class RuleTimes
{
    /// <summary>
    /// The times sorted, each once; empty where they are the whole day. Where an end is open, their order means something
    /// and stays.
    /// </summary>
    public static IReadOnlyList<ClockSpan> Of(WindowRule rule)
    {
        if (rule.Times.Any(static t => t.OpenEnd || t.Extended))
        {
            return rule.Times;
        }

        return rule.Times.Any(static t => t is { From: 0, To: ClockSpan.Day })
            && rule.Times.All(static t => t.To <= ClockSpan.Day)
            ? []
            : [.. rule.Times.Distinct().OrderBy(static t => t.From).ThenBy(static t => t.To)];
    }

    /// <summary>The end on the clock of the next day, where a reader would take it for that: 02:00, not 26:00.</summary>
    public static int ShortEnd(ClockSpan span) =>
        span.To > ClockSpan.Day && span.To - ClockSpan.Day <= span.From ? span.To - ClockSpan.Day : span.To;
}
