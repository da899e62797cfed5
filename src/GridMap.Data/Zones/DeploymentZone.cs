using System.Globalization;
using GridMap.Core;

namespace GridMap.Data.Zones;

/// <summary>The zone of a deployment: which date is today there, and what a date or a time without an offset means.</summary>
public static class DeploymentZone
{
    /// <summary>The setting with the zone's IANA id.</summary>
    public const string Setting = "GRIDMAP_ZONE";

    /// <summary>The zone where there is no setting.</summary>
    public const string Default = "Asia/Shanghai";

    private static readonly string[] Bare =
        ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm",
            "yyyy-MM-dd HH:mm:ss"];

    private static readonly string[] Zoned = ["yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    /// <summary>The zone of that id, or null when this machine does not know it.</summary>
    public static TimeZoneInfo? Find(string id)
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
        {
            return zone;
        }

        // A machine without tzdata still serves the default zone, which has had no daylight saving since 1991.
        return id == Default
            ? TimeZoneInfo.CreateCustomTimeZone(id, TimeSpan.FromHours(8), id, id)
            : null;
    }

    /// <summary>
    /// Reads an RFC 3339 time (a space instead of T and missing seconds are taken too) or a date, which means its
    /// first instant. Without an offset it is in the zone. The year that is written must be of <see cref="StatedYears"/>.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="zone">The zone.</param>
    /// <param name="instant">The instant, with the zone's offset.</param>
    public static bool TryParse(string text, TimeZoneInfo zone, out DateTimeOffset instant)
    {
        var invariant = CultureInfo.InvariantCulture;
        if (DateTime.TryParseExact(text, Bare, invariant, DateTimeStyles.None, out var bare) && StatedYears.Has(bare.Year))
        {
            instant = At(bare, zone);
            return true;
        }

        // In a query a bare + means a space: 2026-11-22T08:00:00 08:00.
        var signed = text.Length > 6 && text[^6] == ' ' ? $"{text[..^6]}+{text[^5..]}" : text;
        if (DateTimeOffset.TryParseExact(signed, Zoned, invariant, DateTimeStyles.None, out var parsed)
            && StatedYears.Has(parsed.Year))
        {
            instant = TimeZoneInfo.ConvertTime(parsed, zone);
            return true;
        }

        instant = default;
        return false;
    }

    /// <summary>The instant of a local time; one that the zone leaves out is taken with the zone's base offset.</summary>
    public static DateTimeOffset At(DateTime local, TimeZoneInfo zone) =>
        new(local, zone.IsInvalidTime(local) ? zone.BaseUtcOffset : zone.GetUtcOffset(local));
}
