namespace GridMap.Core.Windows;

/// <summary>A set of weekdays.</summary>
internal readonly record struct WeekdaySet(int Bits)
{
    public static readonly WeekdaySet All = new(0b1111111);

    public bool Contains(DayOfWeek day) => (Bits >> (int)day & 1) != 0;

    public WeekdaySet With(DayOfWeek day) => new(Bits | 1 << (int)day);

    /// <summary>With the days from one to another, both included, over the week's end where need be.</summary>
    public WeekdaySet With(DayOfWeek first, DayOfWeek last)
    {
        var set = With(first);
        for (var day = first; day != last;)
        {
            day = (DayOfWeek)(((int)day + 1) % 7);
            set = set.With(day);
        }

        return set;
    }
}

/// <summary>Minutes from midnight of the day on which it begins; the end is excluded and may be on the day after.</summary>
internal readonly record struct DaySpan(int Start, int End)
{
    public const int Day = 24 * 60;

    public bool Contains(TimeSpan time) => time >= TimeSpan.FromMinutes(Start) && time < TimeSpan.FromMinutes(End);
}

/// <summary>One rule of a window.</summary>
/// <param name="Days">The days on which it begins.</param>
/// <param name="NamesDays">Whether the text named them.</param>
/// <param name="Spans">Its times; empty: the whole day.</param>
/// <param name="Opens">Whether it opens or closes.</param>
internal sealed record WindowRule(WeekdaySet Days, bool NamesDays, IReadOnlyList<DaySpan> Spans, bool Opens)
{
    public bool HoldsOnItsDay(TimeSpan time) => Spans.Count == 0 || Spans.Any(s => s.Contains(time));

    public bool HoldsOnTheDayAfter(TimeSpan time) =>
        Spans.Any(s => s.End > DaySpan.Day && s.Contains(time + TimeSpan.FromDays(1)));
}
