using GridMap.Core.Windows.Rules;

namespace GridMap.Core.Windows.Reading;

/// <summary>Years, months and dates.</summary>
internal sealed partial class WindowParser
{
    private const int LastYear = 9998;
    private static readonly string[] Months =
        ["", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly LocalText DayExpected = new("这个月的日期", "a day of that month");

    /// <summary><c>year ['-' year | '+'] (',' …)*</c></summary>
    private bool TryReadYears(ref WindowRule rule)
    {
        var years = new List<DaySelector>();
        do
        {
            var first = int.Parse(Next.Text);
            at++;
            var last = Take("+") ? LastYear : first;
            if (last == first && Take("-")
                && !TryReadNumber(4, first + 1, LastYear, new($"{first} 年之后的年份", $"a year after {first}"), out last))
            {
                return false;
            }

            years.Add(new DaySelector.OfYears(first, last));
        }
        while (IsAt(at, ",") && IsYearAt(at + 1) && Advance());

        rule = rule with { Years = years };
        return true;
    }

    /// <summary><c>date (',' date)*</c>, months among them.</summary>
    private bool TryReadDates(ref WindowRule rule)
    {
        var dates = new List<DaySelector>();
        do
        {
            if (!TryReadDate(dates))
            {
                return false;
            }
        }
        while (IsAt(at, ",") && (MonthAt(at + 1) > 0 || IsDatedYearAt(at + 1)) && Advance());

        rule = rule with { Dates = dates };
        return true;
    }

    private bool TryReadDate(List<DaySelector> dates)
    {
        if (IsEdgeAt(at))
        {
            return TryReadEdge(out var from) && (BeginsEdgeAfterDash() ? TryReadTo(from, dates) : TryReadDaysOfMonth(from, dates));
        }

        var first = MonthAt(at);
        at++;
        var last = first;
        if (IsAt(at, "-"))
        {
            at++;
            last = MonthAt(at);
            if (last == 0)
            {
                return Fail(new("月份（Jan 至 Dec）", "a month (Jan to Dec)"));
            }

            at++;
        }

        dates.Add(new DaySelector.OfMonths(first, last));
        return true;
    }

    private bool TryReadTo(DateEdge from, List<DaySelector> dates)
    {
        var start = at + 1;
        at++;
        if (!TryReadEdge(out var to))
        {
            return false;
        }

        if (from.Year is null == to.Year is null
            && (from.Year is not { } year || from.FirstDay(year) <= to.LastDay(to.Year!.Value)))
        {
            dates.Add(new DaySelector.OfDates(from, to));
            return true;
        }

        at = start;
        return Fail(from.Year is null
            ? new("没有年份的日期", "a date without a year, as before")
            : new("有年份且不早于开始的日期", "a date with a year, not before the beginning"));
    }

    /// <summary><c>['-' day] (',' day ['-' day])*</c> after the first day of a month.</summary>
    private bool TryReadDaysOfMonth(DateEdge first, List<DaySelector> dates)
    {
        for (var begin = first; ;)
        {
            var to = begin;
            if (begin.Weekday is null && IsAt(at, "-"))
            {
                at++;
                if (!TryReadNumber(1, begin.Day, LongestMonth(begin.Month), DayExpected, out var day))
                {
                    return false;
                }

                to = begin with { Day = day };
            }

            dates.Add(new DaySelector.OfDates(begin, to));
            if (first.Year is not null || first.Weekday is not null || !IsAt(at, ",") || !IsDayNumberAt(at + 1))
            {
                return true;
            }

            at++;
            if (!TryReadNumber(1, 1, LongestMonth(first.Month), DayExpected, out var next))
            {
                return false;
            }

            begin = first with { Day = next };
        }
    }

    /// <summary><c>[year] month (day | weekday '[' number ']' [shift])</c></summary>
    private bool TryReadEdge(out DateEdge edge)
    {
        edge = new DateEdge(IsYearAt(at) ? int.Parse(Next.Text) : null, 1, 1);
        at += edge.Year is null ? 0 : 1;
        var month = MonthAt(at);
        if (month == 0)
        {
            return Fail(new("月份（Jan 至 Dec）", "a month (Jan to Dec)"));
        }

        at++;
        if (!IsDayWordAt(at))
        {
            var read = TryReadNumber(1, 1, LongestMonth(month), DayExpected, out var day);
            edge = edge with { Month = month, Day = day };
            return read;
        }

        if (!TryReadWeekdayWord(out var weekday) || !TakeOrFail("[", new("[", "'['")))
        {
            return false;
        }

        var start = at;
        if (!TryReadNumbers(out var numbers) || !TryReadShift(6, out var shift))
        {
            return false;
        }

        edge = edge with { Month = month, Day = 0, Weekday = weekday, Number = numbers[0], Shift = shift };
        at = numbers.Count == 1 ? at : start;
        return numbers.Count == 1 || Fail(new("一个数字", "one number"));
    }

    private bool BeginsEdgeAfterDash() => IsAt(at, "-") && (MonthAt(at + 1) > 0 || (IsYearAt(at + 1) && MonthAt(at + 2) > 0));

    /// <summary>
    /// Whether a date begins here: a day of a month, or the nth weekday of a month at the start of a range. A year before
    /// the nth weekday limits the range as a whole.
    /// </summary>
    private bool IsEdgeAt(int place) => MonthAt(place) > 0
        ? IsDayNumberAt(place + 1) || IsNthRangeAt(place + 1)
        : IsYearAt(place) && MonthAt(place + 1) > 0 && IsDayNumberAt(place + 2);

    private bool IsNthRangeAt(int place)
    {
        if (!IsDayWordAt(place) || KindAt(place) is not null || !IsAt(place + 1, "["))
        {
            return false;
        }

        var after = tokens.FindIndex(place, static t => t.Text == "]") + 1;
        after += after > 0 && (IsAt(after, "+") || IsAt(after, "-")) && IsNumberAt(after + 1) && !IsYearAt(after + 1) ? 3 : 0;
        return after > 0 && IsAt(after, "-") && (MonthAt(after + 1) > 0 || IsYearAt(after + 1));
    }

    private bool IsDatedYearAt(int place) => IsYearAt(place) && IsEdgeAt(place);

    private bool IsYearAt(int place) =>
        IsNumberAt(place) && tokens[place].Text.Length == 4 && int.Parse(tokens[place].Text) is > 1900 and <= LastYear;

    /// <summary>A number that is not the hour of a time span.</summary>
    private bool IsDayNumberAt(int place) => IsNumberAt(place) && !IsYearAt(place)
        && !(IsAt(place + 1, ":") && IsNumberAt(place + 2) && (IsAt(place + 3, "-") || IsAt(place + 3, "+")));

    private int MonthAt(int place) =>
        place < tokens.Count && tokens[place].Kind == WindowTokenKind.Word ? Math.Max(0, Array.IndexOf(Months, tokens[place].Text)) : 0;

    private static int LongestMonth(int month) => DateTime.DaysInMonth(2000, month);
}
