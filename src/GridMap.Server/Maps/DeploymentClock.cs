using GridMap.Data.Zones;

namespace GridMap.Server.Maps;

/// <summary>The clock in the zone of the deployment: it decides which date is today and what a bare time means.</summary>
internal sealed class DeploymentClock(TimeProvider time)
{
    private readonly TimeZoneInfo zone = time.LocalTimeZone;

    /// <summary>The clock itself; its local zone is the deployment's.</summary>
    public TimeProvider Time => time;

    /// <summary>The zone.</summary>
    public TimeZoneInfo Zone => zone;

    /// <summary>Now, with the zone's offset.</summary>
    public DateTimeOffset Now => TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone);

    /// <summary>The date of an instant in the zone.</summary>
    public DateOnly DateOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>The first instant of a date in the zone.</summary>
    public DateTimeOffset StartOf(DateOnly date) => DeploymentZone.At(date.ToDateTime(TimeOnly.MinValue), zone);

    /// <summary>Reads a time or a date as <see cref="DeploymentZone.TryParse"/> does, in the zone.</summary>
    public bool TryParse(string text, out DateTimeOffset instant) => DeploymentZone.TryParse(text, zone, out instant);
}
