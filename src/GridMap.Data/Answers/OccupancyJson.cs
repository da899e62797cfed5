using GridMap.Core.Resources;

namespace GridMap.Data.Answers;

/// <summary>How full a resource was at its last count.</summary>
/// <param name="Occupied">Berths, sockets or seats that were taken.</param>
/// <param name="Free">The capacity less these; null where the capacity is not known.</param>
/// <param name="At">When it was counted.</param>
/// <param name="Age">Whole seconds since then.</param>
/// <param name="Live">Whether it is young enough to be shown as what is there now.</param>
public sealed record OccupancyJson(int Occupied, int? Free, DateTimeOffset At, long Age, bool Live)
{
    /// <summary>Shapes a count.</summary>
    /// <param name="count">The count.</param>
    /// <param name="resource">What was counted.</param>
    /// <param name="now">Now, with the offset in which times are written.</param>
    /// <param name="liveFor">From which age on it is not live.</param>
    public static OccupancyJson Of(Occupancy count, Resource resource, DateTimeOffset now, TimeSpan liveFor) => new(
        count.Occupied,
        resource.Capacity is { } capacity ? Math.Max(0, capacity - count.Occupied) : null,
        count.At.ToOffset(now.Offset),
        (long)count.AgeAt(now).TotalSeconds,
        count.IsLiveAt(now, liveFor));
}

/// <summary>What is kept of a resource's occupancy after a feed sent a count.</summary>
/// <param name="Id">The resource, <c>source/id</c>.</param>
/// <param name="Capacity">How many it holds, or null when unknown.</param>
/// <param name="Occupancy">The count.</param>
public sealed record ResourceOccupancyJson(string Id, int? Capacity, OccupancyJson Occupancy);
