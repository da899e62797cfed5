using System.Globalization;

namespace GridMap.Core.Windows.Calendars;

/// <summary>What a statutory holiday's date goes by.</summary>
public enum HolidayBasis
{
    /// <summary>A day of a month.</summary>
    Solar,

    /// <summary>A day of a month of the Chinese calendar, never a leap month; day 0 is the eve of the month.</summary>
    Lunar,

    /// <summary>The solar term Qingming 清明, 4 or 5 April.</summary>
    Qingming,
}

/// <summary>A day that is a holiday by regulation, year by year.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Basis">What its date goes by.</param>
/// <param name="Month">The month, 1 to 12; not used for Qingming.</param>
/// <param name="Day">The day of the month; not used for Qingming.</param>
/// <param name="From">The first year in which it holds.</param>
/// <param name="To">The last one, or null.</param>
public sealed record StatutoryHoliday(LocalText Name, HolidayBasis Basis, int Month, int Day, int From, int? To)
{
    /// <summary>The first year whose dates are known here: the formula of Qingming is that of this century.</summary>
    public const int FirstYear = 2000;

    /// <summary>The last year whose dates are known here; the runtime's Chinese calendar ends in January 2101.</summary>
    public const int LastYear = 2099;

    private static readonly ChineseLunisolarCalendar Lunar = new();

    /// <summary>Its date in a year, or null where it does not hold or the date is not known.</summary>
    public DateOnly? In(int year) => year < From || year > (To ?? LastYear) || year is < FirstYear or > LastYear
        ? null
        : Basis switch
        {
            HolidayBasis.Solar => new DateOnly(year, Month, Day),
            HolidayBasis.Lunar => OfLunar(year),
            _ => new DateOnly(year, 4, QingmingDay(year)),
        };

    /// <summary>
    /// The usual formula for the day of Qingming in this century: (0.2422 y + 4.81) − (y / 4), both rounded down, where y
    /// is the year of the century. https://zh.wikipedia.org/wiki/清明
    /// </summary>
    private static int QingmingDay(int year) => (int)Math.Floor(((year % 100) * 0.2422) + 4.81) - (year % 100 / 4);

    private DateOnly OfLunar(int year)
    {
        // The runtime numbers months on through a leap month: what comes after it is one higher.
        var leap = Lunar.GetLeapMonth(year);
        var month = leap > 0 && leap <= Month ? Month + 1 : Month;
        var first = DateOnly.FromDateTime(Lunar.ToDateTime(year, month, 1, 0, 0, 0, 0));
        return first.AddDays(Day - 1);
    }
}
