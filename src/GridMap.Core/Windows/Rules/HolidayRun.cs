using GridMap.Core.Windows.Calendars;

namespace GridMap.Core.Windows.Rules;

/// <summary>
/// A holiday as a whole: from a time of its eve or first day to a time of the first workday after it. The days off that
/// follow a holiday, as a weekend does, belong to it.
/// </summary>
/// <param name="FromEve">Whether it begins on the day before.</param>
/// <param name="From">Minutes of the day on which it begins.</param>
/// <param name="To">Minutes of the first workday at which it ends.</param>
internal sealed record HolidayRun(bool FromEve, int From, int To)
{
    /// <summary>No holiday is longer: a safeguard against calendars with no workday.</summary>
    private const int LongestDays = 40;

    /// <summary>The times of a day that belong to it, minutes from midnight; empty where none does.</summary>
    public IReadOnlyList<(int From, int To)> Find(DateOnly day, IDayKinds kinds)
    {
        if (IsInside(day, kinds))
        {
            return FromEve || IsInside(day.AddDays(-1), kinds) ? [(0, ClockSpan.Day)] : [(From, ClockSpan.Day)];
        }

        var times = new List<(int From, int To)>();
        if (CalendarDay.Workday.Has(day, kinds) && IsInside(day.AddDays(-1), kinds))
        {
            times.Add((0, To));
        }

        if (FromEve && kinds[day.AddDays(1)] == DayKinds.Holiday)
        {
            times.Add((From, ClockSpan.Day));
        }

        return times;
    }

    private static bool IsInside(DateOnly day, IDayKinds kinds)
    {
        for (var back = 0; back < LongestDays && !CalendarDay.Workday.Has(day, kinds); back++, day = day.AddDays(-1))
        {
            if (kinds[day] == DayKinds.Holiday)
            {
                return true;
            }
        }

        return false;
    }
}
