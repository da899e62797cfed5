using GridMap.Core.Windows.Rules;

namespace GridMap.Core.Windows.Writing;

/// <summary>Says rules in English.</summary>
internal static class EnglishSentence
{
    private static readonly string[] Months =
    [
        "", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ];

    private static readonly string[] Ordinals = ["", "first", "second", "third", "fourth", "fifth"];

    public static string Of(IReadOnlyList<WindowRule> rules) =>
        string.Concat(rules.Select((rule, index) => Link(rule, index) + Of(rule)));

    private static string Link(WindowRule rule, int index) => index == 0 ? "" : rule.Link switch
    {
        RuleLink.Normal => "; ",
        RuleLink.Additional => "; also ",
        _ => "; otherwise ",
    };

    private static string Of(WindowRule rule)
    {
        var times = RuleTimes.Of(rule);
        string[] days = [List(rule.Weekdays), List(rule.Holidays), List(rule.Dates), List(rule.Years)];
        var when = string.Join(", ", days.Where(static part => part.Length > 0));
        when = rule.Run is { } run ? Join(when, Of(run))
            : times.Count > 0 ? Join(when.Length == 0 ? "every day" : when, string.Join(" and ", times.Select(Of)))
            : when.Length == 0 && rule.State == WindowState.Open ? "at all times"
            : when.Length > 0 && rule.State == WindowState.Open ? when + " all day"
            : when;
        return Join(when, State(rule));
    }

    private static string Join(string a, string b) => a.Length == 0 ? b : b.Length == 0 ? a : $"{a} {b}";

    private static string State(WindowRule rule)
    {
        var state = rule.State switch
        {
            WindowState.Closed => "closed",
            WindowState.Unknown => "not certain",
            _ => "",
        };
        return rule.Comment is null ? state : Join(state, $"({rule.Comment})");
    }

    private static string Of(HolidayRun run) =>
        $"from {Clock(run.From)} on the {(run.FromEve ? "eve" : "first day")} of a holiday to {Clock(run.To)} on the first workday after";

    private static string Of(ClockSpan span)
    {
        var end = span.To > ClockSpan.Day ? $"{Clock(span.To - ClockSpan.Day)} the next day" : Clock(span.To);
        return span.OpenEnd ? $"from {Clock(span.From)}, the end not being certain"
            : $"{Clock(span.From)} to {end}{(span.Extended ? " or later" : "")}";
    }

    private static string List(IReadOnlyList<DaySelector> selectors) => string.Join(", ", selectors.Select(Of).Distinct());

    private static string Of(DaySelector selector) => selector switch
    {
        DaySelector.OfYears years => years.From == years.To ? $"{years.From}"
            : years.To == WeekdayRuns.LastYear ? $"from {years.From} on"
            : $"{years.From} to {years.To}",
        DaySelector.OfMonths months => months.From == months.To ? Months[months.From] : $"{Months[months.From]} to {Months[months.To]}",
        DaySelector.OfDates dates => dates.From == dates.To ? Of(dates.From) : $"{Of(dates.From)} to {Of(dates.To)}",
        DaySelector.OfWeekdays { Bits: 127 } => "every day",
        DaySelector.OfWeekdays weekdays => string.Join(", ", WeekdayRuns.Of(weekdays.Bits).Select(
            static run => run.First == run.Last ? $"{run.First}" : $"{run.First} to {run.Last}")),
        DaySelector.OfNthWeekday nth =>
            $"{Shift(nth.Shift)}the {string.Join(" and ", nth.Numbers.Select(Nth))} {nth.Weekday} of the month",
        DaySelector.OfKind kind => Shift(kind.Shift) + Word(kind.Kind),
        _ => throw new ArgumentOutOfRangeException(nameof(selector), selector, null),
    };

    private static string Of(DateEdge edge) => (edge.Weekday is { } weekday
        ? $"{Shift(edge.Shift)}the {Nth(edge.Number)} {weekday} of {Months[edge.Month]}"
        : $"{edge.Day} {Months[edge.Month]}") + (edge.Year is { } year ? $" {year}" : "");

    private static string Nth(int number) => number switch
    {
        > 0 => Ordinals[number],
        -1 => "last",
        _ => $"{Ordinals[-number]} last",
    };

    private static string Word(CalendarDay kind) => kind switch
    {
        CalendarDay.Holiday => "holidays",
        CalendarDay.Workday => "workdays",
        _ => "make-up workdays",
    };

    private static string Shift(int days) => days switch
    {
        0 => "",
        -1 => "the day before ",
        1 => "the day after ",
        < 0 => $"{-days} days before ",
        _ => $"{days} days after ",
    };

    private static string Clock(int minutes) => $"{minutes / 60:00}:{minutes % 60:00}";
}
