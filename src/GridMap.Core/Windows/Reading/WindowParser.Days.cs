using GridMap.Core.Windows.Rules;

namespace GridMap.Core.Windows.Reading;

/// <summary>Weekdays, and the kinds of days that a calendar knows.</summary>
internal sealed partial class WindowParser
{
    private static readonly string[] Weekdays = ["su", "mo", "tu", "we", "th", "fr", "sa"];

    /// <summary><c>item (',' item)*</c>; holidays alone are a list of their own.</summary>
    private bool TryReadDays(ref WindowRule rule)
    {
        var bits = 0;
        var others = new List<DaySelector>();
        var start = at;
        do
        {
            if (!(KindAt(at) is not null ? TryReadKind(others) : TryReadWeekday(others, ref bits)))
            {
                return false;
            }
        }
        while (IsAt(at, ",") && IsDayWordAt(at + 1) && Advance());

        if (bits == 0 && others.TrueForAll(static o => o is DaySelector.OfKind) && rule.Holidays.Count == 0)
        {
            rule = rule with { Holidays = others };
            return true;
        }

        if (rule.Weekdays.Count == 0)
        {
            rule = rule with { Weekdays = bits == 0 ? others : [new DaySelector.OfWeekdays(bits), .. others] };
            return true;
        }

        at = start;
        return Fail(new("时间：星期已写过", "times; weekdays were given already"));
    }

    /// <summary><c>PH | WD | CW</c>, moved by a day or not.</summary>
    private bool TryReadKind(List<DaySelector> others)
    {
        var kind = KindAt(at)!.Value;
        at++;
        var start = at;
        if (!TryReadShift(kind == CalendarDay.Holiday ? 1 : 0, out var shift))
        {
            return false;
        }

        // A list that goes on after an eve is read in two ways by others: either, or both.
        if (shift != 0 && IsAt(at, ",") && IsDayWordAt(at + 1) && KindAt(at + 1) is null)
        {
            at = start;
            return Fail(new("星期写在 PH 之前（如 Mo,PH -1 day）", "the weekdays before PH, as in 'Mo,PH -1 day'"));
        }

        others.Add(new DaySelector.OfKind(kind, shift));
        return true;
    }

    /// <summary><c>day ['-' day] | day '[' numbers ']' [shift]</c></summary>
    private bool TryReadWeekday(List<DaySelector> others, ref int bits)
    {
        if (!TryReadWeekdayWord(out var first))
        {
            return false;
        }

        if (Take("["))
        {
            if (!TryReadNumbers(out var numbers) || !TryReadShift(6, out var shift))
            {
                return false;
            }

            others.Add(new DaySelector.OfNthWeekday(first, numbers, shift));
            return true;
        }

        var last = first;
        if (Take("-") && !TryReadWeekdayWord(out last))
        {
            return false;
        }

        for (var day = (int)first; ; day = (day + 1) % 7)
        {
            bits |= 1 << day;
            if (day == (int)last)
            {
                return true;
            }
        }
    }

    private bool TryReadWeekdayWord(out DayOfWeek day)
    {
        day = (DayOfWeek)Array.IndexOf(Weekdays, Next.Text);
        return Next.Kind == WindowTokenKind.Word && day >= 0
            ? Advance()
            : Fail(new("星期（Mo Tu We Th Fr Sa Su）", "a weekday (Mo Tu We Th Fr Sa Su)"));
    }

    /// <summary><c>number (',' number)* ']'</c>, a number 1 to 5, −1 to −5, or a range like <c>1-3</c>.</summary>
    private bool TryReadNumbers(out List<int> numbers)
    {
        numbers = [];
        var expected = new LocalText("1 至 5 或 -1 至 -5", "a number from 1 to 5, or from -1 to -5");
        do
        {
            var sign = Take("-") ? -1 : 1;
            if (!TryReadNumber(1, 1, 5, expected, out var first))
            {
                return false;
            }

            var last = first;
            if (sign > 0 && Take("-") && !TryReadNumber(1, first, 5, expected, out last))
            {
                return false;
            }

            for (var number = first; number <= last; number++)
            {
                numbers.Add(sign * number);
            }
        }
        while (Take(","));

        return TakeOrFail("]", new("逗号或 ]", "',' or ']'"));
    }

    /// <summary><c>[('+' | '-') number ('day' | 'days')]</c></summary>
    private bool TryReadShift(int most, out int shift)
    {
        shift = 0;
        if (!(IsAt(at, "+") || IsAt(at, "-")) || !IsNumberAt(at + 1) || !(IsAt(at + 2, "day") || IsAt(at + 2, "days")))
        {
            return true;
        }

        if (most == 0)
        {
            return Fail(new("时间、分号或结尾", "times, ';' or the end"));
        }

        var sign = Take("+") ? 1 : -1;
        at += sign < 0 ? 1 : 0;
        if (!TryReadNumber(1, 1, most, most == 1 ? new("1 天", "1 day") : new($"1 至 {most} 天", $"1 to {most} days"), out var days))
        {
            return false;
        }

        shift = sign * days;
        return Advance();
    }

    private bool IsDayWordAt(int place) => KindAt(place) is not null
        || (tokens[place].Kind == WindowTokenKind.Word && Array.IndexOf(Weekdays, tokens[place].Text) >= 0);

    private CalendarDay? KindAt(int place) => tokens[place].Kind != WindowTokenKind.Word ? null
        : tokens[place].Text switch
        {
            "ph" => CalendarDay.Holiday,
            "wd" => CalendarDay.Workday,
            "cw" => CalendarDay.MakeUpWorkday,
            _ => null,
        };
}
