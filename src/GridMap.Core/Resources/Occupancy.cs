namespace GridMap.Core.Resources;

/// <summary>
/// How full a resource was at an instant, as a parking system counted it. It is no part of any state: a new count makes
/// no revision, and only the newest is kept.
/// </summary>
/// <param name="ResourceId">The resource, by internal id.</param>
/// <param name="Occupied">Berths, sockets or seats that were taken; 0 or more.</param>
/// <param name="At">When it was counted.</param>
public sealed record Occupancy(long ResourceId, int Occupied, DateTimeOffset At)
{
    /// <summary>For how long a count is shown as live where the deployment says nothing else.</summary>
    public static readonly TimeSpan DefaultLiveFor = TimeSpan.FromMinutes(15);

    /// <summary>How old it is; 0 for a count of a clock that is ahead.</summary>
    public TimeSpan AgeAt(DateTimeOffset now) => now > At ? now - At : TimeSpan.Zero;

    /// <summary>Whether it may be shown as live: it is younger than the given age.</summary>
    public bool IsLiveAt(DateTimeOffset now, TimeSpan liveFor) => AgeAt(now) < liveFor;
}
