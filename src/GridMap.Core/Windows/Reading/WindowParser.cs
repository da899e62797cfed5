using GridMap.Core.Windows.Rules;

namespace GridMap.Core.Windows.Reading;

/// <summary>
/// Reads a window's rules from its tokens, one method for each part of the grammar. The first thing that is not
/// understood ends it: nothing is skipped or guessed.
/// </summary>
internal sealed partial class WindowParser(string text)
{
    private static readonly LocalText RuleExpected = new(
        "星期（如 Mo-Fr）、月份或日期（如 Apr-Sep、Dec 24）、PH、时间（如 08:00-12:00）、24/7、off、unknown 或带引号的说明",
        "weekdays (Mo-Fr), months or dates (Apr-Sep, Dec 24), PH, times (08:00-12:00), 24/7, off, unknown or a comment in quotation marks");

    private static readonly string[] OutsideWords = ["sh", "easter", "week", "sunrise", "sunset", "dawn", "dusk"];

    private readonly List<WindowToken> tokens = WindowTokens.Of(text);
    private int at;

    /// <summary>Where and what, once reading has failed.</summary>
    public WindowError? Error { get; private set; }

    private WindowToken Next => tokens[at];

    /// <summary><c>rule ((';' | ',' | '||') rule)* [';']</c> to the end of the text.</summary>
    public bool TryReadAll(out IReadOnlyList<WindowRule> rules)
    {
        var read = new List<WindowRule>();
        rules = read;
        RuleLink? link = RuleLink.Normal;
        while (link is { } next)
        {
            if (!TryReadRule(next, out var rule))
            {
                return false;
            }

            read.Add(rule);
            link = TakeLink(rule);
        }

        return Next.Kind == WindowTokenKind.End || Fail(WhatFollows(read[^1]));
    }

    /// <summary>What joins the next rule; null where none follows.</summary>
    private RuleLink? TakeLink(WindowRule last)
    {
        if (Take(";"))
        {
            return Next.Kind == WindowTokenKind.End ? null : RuleLink.Normal;
        }

        if (Take("||"))
        {
            return RuleLink.Fallback;
        }

        // What adds to a fallback is a fallback too.
        return !CanBeAddedTo(last) || !Take(",") ? null
            : last.Link == RuleLink.Fallback ? RuleLink.Fallback
            : RuleLink.Additional;
    }

    /// <summary>After days alone, a comma would go on with the list of days.</summary>
    private bool CanBeAddedTo(WindowRule rule) =>
        rule.Times.Count > 0 || rule.Run is not null || rule.Comment is not null
        || tokens[at - 1].Text is "open" or "off" or "closed" or "unknown";

    private LocalText WhatFollows(WindowRule last) => CanBeAddedTo(last)
        ? new("分号、逗号、||、off、unknown、说明或结尾", "';', ',', '||', 'off', 'unknown', a comment or the end")
        : new("时间、分号、||、off、unknown、说明或结尾", "times, ';', '||', 'off', 'unknown', a comment or the end");

    /// <summary><c>(days | times)* [state] [comment]</c>, not nothing; each kind of days once, times once.</summary>
    private bool TryReadRule(RuleLink link, out WindowRule rule)
    {
        var start = at;
        rule = new WindowRule { Link = link };
        while (BeginsSelector(rule))
        {
            if (!TryReadSelector(ref rule))
            {
                return false;
            }
        }

        WindowState? state = Take("off") || Take("closed") ? WindowState.Closed
            : Take("unknown") ? WindowState.Unknown
            : Take("open") ? WindowState.Open
            : null;
        var comment = Next.Kind == WindowTokenKind.Comment ? Next.Text : null;
        at += comment is null ? 0 : 1;
        rule = rule with
        {
            State = state ?? (comment is null ? WindowState.Open : WindowState.Unknown),
            Comment = comment,
        };
        return at > start || Fail(RuleExpected);
    }

    private bool BeginsSelector(WindowRule rule) =>
        Next.Kind == WindowTokenKind.Number ? IsYearAt(at) ? CanTakeYears(rule) : !HasTimes(rule)
        : MonthAt(at) > 0 ? rule.Dates.Count == 0
        : IsDayWordAt(at) ? CanTakeDays(rule)
        : Next.Text == ":" && rule.NamesDays && !HasTimes(rule) && tokens[at + 1].Kind != WindowTokenKind.End;

    private bool TryReadSelector(ref WindowRule rule)
    {
        if (Next.Kind == WindowTokenKind.Number)
        {
            return IsDatedYearAt(at) ? TryReadDates(ref rule)
                : IsYearAt(at) ? TryReadYears(ref rule)
                : TryReadTimes(ref rule);
        }

        return MonthAt(at) > 0 ? TryReadDates(ref rule)
            : IsDayWordAt(at) ? TryReadDays(ref rule)
            : Advance();
    }

    private static bool HasTimes(WindowRule rule) => rule.Times.Count > 0 || rule.Run is not null;

    private bool CanTakeYears(WindowRule rule) => IsDatedYearAt(at) ? rule.Dates.Count == 0 : rule.Years.Count == 0;

    /// <summary>A rule has one list of weekdays, and one of holidays alone.</summary>
    private bool CanTakeDays(WindowRule rule) =>
        rule.Run is null && (rule.Weekdays.Count == 0 || (rule.Holidays.Count == 0 && KindAt(at) is not null));

    private bool TryReadNumber(int leastDigits, int least, int greatest, LocalText expected, out int value)
    {
        var fits = Next.Kind == WindowTokenKind.Number && Next.Text.Length <= 4 && Next.Text.Length >= leastDigits;
        value = fits ? int.Parse(Next.Text) : -1;
        return fits && value >= least && value <= greatest ? Advance() : Fail(expected);
    }

    private bool IsNumberAt(int place) => place < tokens.Count && tokens[place].Kind == WindowTokenKind.Number;

    private bool IsAt(int place, string sign) => place < tokens.Count && tokens[place].Text == sign
        && tokens[place].Kind != WindowTokenKind.Comment;

    private bool Take(string sign) => IsAt(at, sign) && Advance();

    private bool TakeOrFail(string sign, LocalText expected) => Take(sign) || Fail(expected);

    private bool Advance()
    {
        at++;
        return true;
    }

    private bool Fail(LocalText expected)
    {
        Error ??= new WindowError(Next.Position, expected, IsOutside());
        return false;
    }

    // A varying time may stand in brackets with an offset: (sunset+01:00).
    private bool IsOutside() => OutsideWords.Contains(Next.Text == "(" ? tokens[at + 1].Text : Next.Text);
}
