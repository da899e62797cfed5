using GridMap.Core.Windows.Rules;

namespace GridMap.Core.Windows.Reading;

/// <summary>Times of day.</summary>
internal sealed partial class WindowParser
{
    private const int LastMinute = 2 * ClockSpan.Day;

    /// <summary><c>24/7 | span (',' span)* | time '-WD' time</c></summary>
    private bool TryReadTimes(ref WindowRule rule)
    {
        if (IsAt(at, "24") && IsAt(at + 1, "/") && IsAt(at + 2, "7"))
        {
            at += 3;
            rule = rule with { Times = [new ClockSpan(0, ClockSpan.Day, false, false)] };
            return true;
        }

        if (IsAt(at + 4, "wd") && IsAt(at + 3, "-"))
        {
            return TryReadRun(ref rule);
        }

        var spans = new List<ClockSpan>();
        do
        {
            if (!TryReadSpan(out var span))
            {
                return false;
            }

            spans.Add(span);
        }
        while (IsAt(at, ",") && IsNumberAt(at + 1) && IsAt(at + 2, ":") && Advance());
        rule = rule with { Times = spans };
        return true;
    }

    /// <summary><c>time '-' time ['+'] | time '+'</c></summary>
    private bool TryReadSpan(out ClockSpan span)
    {
        span = default;
        if (!TryReadTime(ClockSpan.Day - 1, new("时间（00:00 至 23:59）", "a time from 00:00 to 23:59"), out var from))
        {
            return false;
        }

        if (Take("+"))
        {
            // From midnight on with an open end is taken for the whole day, as the package has it.
            span = new ClockSpan(from, ClockSpan.GuessEnd(from), OpenEnd: from > 0, false);
            return true;
        }

        if (!TakeOrFail("-", new("连字符和结束时间，或 +", "'-' and the time of the end, or '+'"))
            || !TryReadTime(LastMinute, new("时间（00:00 至 48:00）", "a time from 00:00 to 48:00"), out var to))
        {
            return false;
        }

        // An extended end is followed from the next day's clock where the end already lies there.
        to = to <= from ? to + ClockSpan.Day : to;
        span = new ClockSpan(from, to, false, Take("+"));
        return true;
    }

    private bool TryReadRun(ref WindowRule rule)
    {
        if (rule.Holidays is not [DaySelector.OfKind { Kind: CalendarDay.Holiday, Shift: 0 or -1 } first] || rule.Weekdays.Count > 0)
        {
            at += 4;
            return Fail(new("时间（只有 PH 或 PH -1 day 之后可写 WD）", "a time; WD stands there only after PH or PH -1 day"));
        }

        var expected = new LocalText("时间（00:00 至 24:00）", "a time from 00:00 to 24:00");
        if (!TryReadTime(ClockSpan.Day - 1, expected, out var from))
        {
            return false;
        }

        at += 2;
        if (!TryReadTime(ClockSpan.Day, expected, out var to))
        {
            return false;
        }

        rule = rule with { Holidays = [], Run = new HolidayRun(first.Shift < 0, from, to) };
        return true;
    }

    /// <summary><c>hh:mm</c>, the hour with one or two digits.</summary>
    private bool TryReadTime(int last, LocalText expected, out int minutes)
    {
        var start = at;
        minutes = 0;
        if (!TryReadNumber(1, 0, 48, expected, out var hour)
            || !TakeOrFail(":", new("冒号和两位分钟", "':' and two digits of minutes"))
            || !TryReadNumber(2, 0, 59, new("两位分钟（00 至 59）", "two digits of minutes, 00 to 59"), out var minute))
        {
            return false;
        }

        minutes = (hour * 60) + minute;
        if (minutes <= last)
        {
            return true;
        }

        at = start;
        return Fail(expected);
    }
}
