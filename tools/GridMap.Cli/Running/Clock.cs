using System.Globalization;

namespace GridMap.Cli.Running;

/// <summary>Dates and instants in the deployment's zone: its midnight comes hours before Greenwich has one.</summary>
internal static class Clock
{
    /// <summary>The environment variable with the zone's IANA id.</summary>
    public const string ZoneVariable = "GRIDMAP_ZONE";

    private const string DefaultZone = "Asia/Shanghai";

    /// <summary>The host's clock, whose local zone is the deployment's.</summary>
    public static TimeProvider Of(CliHost host) => new ZonedClock(host.Time, Zone(host));

    /// <summary>An instant with the zone's offset.</summary>
    public static DateTimeOffset InZone(CliHost host, DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, Zone(host));

    /// <summary>
    /// An instant as people write it: RFC 3339, without an offset in the deployment's zone; a date alone is its first
    /// instant; nothing is now.
    /// </summary>
    /// <exception cref="UsageException">It is neither.</exception>
    public static DateTimeOffset Instant(CliHost host, string option, string? text)
    {
        if (text is null)
        {
            return Of(host).GetLocalNow();
        }

        if (!DateTime.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var time) || text.Length < 10)
        {
            throw new UsageException($"{option} '{text}' is no date. Write 2026-11-22 or 2026-11-22T18:30:00+08:00.");
        }

        return time.Kind == DateTimeKind.Utc
            ? InZone(host, new DateTimeOffset(time))
            : new DateTimeOffset(time, Zone(host).GetUtcOffset(time));
    }

    private static TimeZoneInfo Zone(CliHost host)
    {
        var id = host.Variable(ZoneVariable) is { Length: > 0 } set ? set : DefaultZone;
        return TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
            ? zone
            : throw new UsageException($"{ZoneVariable}='{id}' is no time zone. Give an IANA id like {DefaultZone}.");
    }

    private sealed class ZonedClock(TimeProvider clock, TimeZoneInfo zone) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => zone;

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();
    }
}
