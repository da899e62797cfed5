namespace GridMap.Core.Windows;

/// <summary>Cuts a time into pieces that lie in one calendar day and have one offset.</summary>
internal static class ZoneDays
{
    /// <summary>The pieces, in order and without gaps; starts and ends in UTC.</summary>
    public static IEnumerable<(DateTime Start, DateTime End, TimeSpan Offset)> List(
        DateTime from, DateTime to, TimeZoneInfo zone)
    {
        while (from < to)
        {
            var offset = zone.GetUtcOffset(from);
            var end = (from + offset).Date.AddDays(1) - offset;
            end = end < to ? end : to;
            if (zone.GetUtcOffset(end) != offset)
            {
                end = FindChange(from, end, offset, zone);
            }

            yield return (from, end, offset);
            from = end;
        }
    }

    /// <summary>The instant of the change, to the second; offsets change on whole seconds.</summary>
    private static DateTime FindChange(DateTime before, DateTime after, TimeSpan offset, TimeZoneInfo zone)
    {
        while (after - before > TimeSpan.FromSeconds(1))
        {
            var middle = before + ((after - before) / 2);
            (before, after) = zone.GetUtcOffset(middle) == offset ? (middle, after) : (before, middle);
        }

        return new DateTime((after.Ticks / TimeSpan.TicksPerSecond) * TimeSpan.TicksPerSecond, DateTimeKind.Utc);
    }
}
