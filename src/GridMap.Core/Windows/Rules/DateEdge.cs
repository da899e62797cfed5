namespace GridMap.Core.Windows.Rules;

/// <summary>
/// A date at the edge of a range: a day of a month, or the nth weekday of a month moved by some days; of one year or of
/// each.
/// </summary>
/// <param name="Year">The year, or null for each.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">The day of the month; 0 with a weekday.</param>
/// <param name="Weekday">The weekday whose nth is meant, or null.</param>
/// <param name="Number">Which of them; −1 is the last.</param>
/// <param name="Shift">Days that the nth weekday is moved by.</param>
internal sealed record DateEdge(int? Year, int Month, int Day, DayOfWeek? Weekday = null, int Number = 0, int Shift = 0)
{
    /// <summary>The day number from which a range that begins here holds. 29 February is 1 March where there is none.</summary>
    public int FirstDay(int year) => Find(year, IsMissing(year) ? 1 : 0);

    /// <summary>The day number to which a range that ends here holds. 29 February is the 28th where there is none.</summary>
    public int LastDay(int year) => Find(year, 0);

    private bool IsMissing(int year) => Day == 29 && Month == 2 && !DateTime.IsLeapYear(Year ?? year);

    private int Find(int year, int after)
    {
        year = Year ?? year;
        if (Weekday is not { } weekday)
        {
            return new DateOnly(year, Month, IsMissing(year) ? 28 : Day).DayNumber + after;
        }

        var first = new DateOnly(year, Month, 1).AddMonths(Number > 0 ? 0 : 1);
        var ahead = ((int)weekday - (int)first.DayOfWeek + 7) % 7;
        return first.DayNumber + ahead + (7 * (Number > 0 ? Number - 1 : Number)) + Shift;
    }
}
