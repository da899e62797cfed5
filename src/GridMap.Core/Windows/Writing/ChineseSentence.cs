using GridMap.Core.Windows.Rules;

namespace GridMap.Core.Windows.Writing;

/// <summary>Says rules in Chinese.</summary>
internal static class ChineseSentence
{
    private static readonly string[] Weekdays = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

    public static string Of(IReadOnlyList<WindowRule> rules) =>
        string.Concat(rules.Select((rule, index) => Link(rule, index) + Of(rule)));

    private static string Link(WindowRule rule, int index) => index == 0 ? "" : rule.Link switch
    {
        RuleLink.Normal => "；",
        RuleLink.Additional => "；另外，",
        _ => "；其余时间",
    };

    private static string Of(WindowRule rule)
    {
        var times = RuleTimes.Of(rule);
        var days = string.Join("的", new[]
        {
            List(rule.Years), List(rule.Dates), List(rule.Holidays), List(rule.Weekdays),
        }.Where(static part => part.Length > 0));
        var when = rule.Run is { } run ? days + Of(run)
            : times.Count > 0 ? Join(days, string.Join("、", times.Select(Of)))
            : days.Length > 0 ? rule.State == WindowState.Closed ? days : days + "全天"
            : rule.State == WindowState.Open ? "全天" : "";
        return when + State(rule);
    }

    private static string Join(string days, string times) => days.Length == 0 ? "每天" + times : days + times;

    private static string State(WindowRule rule)
    {
        var state = rule.State switch
        {
            WindowState.Closed => "不开放",
            WindowState.Unknown => "不确定",
            _ => "",
        };
        return rule.Comment is null ? state : $"{state}（{rule.Comment}）";
    }

    private static string Of(HolidayRun run) =>
        $"节假日{(run.FromEve ? "前一日" : "首日")}{Clock(run.From)}至节后首个工作日{Clock(run.To)}";

    private static string Of(ClockSpan span)
    {
        var end = span.To > ClockSpan.Day ? $"次日{Clock(span.To - ClockSpan.Day)}" : Clock(span.To);
        return span.OpenEnd ? $"{Clock(span.From)}起（结束时间不定）" : $"{Clock(span.From)}至{end}{(span.Extended ? "或更晚" : "")}";
    }

    private static string List(IReadOnlyList<DaySelector> selectors) => string.Join("、", selectors.Select(Of).Distinct());

    private static string Of(DaySelector selector) => selector switch
    {
        DaySelector.OfYears years => years.From == years.To ? $"{years.From}年"
            : years.To == WeekdayRuns.LastYear ? $"{years.From}年起"
            : $"{years.From}年至{years.To}年",
        DaySelector.OfMonths months => months.From == months.To ? $"{months.From}月" : $"{months.From}月至{months.To}月",
        DaySelector.OfDates dates => dates.From == dates.To ? Of(dates.From) : $"{Of(dates.From)}至{Of(dates.To)}",
        DaySelector.OfWeekdays { Bits: 127 } => "每天",
        DaySelector.OfWeekdays weekdays => string.Join("、", WeekdayRuns.Of(weekdays.Bits).Select(
            run => run.First == run.Last ? Weekdays[(int)run.First] : $"{Weekdays[(int)run.First]}至{Weekdays[(int)run.Last]}")),
        DaySelector.OfNthWeekday nth => "每月" + string.Join("、", nth.Numbers.Select(n => Nth(n, nth.Weekday))) + Shift(nth.Shift),
        DaySelector.OfKind kind => Word(kind.Kind) + Shift(kind.Shift),
        _ => throw new ArgumentOutOfRangeException(nameof(selector), selector, null),
    };

    private static string Of(DateEdge edge) => (edge.Year is { } year ? $"{year}年" : "") + $"{edge.Month}月"
        + (edge.Weekday is { } weekday ? Nth(edge.Number, weekday) + Shift(edge.Shift) : $"{edge.Day}日");

    private static string Nth(int number, DayOfWeek weekday) => number switch
    {
        > 0 => $"第{number}个{Weekdays[(int)weekday]}",
        -1 => $"最后一个{Weekdays[(int)weekday]}",
        _ => $"倒数第{-number}个{Weekdays[(int)weekday]}",
    };

    private static string Word(CalendarDay kind) => kind switch
    {
        CalendarDay.Holiday => "节假日",
        CalendarDay.Workday => "工作日",
        _ => "调休上班日",
    };

    private static string Shift(int days) => days switch
    {
        0 => "",
        -1 => "前一日",
        1 => "后一日",
        < 0 => $"前{-days}日",
        _ => $"后{days}日",
    };

    private static string Clock(int minutes) => $"{minutes / 60:00}:{minutes % 60:00}";
}
