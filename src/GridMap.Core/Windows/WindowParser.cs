namespace GridMap.Core.Windows;

/// <summary>
/// Reads a window's rules from its tokens, one method for each part of the grammar. The first thing that is not
/// understood ends it: nothing is skipped or guessed.
/// </summary>
internal sealed class WindowParser(string text)
{
    private static readonly string[] Weekdays = ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"];

    private readonly List<WindowToken> tokens = WindowTokens.Of(text);
    private int at;

    /// <summary>Where and what, once reading has failed.</summary>
    public WindowError? Error { get; private set; }

    private WindowToken Next => tokens[at];

    /// <summary><c>rule (';' rule)*</c> to the end of the text.</summary>
    public bool TryReadAll(out IReadOnlyList<WindowRule> rules)
    {
        var read = new List<WindowRule>();
        rules = read;
        do
        {
            if (!TryReadRule(out var rule))
            {
                return false;
            }

            read.Add(rule);
        }
        while (Take(";"));

        return Next.Kind == WindowTokenKind.End
            || Fail(new("分号、off 或结尾", "';', 'off' or the end"));
    }

    /// <summary><c>['24/7' | [weekdays] [times]] ['open' | 'off' | 'closed']</c>, not nothing.</summary>
    private bool TryReadRule(out WindowRule rule)
    {
        var start = at;
        var days = WeekdaySet.All;
        var namesDays = false;
        var spans = new List<DaySpan>();
        rule = new WindowRule(days, false, spans, true);
        if (!TryReadAlways())
        {
            namesDays = IsWeekday(Next);
            if ((namesDays && !TryReadWeekdays(out days))
                || (Next.Kind == WindowTokenKind.Number && !TryReadSpans(spans)))
            {
                return false;
            }
        }

        var closes = Take("off") || Take("closed");
        rule = new WindowRule(days, namesDays, spans, Opens: !closes);
        return closes || Take("open") || at > start
            || Fail(new("星期（如 Mo-Fr）、时间（如 08:00-12:00）、24/7 或 off", "a weekday (Mo-Fr), times (08:00-12:00), 24/7 or off"));
    }

    private bool TryReadAlways()
    {
        if (Next.Text != "24" || tokens[at + 1].Text != "/" || tokens[at + 2].Text != "7")
        {
            return false;
        }

        at += 3;
        return true;
    }

    /// <summary><c>day ['-' day] (',' day ['-' day])*</c></summary>
    private bool TryReadWeekdays(out WeekdaySet days)
    {
        days = default;
        do
        {
            if (!TryReadWeekday(out var first))
            {
                return false;
            }

            var last = first;
            if (Take("-") && !TryReadWeekday(out last))
            {
                return false;
            }

            days = days.With(first, last);
        }
        while (Take(","));

        return true;
    }

    private bool TryReadWeekday(out DayOfWeek day)
    {
        day = (DayOfWeek)Array.IndexOf(Weekdays, Next.Text);
        return day >= 0 ? Advance() : Fail(new("星期（Mo Tu We Th Fr Sa Su）", "a weekday (Mo Tu We Th Fr Sa Su)"));
    }

    /// <summary><c>time '-' time (',' time '-' time)*</c></summary>
    private bool TryReadSpans(List<DaySpan> spans)
    {
        do
        {
            if (!TryReadSpan(out var span))
            {
                return false;
            }

            spans.Add(span);
        }
        while (Take(","));

        return true;
    }

    private bool TryReadSpan(out DaySpan span)
    {
        span = default;
        if (!TryReadTime(23, out var start) || !TakeOrFail("-", new("连字符和结束时间", "'-' and the time of the end")))
        {
            return false;
        }

        var place = at;
        if (!TryReadTime(48, out var end))
        {
            return false;
        }

        end = end <= start ? end + DaySpan.Day : end;
        span = new DaySpan(start, end);
        if (end - start <= DaySpan.Day)
        {
            return true;
        }

        at = place;
        return Fail(new("开始后 24 小时之内的时间", "a time within 24 hours of the start"));
    }

    /// <summary><c>hh:mm</c>, the hour with one or two digits.</summary>
    private bool TryReadTime(int lastHour, out int minutes)
    {
        minutes = 0;
        var expected = new LocalText($"时间（00:00 至 {lastHour}:{(lastHour == 23 ? "59" : "00")}）",
            $"a time from 00:00 to {lastHour}:{(lastHour == 23 ? "59" : "00")}");
        if (!TryReadNumber(1, lastHour, expected, out var hour)
            || !TakeOrFail(":", new("冒号和两位分钟", "':' and two digits of minutes"))
            || !TryReadNumber(2, hour == 48 ? 0 : 59, new("两位分钟（00 至 59）", "two digits of minutes, 00 to 59"), out var minute))
        {
            return false;
        }

        minutes = (hour * 60) + minute;
        return true;
    }

    private bool TryReadNumber(int leastDigits, int greatest, LocalText expected, out int value)
    {
        var fits = Next.Kind == WindowTokenKind.Number && Next.Text.Length <= 2 && Next.Text.Length >= leastDigits;
        value = fits ? int.Parse(Next.Text) : int.MaxValue;
        return value <= greatest ? Advance() : Fail(expected);
    }

    private static bool IsWeekday(WindowToken token) => Array.IndexOf(Weekdays, token.Text) >= 0;

    private bool Take(string sign) => Next.Text == sign && Advance();

    private bool TakeOrFail(string sign, LocalText expected) => Take(sign) || Fail(expected);

    private bool Advance()
    {
        at++;
        return true;
    }

    private bool Fail(LocalText expected)
    {
        Error = new WindowError(Next.Position, expected);
        return false;
    }
}
