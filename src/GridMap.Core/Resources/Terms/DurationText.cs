using System.Buffers;
using System.Globalization;

namespace GridMap.Core.Resources.Terms;

/// <summary>Durations as people and OSM write them.</summary>
internal static class DurationText
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");

    /// <summary>
    /// Reads <c>12</c> (hours), <c>1.5 hours</c>, <c>90 min</c>, <c>2 h</c>, <c>30 days</c>, <c>1 week</c>. A month has
    /// no fixed length and is not read.
    /// </summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        var end = text.AsSpan().IndexOfAnyExcept(Digits);
        var number = end < 0 ? text : text[..end];
        var unit = end < 0 ? TimeSpan.FromHours(1) : UnitOf(text[end..].Trim());
        if (unit is null || !double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)
            || count is not (> 0 and < 100_000))
        {
            return false;
        }

        duration = TimeSpan.FromMinutes(Math.Round(count * unit.Value.TotalMinutes));
        return duration > TimeSpan.Zero;
    }

    private static TimeSpan? UnitOf(string word) => word.ToLowerInvariant() switch
    {
        "m" or "min" or "mins" or "minute" or "minutes" => TimeSpan.FromMinutes(1),
        "h" or "hr" or "hrs" or "hour" or "hours" => TimeSpan.FromHours(1),
        "d" or "day" or "days" => TimeSpan.FromDays(1),
        "week" or "weeks" => TimeSpan.FromDays(7),
        _ => null,
    };
}
