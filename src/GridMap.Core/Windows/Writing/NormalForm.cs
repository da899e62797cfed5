using GridMap.Core.Windows.Rules;

namespace GridMap.Core.Windows.Writing;

/// <summary>Writes rules in the one way: days in the order of the grammar, weekdays from Monday, times sorted.</summary>
internal static class NormalForm
{
    private static readonly string[] Months =
        ["", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    private static readonly string[] Weekdays = ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"];

    public static string Of(IReadOnlyList<WindowRule> rules)
    {
        var text = Of(rules[0], NeedsState(rules, 0));
        for (var i = 1; i < rules.Count; i++)
        {
            var link = rules[i].Link switch
            {
                RuleLink.Normal => "; ",
                RuleLink.Additional => ", ",
                _ => " || ",
            };
            text += link + Of(rules[i], NeedsState(rules, i));
        }

        return text;
    }

    /// <summary>Whether the comma after a rule would be taken for one in a list of days or of times.</summary>
    private static bool NeedsState(IReadOnlyList<WindowRule> rules, int index) =>
        index + 1 < rules.Count && rules[index + 1] is { Link: RuleLink.Additional } next
        && ((RuleTimes.Of(rules[index]).Count == 0 && rules[index] is { Run: null, NamesDays: true })
            || (rules[index].Run is null && !next.NamesDays));

    private static string Of(WindowRule rule, bool needsState)
    {
        var times = RuleTimes.Of(rule);
        string[] parts =
        [
            List(rule.Years), List(rule.Dates), Holidays(rule), List(rule.Weekdays), Times(times),
        ];
        var state = rule.State switch
        {
            WindowState.Closed => "off",
            WindowState.Unknown => "unknown",
            _ => rule.Comment is not null || needsState ? "open" : "",
        };
        var comment = rule.Comment is null ? "" : $"\"{rule.Comment}\"";
        var text = string.Join(' ', parts.Append(state).Append(comment).Where(static part => part.Length > 0));
        return text.Length == 0 ? "24/7" : text;
    }

    private static string Holidays(WindowRule rule) => rule.Run is { } run
        ? $"PH{(run.FromEve ? " -1 day" : "")} {Clock(run.From)}-WD {Clock(run.To)}"
        : List(rule.Holidays);

    private static string Times(IReadOnlyList<ClockSpan> times) => string.Join(',', times.Select(Time));

    private static string Time(ClockSpan span) => span.OpenEnd
        ? Clock(span.From) + "+"
        : $"{Clock(span.From)}-{Clock(RuleTimes.ShortEnd(span))}{(span.Extended ? "+" : "")}";

    private static string Clock(int minutes) => $"{minutes / 60:00}:{minutes % 60:00}";

    private static string List(IReadOnlyList<DaySelector> selectors) =>
        string.Join(',', selectors.Select(Of).Distinct());

    private static string Of(DaySelector selector) => selector switch
    {
        DaySelector.OfYears years => years.From == years.To ? $"{years.From}"
            : years.To == WeekdayRuns.LastYear ? $"{years.From}+"
            : $"{years.From}-{years.To}",
        DaySelector.OfMonths months => months.From == months.To
            ? Months[months.From]
            : $"{Months[months.From]}-{Months[months.To]}",
        DaySelector.OfDates dates => Of(dates),
        DaySelector.OfWeekdays weekdays => string.Join(',', WeekdayRuns.Of(weekdays.Bits).Select(
            run => run.First == run.Last ? Weekdays[(int)run.First] : $"{Weekdays[(int)run.First]}-{Weekdays[(int)run.Last]}")),
        DaySelector.OfNthWeekday nth =>
            $"{Weekdays[(int)nth.Weekday]}[{string.Join(',', nth.Numbers.Order().Distinct())}]{Shift(nth.Shift)}",
        DaySelector.OfKind kind => Word(kind.Kind) + Shift(kind.Shift),
        _ => throw new ArgumentOutOfRangeException(nameof(selector), selector, null),
    };

    private static string Of(DaySelector.OfDates dates) => dates.From == dates.To ? Of(dates.From)
        : dates.From with { Day = 0 } == dates.To with { Day = 0 } && dates.From.Weekday is null && dates.From.Day < dates.To.Day
            ? $"{Of(dates.From)}-{dates.To.Day:00}"
            : $"{Of(dates.From)}-{Of(dates.To)}";

    private static string Of(DateEdge edge) =>
        (edge.Year is { } year ? $"{year} " : "") + Months[edge.Month] + " "
        + (edge.Weekday is { } weekday ? $"{Weekdays[(int)weekday]}[{edge.Number}]{Shift(edge.Shift)}" : $"{edge.Day:00}");

    private static string Word(CalendarDay kind) => kind switch
    {
        CalendarDay.Holiday => "PH",
        CalendarDay.Workday => "WD",
        _ => "CW",
    };

    private static string Shift(int days) =>
        days == 0 ? "" : $" {(days > 0 ? '+' : '-')}{Math.Abs(days)} day{(Math.Abs(days) == 1 ? "" : "s")}";
}
