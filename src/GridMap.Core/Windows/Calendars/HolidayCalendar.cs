namespace GridMap.Core.Windows.Calendars;

/// <summary>
/// Which days are holidays, which are worked in exchange, and of which that is not known yet. Immutable and safe to share
/// between threads.
/// </summary>
public sealed class HolidayCalendar
{
    /// <summary>
    /// How far from a statutory holiday a year's notice may make days off or workdays: in the notices of 2022 to 2026 the
    /// farthest is ten days away.
    /// </summary>
    public const int DaysAltered = 14;

    /// <summary>The calendar in which no day is known.</summary>
    public static readonly HolidayCalendar NothingKnown = new([], static _ => true);

    private readonly Dictionary<DateOnly, DayKinds> known;
    private readonly Func<DateOnly, bool> mayBeAltered;

    private HolidayCalendar(Dictionary<DateOnly, DayKinds> known, Func<DateOnly, bool> mayBeAltered)
    {
        this.known = known;
        this.mayBeAltered = mayBeAltered;
    }

    /// <summary>A calendar in which every day is known: those that are listed, and all others are ordinary.</summary>
    public static HolidayCalendar Of(IEnumerable<DateOnly> holidays, IEnumerable<DateOnly> makeUpWorkdays) =>
        new(Known(holidays, makeUpWorkdays), static _ => false);

    /// <summary>
    /// A calendar from data. In a year without a notice the statutory days are holidays, and the days around them are not
    /// known; nothing is known before the first regulation and after <see cref="StatutoryHoliday.LastYear"/>.
    /// </summary>
    public static HolidayCalendar Of(Calendar calendar)
    {
        var known = Known(
            calendar.Years.SelectMany(static y => y.DaysOff), calendar.Years.SelectMany(static y => y.Workdays));
        var noticed = calendar.Years.Select(static y => y.Year).ToHashSet();
        var first = Math.Min(
            calendar.Statutory.Select(static s => s.From).DefaultIfEmpty(int.MaxValue).Min(),
            noticed.DefaultIfEmpty(int.MaxValue).Min());
        var altered = new HashSet<DateOnly>();
        for (var year = Math.Max(first, StatutoryHoliday.FirstYear); year <= StatutoryHoliday.LastYear; year++)
        {
            if (!noticed.Contains(year))
            {
                AddUnnoticed(calendar, year, known, altered);
            }
        }

        return new(known, day => day.Year < first || day.Year >= StatutoryHoliday.LastYear || altered.Contains(day));
    }

    /// <summary>What kinds of day a day may be: one where that is known.</summary>
    public DayKinds KindsOf(DateOnly day) => known.TryGetValue(day, out var kind) ? kind
        : !mayBeAltered(day) ? DayKinds.Ordinary
        : day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
            ? DayKinds.Ordinary | DayKinds.Holiday | DayKinds.MakeUpWorkday
            : DayKinds.Ordinary | DayKinds.Holiday;

    private static void AddUnnoticed(
        Calendar calendar, int year, Dictionary<DateOnly, DayKinds> known, HashSet<DateOnly> altered)
    {
        foreach (var holiday in calendar.Statutory)
        {
            if (holiday.In(year) is not { } date)
            {
                continue;
            }

            known[date] = DayKinds.Holiday;
            for (var days = -DaysAltered; days <= DaysAltered; days++)
            {
                altered.Add(date.AddDays(days));
            }
        }
    }

    private static Dictionary<DateOnly, DayKinds> Known(
        IEnumerable<DateOnly> holidays, IEnumerable<DateOnly> makeUpWorkdays)
    {
        var known = new Dictionary<DateOnly, DayKinds>();
        foreach (var day in makeUpWorkdays)
        {
            known[day] = DayKinds.MakeUpWorkday;
        }

        foreach (var day in holidays)
        {
            known[day] = DayKinds.Holiday;
        }

        return known;
    }
}
