using GridMap.Core;
using GridMap.Data.Zones;

namespace GridMap.Cli.Running;

/// <summary>Dates and instants in the deployment's zone: its midnight comes hours before Greenwich has one.</summary>
internal static class Clock
{
    /// <summary>The host's clock, whose local zone is the deployment's.</summary>
    public static TimeProvider Of(CliHost host) => new ZonedTime(host.Time, Zone(host));

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

        return DeploymentZone.TryParse(text, Zone(host), out var instant) ? instant : throw new UsageException(
            $"{option} '{text}' is no date of {StatedYears.Range.En}. Write 2026-11-22 or 2026-11-22T18:30:00+08:00.");
    }

    private static TimeZoneInfo Zone(CliHost host)
    {
        var id = host.Variable(DeploymentZone.Setting) is { Length: > 0 } set ? set : DeploymentZone.Default;
        return DeploymentZone.Find(id) ?? throw new UsageException(
            $"{DeploymentZone.Setting}='{id}' is no time zone. Give an IANA id like {DeploymentZone.Default}.");
    }
}
