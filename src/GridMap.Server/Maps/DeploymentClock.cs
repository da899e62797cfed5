using System.Globalization;

namespace GridMap.Server.Maps;

/// <summary>The clock in the zone of the deployment: it decides which date is today and what a bare time means.</summary>
internal sealed class DeploymentClock(TimeProvider time)
{
    /// <summary>The setting with the zone's IANA id.</summary>
    public const string Setting = "GRIDMAP_ZONE";

    /// <summary>The zone where there is no setting.</summary>
    public const string DefaultZone = "Asia/Shanghai";

    private readonly TimeZoneInfo zone = time.LocalTimeZone;

    /// <summary>The clock itself; its local zone is the deployment's.</summary>
    public TimeProvider Time => time;

    /// <summary>Now, with the zone's offset.</summary>
    public DateTimeOffset Now => TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone);

    /// <summary>The zone of that id, or null when this machine does not know it.</summary>
    public static TimeZoneInfo? FindZone(string id)
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
        {
            return zone;
        }

        // A machine without tzdata still serves the default zone, which has had no daylight saving since 1991.
        return id == DefaultZone
            ? TimeZoneInfo.CreateCustomTimeZone(id, TimeSpan.FromHours(8), id, id)
            : null;
    }

    /// <summary>The date of an instant in the zone.</summary>
    public DateOnly DateOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>The first instant of a date in the zone.</summary>
    public DateTimeOffset StartOf(DateOnly date) => InZone(date.ToDateTime(TimeOnly.MinValue));

    /// <summary>
    /// Reads an RFC 3339 time (a space instead of T and missing seconds are taken too) or a date, which means its
    /// first instant. Without an offset it is in the zone.
    /// </summary>
    public bool TryParse(string text, out DateTimeOffset instant)
    {
        string[] dates = ["yyyy-MM-dd"];
        string[] local =
            ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm",
                "yyyy-MM-dd HH:mm:ss"];
        string[] zoned = ["yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];
        var invariant = CultureInfo.InvariantCulture;
        if (DateTime.TryParseExact(text, [.. dates, .. local], invariant, DateTimeStyles.None, out var bare))
        {
            instant = InZone(bare);
            return true;
        }

        // In a query a bare + means a space: 2026-11-22T08:00:00 08:00.
        var signed = text.Length > 6 && text[^6] == ' ' ? $"{text[..^6]}+{text[^5..]}" : text;
        if (DateTimeOffset.TryParseExact(signed, zoned, invariant, DateTimeStyles.None, out var parsed))
        {
            instant = TimeZoneInfo.ConvertTime(parsed, zone);
            return true;
        }

        instant = default;
        return false;
    }

    private DateTimeOffset InZone(DateTime bare) =>
        new(bare, zone.IsInvalidTime(bare) ? zone.BaseUtcOffset : zone.GetUtcOffset(bare));
}
