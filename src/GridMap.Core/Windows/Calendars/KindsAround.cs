using GridMap.Core.Windows.Rules;

namespace GridMap.Core.Windows.Calendars;

/// <summary>Days of which it does not matter what kind they are.</summary>
internal sealed class KnownKinds : IDayKinds
{
    public static readonly KnownKinds Ordinary = new();

    public DayKinds this[DateOnly day] => DayKinds.Ordinary;
}

/// <summary>
/// The kinds of the days around a day: of those that the calendar does not know, each possibility in turn.
/// </summary>
/// <remarks>
/// A window looks at most one day ahead (the eve of a holiday) and two back (the day after one, past midnight). Only a
/// holiday as a whole looks farther; where it meets a day that is not known there, nothing is certain.
/// </remarks>
internal sealed class KindsAround : IDayKinds
{
    private const int Back = 2;
    private const int Around = 4;
    private static readonly DayKinds[] Single = [DayKinds.Ordinary, DayKinds.Holiday, DayKinds.MakeUpWorkday];
    private readonly HolidayCalendar calendar;
    private readonly DateOnly first;
    private readonly DayKinds[] possible = new DayKinds[Around];
    private readonly DayKinds[] chosen = new DayKinds[Around];

    public KindsAround(DateOnly day, HolidayCalendar calendar)
    {
        this.calendar = calendar;
        first = day.AddDays(-Back);
        for (var i = 0; i < Around; i++)
        {
            possible[i] = calendar.KindsOf(first.AddDays(i));
            chosen[i] = Single.First(kind => possible[i].HasFlag(kind));
        }
    }

    /// <summary>Whether a day was asked for that is not known and not among those that are gone through.</summary>
    public bool IsUncertain { get; private set; }

    public DayKinds this[DateOnly day]
    {
        get
        {
            var place = day.DayNumber - first.DayNumber;
            return place is >= 0 and < Around ? chosen[place] : Far(calendar.KindsOf(day));
        }
    }

    /// <summary>Goes to the next combination; false when all were there.</summary>
    public bool TryNext()
    {
        for (var i = 0; i < Around; i++)
        {
            var next = Array.FindIndex(Single, kind => kind > chosen[i] && possible[i].HasFlag(kind));
            if (next >= 0)
            {
                chosen[i] = Single[next];
                return true;
            }

            chosen[i] = Single.First(kind => possible[i].HasFlag(kind));
        }

        return false;
    }

    private DayKinds Far(DayKinds kinds)
    {
        IsUncertain |= !Single.Contains(kinds);
        return Single.First(kind => kinds.HasFlag(kind));
    }
}
