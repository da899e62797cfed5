using GridMap.Core.Windows.Calendars;

namespace GridMap.Core.Windows.Rules;

/// <summary>What kind of day a day is.</summary>
internal interface IDayKinds
{
    DayKinds this[DateOnly day] { get; }
}

/// <summary>A set of days. A closed set of types.</summary>
internal abstract record DaySelector
{
    private DaySelector()
    {
    }

    public abstract bool Matches(DateOnly day, IDayKinds kinds);

    /// <summary>Years, both included.</summary>
    public sealed record OfYears(int From, int To) : DaySelector
    {
        public override bool Matches(DateOnly day, IDayKinds kinds) => day.Year >= From && day.Year <= To;
    }

    /// <summary>Months, both included, over the year's end where need be.</summary>
    public sealed record OfMonths(int From, int To) : DaySelector
    {
        public override bool Matches(DateOnly day, IDayKinds kinds) => From <= To
            ? day.Month >= From && day.Month <= To
            : day.Month >= From || day.Month <= To;
    }

    /// <summary>Dates, both included, over the year's end where need be.</summary>
    public sealed record OfDates(DateEdge From, DateEdge To) : DaySelector
    {
        public override bool Matches(DateOnly day, IDayKinds kinds)
        {
            var number = day.DayNumber;
            var from = From.FirstDay(day.Year);
            var to = To.LastDay(day.Year);
            return to < from - 1 && From.Year is null
                ? number >= from || number <= to
                : number >= from && number <= to;
        }
    }

    /// <summary>Weekdays as bits, Sunday the lowest.</summary>
    public sealed record OfWeekdays(int Bits) : DaySelector
    {
        public override bool Matches(DateOnly day, IDayKinds kinds) => (Bits >> (int)day.DayOfWeek & 1) != 0;
    }

    /// <summary>The nth of a weekday in its month (−1: the last), moved by some days.</summary>
    public sealed record OfNthWeekday(DayOfWeek Weekday, IReadOnlyList<int> Numbers, int Shift) : DaySelector
    {
        public override bool Matches(DateOnly day, IDayKinds kinds)
        {
            var meant = day.AddDays(-Shift);
            if (meant.DayOfWeek != Weekday)
            {
                return false;
            }

            var days = DateTime.DaysInMonth(meant.Year, meant.Month);
            return Numbers.Contains(((meant.Day - 1) / 7) + 1) || Numbers.Contains(-((days - meant.Day) / 7) - 1);
        }

        public bool Equals(OfNthWeekday? other) =>
            other is not null && Weekday == other.Weekday && Shift == other.Shift && Numbers.SequenceEqual(other.Numbers);

        public override int GetHashCode() => HashCode.Combine(Weekday, Shift, Numbers.Count);
    }

    /// <summary>Days of a kind that the calendar knows, moved by some days.</summary>
    public sealed record OfKind(CalendarDay Kind, int Shift) : DaySelector
    {
        public override bool Matches(DateOnly day, IDayKinds kinds) => Kind.Has(day.AddDays(-Shift), kinds);
    }
}

/// <summary>The kinds of days that a window can name.</summary>
internal enum CalendarDay
{
    /// <summary><c>PH</c>: a holiday, with the days off that belong to it.</summary>
    Holiday,

    /// <summary><c>WD</c>: a workday: Monday to Friday but for holidays, and make-up workdays.</summary>
    Workday,

    /// <summary><c>CW</c>: a make-up workday 调休上班日.</summary>
    MakeUpWorkday,
}

internal static class CalendarDays
{
    public static bool Has(this CalendarDay kind, DateOnly day, IDayKinds kinds) => kind switch
    {
        CalendarDay.Holiday => kinds[day] == DayKinds.Holiday,
        CalendarDay.MakeUpWorkday => kinds[day] == DayKinds.MakeUpWorkday,
        _ => kinds[day] == DayKinds.MakeUpWorkday
            || (kinds[day] == DayKinds.Ordinary && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)),
    };
}
