namespace GridMap.Core.Windows.Writing;

/// <summary>Sets of weekdays as runs from Monday.</summary>
internal static class WeekdayRuns
{
    /// <summary>The end of a year that is written with a plus.</summary>
    public const int LastYear = 9998;

    private static readonly DayOfWeek[] Week =
    [
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday,
        DayOfWeek.Sunday,
    ];

    /// <summary>Runs of three days and more as one, others day by day.</summary>
    public static List<(DayOfWeek First, DayOfWeek Last)> Of(int bits)
    {
        var runs = new List<(DayOfWeek, DayOfWeek)>();
        for (var start = 0; start < Week.Length;)
        {
            var end = start;
            while (end < Week.Length && (bits >> (int)Week[end] & 1) != 0)
            {
                end++;
            }

            if (end - start >= 3)
            {
                runs.Add((Week[start], Week[end - 1]));
            }
            else
            {
                runs.AddRange(Week[start..end].Select(static day => (day, day)));
            }

            start = end + (end == start ? 1 : 0);
        }

        return runs;
    }
}
