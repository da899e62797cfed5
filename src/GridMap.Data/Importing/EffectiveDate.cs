using System.Globalization;
using GridMap.Core;

namespace GridMap.Data.Importing;

/// <summary>Reads <c>--effective</c>.</summary>
internal static class EffectiveDate
{
    /// <summary>The date that a text means; null means today, in the clock's own zone.</summary>
    /// <exception cref="ImportException">It is no date, or of another year than <see cref="StatedYears"/>.</exception>
    public static DateOnly Parse(string? text, TimeProvider time)
    {
        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        return text switch
        {
            null or "" or "today" => today,
            "first-of-next-month" => new DateOnly(today.Year, today.Month, 1).AddMonths(1),
            _ when DateOnly.TryParseExact(
                text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                && StatedYears.Has(date.Year) => date,
            _ => throw new ImportException(
                $"--effective '{text}' is not a date of {StatedYears.Range.En}. "
                + "Accepted: 2026-11-22, or first-of-next-month."),
        };
    }
}
