using System.Diagnostics.CodeAnalysis;
using GridMap.Core.Windows.Calendars;
using GridMap.Core.Windows.Reading;
using GridMap.Core.Windows.Rules;
using GridMap.Core.Windows.Writing;

namespace GridMap.Core.Windows;

/// <summary>
/// When something holds, written in a part of OSM's <c>opening_hours</c> grammar. Immutable and safe to share between
/// threads; it knows no zone, its times are local.
/// </summary>
/// <remarks>
/// <para>Understood are, in any case of letters and with or without blanks:</para>
/// <list type="bullet">
/// <item><c>24/7</c>;</item>
/// <item>weekdays <c>Mo Tu We Th Fr Sa Su</c> in lists and ranges (<c>Mo-Fr</c>, <c>Sa,Su</c>, <c>Fr-Mo</c>), the nth in a
/// month (<c>We[1]</c>, <c>Su[-1]</c>, <c>Mo[1,3]</c>, <c>Fr[-1] +1 day</c>);</item>
/// <item>holidays by a calendar: <c>PH</c>, <c>PH -1 day</c> (the eve), <c>PH +1 day</c>; in a list with weekdays
/// (<c>Sa,Su,PH</c>) either, without a comma (<c>PH Mo-Fr</c>) both;</item>
/// <item>months (<c>Apr-Sep</c>, <c>Jan,Mar</c>), dates (<c>Dec 24</c>, <c>Dec 24-26</c>, <c>Oct 15-Apr 15</c>, <c>Mar
/// Su[-1]-Oct Su[-1]</c>), years (<c>2026</c>, <c>2026-2028</c>, <c>2026+</c>, <c>2026 Apr 01-2027 Mar 31</c>);</item>
/// <item>times <c>08:00-12:00,14:00-18:00</c>, past midnight either way (<c>18:00-08:00</c>, <c>18:00-32:00</c>), to the
/// midnight after the next day at most; open ends (<c>18:00+</c>, <c>10:00-16:00+</c>), which are unknown from there on;
/// without times the whole day is meant;</item>
/// <item><c>off</c> or <c>closed</c>, <c>unknown</c>, <c>open</c>, and comments (<c>"ask first"</c>, which alone means
/// unknown);</item>
/// <item>several rules, separated by <c>;</c> (a later one that does not close replaces earlier ones on the calendar days
/// that it names, with what they carry over from the day before), by <c>,</c> (it adds to them) or by <c>||</c> (it
/// counts where they leave the time closed). What runs past midnight belongs to the day on which it began.</item>
/// </list>
/// <para>
/// Beyond OSM's grammar, for calendars with make-up workdays: <c>WD</c> (a workday: Monday to Friday but for holidays, and
/// make-up workdays) and <c>CW</c> (a make-up workday) stand where <c>PH</c> may; and <c>PH -1 day 19:00-WD 07:00</c> is a
/// holiday as a whole, from 19:00 on its eve to 07:00 on the first workday after.
/// </para>
/// <para>
/// Refused are sunrise and the like, <c>easter</c>, week numbers, <c>SH</c>, periods (<c>/2</c>) and single points of time.
/// Specification: https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification; where it leaves room, as the
/// npm package <c>opening_hours</c> has it, with which the tests compare.
/// </para>
/// </remarks>
public sealed class Window
{
    /// <summary>The window of which nothing is known.</summary>
    public static readonly Window Unknown = new("unknown", [new WindowRule { State = WindowState.Unknown }]);

    /// <summary>The window that always holds.</summary>
    public static readonly Window Always = new("24/7", [new WindowRule()]);

    private readonly IReadOnlyList<WindowRule> rules;
    private readonly RulePart[] parts;

    private Window(string text, IReadOnlyList<WindowRule> rules)
    {
        Text = text;
        this.rules = rules;
        parts = RulePart.Of(rules);
        AsksCalendar = rules.Any(static r => r.AsksCalendar);
    }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>Whether it names holidays or workdays.</summary>
    public bool AsksCalendar { get; }

    /// <summary>Whether it holds at all times, by its text alone.</summary>
    public bool IsAlways => rules is [{ NamesDays: false, State: WindowState.Open } rule] && RuleTimes.Of(rule).Count == 0;

    /// <summary>Reads a window.</summary>
    /// <param name="text">The text.</param>
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

    /// <summary>What it says of a local time; an interval's start is in, its end is not.</summary>
    /// <param name="local">Local time, in the years 2 to 9998; its kind does not matter.</param>
    /// <param name="calendar">The holidays; null: no day's kind is known.</param>
    public WindowMoment At(DateTime local, HolidayCalendar? calendar = null) =>
        PlanOf(DateOnly.FromDateTime(local), calendar).At((local.Hour * 60) + local.Minute);

    /// <summary>Whether it certainly holds at a local time.</summary>
    /// <inheritdoc cref="At"/>
    public bool IsOpenAt(DateTime local, HolidayCalendar? calendar = null) => At(local, calendar).State == WindowState.Open;

    /// <summary>
    /// What it says from one instant to another, without gaps and in order; neighbours differ in state or comment.
    /// </summary>
    /// <param name="from">The start, included.</param>
    /// <param name="to">The end, excluded; when not after the start, nothing comes.</param>
    /// <param name="zone">
    /// The zone of its times. When clocks are put back, an hour comes twice and each time counts; when they are put
    /// forward, what the text says of the hour left out is passed over.
    /// </param>
    /// <param name="calendar">The holidays; null: no day's kind is known.</param>
    public IEnumerable<WindowInterval> ListIntervals(
        DateTimeOffset from, DateTimeOffset to, TimeZoneInfo zone, HolidayCalendar? calendar = null)
    {
        WindowInterval? pending = null;
        foreach (var piece in ListPieces(from, to, zone, calendar))
        {
            if (pending is { } last && (last.State != piece.State || last.Comment != piece.Comment))
            {
                yield return last;
                pending = piece;
            }
            else
            {
                pending = piece with { Start = pending?.Start ?? piece.Start };
            }
        }

        if (pending is { } end)
        {
            yield return end;
        }
    }

    /// <summary>The first instant after another from which it says something else, or null when none comes.</summary>
    /// <param name="after">The instant.</param>
    /// <param name="zone">The zone of its times.</param>
    /// <param name="calendar">The holidays; null: no day's kind is known.</param>
    /// <param name="within">How far to look; null: five years.</param>
    public DateTimeOffset? FindNextChange(
        DateTimeOffset after, TimeZoneInfo zone, HolidayCalendar? calendar = null, TimeSpan? within = null)
    {
        var end = after + (within ?? TimeSpan.FromDays(5 * 366));
        var change = IsAlways ? end : ListIntervals(after, end, zone, calendar).First().End;
        return change < end ? change : null;
    }

    /// <summary>
    /// The normal form: the same window, written one way. Reading it and writing it again gives the same text.
    /// </summary>
    public string ToNormalForm() => NormalForm.Of(rules);

    /// <summary>As a sentence without a full stop.</summary>
    public LocalText ToSentence() => new(ChineseSentence.Of(rules), EnglishSentence.Of(rules));

    /// <inheritdoc/>
    public override string ToString() => Text;

    private DayPlan PlanOf(DateOnly day, HolidayCalendar? calendar) =>
        DayPlan.Of(parts, AsksCalendar, day, calendar ?? HolidayCalendar.NothingKnown);

    /// <summary>Pieces of single days, in which the zone's offset is the same too.</summary>
    private IEnumerable<WindowInterval> ListPieces(
        DateTimeOffset from, DateTimeOffset to, TimeZoneInfo zone, HolidayCalendar? calendar)
    {
        foreach (var (start, end, offset) in ZoneDays.List(from.UtcDateTime, to.UtcDateTime, zone))
        {
            var local = start + offset;
            var midnight = local.Date;
            var plan = PlanOf(DateOnly.FromDateTime(local), calendar);
            for (var i = 0; i < plan.Count; i++)
            {
                var begins = midnight.AddMinutes(plan.Start(i)) - offset;
                var ends = midnight.AddMinutes(i + 1 < plan.Count ? plan.Start(i + 1) : ClockSpan.Day) - offset;
                begins = begins < start ? start : begins;
                ends = ends > end ? end : ends;
                if (begins < ends)
                {
                    yield return new WindowInterval(
                        InZone(begins, zone), InZone(ends, zone), plan.Moment(i).State, plan.Moment(i).Comment);
                }
            }
        }
    }

    private static DateTimeOffset InZone(DateTime utc, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(new DateTimeOffset(utc, TimeSpan.Zero), zone);
}
