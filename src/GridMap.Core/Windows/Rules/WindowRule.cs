namespace GridMap.Core.Windows.Rules;

/// <summary>How a rule stands to those before it.</summary>
internal enum RuleLink
{
    /// <summary><c>;</c> It replaces them on its days, when it does not close.</summary>
    Normal,

    /// <summary><c>,</c> It adds to them.</summary>
    Additional,

    /// <summary><c>||</c> It counts where they leave the time closed.</summary>
    Fallback,
}

/// <summary>One rule of a window. A day must be in each of the lists that are not empty.</summary>
internal sealed record WindowRule
{
    public RuleLink Link { get; init; }

    public IReadOnlyList<DaySelector> Years { get; init; } = [];

    public IReadOnlyList<DaySelector> Holidays { get; init; } = [];

    public IReadOnlyList<DaySelector> Dates { get; init; } = [];

    public IReadOnlyList<DaySelector> Weekdays { get; init; } = [];

    /// <summary>Instead of holidays and times: from a time of its first day to a time of the first workday after.</summary>
    public HolidayRun? Run { get; init; }

    /// <summary>Its times; empty: the whole day.</summary>
    public IReadOnlyList<ClockSpan> Times { get; init; } = [];

    public WindowState State { get; init; } = WindowState.Open;

    public string? Comment { get; init; }

    /// <summary>Whether the text named days.</summary>
    public bool NamesDays => Years.Count + Holidays.Count + Dates.Count + Weekdays.Count > 0 || Run is not null;

    /// <summary>Whether it begins on a day.</summary>
    public bool Matches(DateOnly day, IDayKinds kinds) =>
        MatchesAny(Years, day, kinds) && MatchesAny(Holidays, day, kinds) && MatchesAny(Dates, day, kinds)
        && MatchesAny(Weekdays, day, kinds) && (Run is null || Run.Find(day, kinds).Count > 0);

    /// <summary>Whether what it says of a day depends on a calendar.</summary>
    public bool AsksCalendar =>
        Run is not null || Holidays.Count > 0 || Weekdays.Any(static w => w is DaySelector.OfKind);

    private static bool MatchesAny(IReadOnlyList<DaySelector> selectors, DateOnly day, IDayKinds kinds)
    {
        for (var i = 0; i < selectors.Count; i++)
        {
            if (selectors[i].Matches(day, kinds))
            {
                return true;
            }
        }

        return selectors.Count == 0;
    }
}

/// <summary>Times of day, in minutes from midnight of the day on which they begin.</summary>
/// <param name="From">The start, included.</param>
/// <param name="To">The end, excluded, up to the midnight after the next day.</param>
/// <param name="OpenEnd">Whether it is not known when it ends: unknown from the start, to a guessed end.</param>
/// <param name="Extended">Whether an open end follows the end: <c>10:00-16:00+</c>.</param>
internal readonly record struct ClockSpan(int From, int To, bool OpenEnd, bool Extended)
{
    public const int Day = 24 * 60;

    /// <summary>
    /// Where an open end is guessed to end, as npm's <c>opening_hours</c> guesses it: from 22:00 on eight hours later,
    /// from 17:00 on ten, else at midnight.
    /// </summary>
    public static int GuessEnd(int from) => from >= 22 * 60 ? from + (8 * 60) : from >= 17 * 60 ? from + (10 * 60) : Day;
}
