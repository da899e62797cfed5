using GridMap.Core.Spatial;

namespace GridMap.Core.Locating;

/// <summary>A question for the grid of a point.</summary>
public sealed record LocateQuery
{
    /// <summary>The point; it is rounded to the lattice.</summary>
    public required LonLat Point { get; init; }

    /// <summary>
    /// How far off the point may be, metres, 0 to 100,000. Every grid within that distance is answered with its share.
    /// </summary>
    public double AccuracyMetres { get; init; }

    /// <summary>The code of the one partition to ask; null: all, the default one first.</summary>
    public string? Partition { get; init; }

    /// <summary>Whether to answer duties; <see cref="At"/> decides who is on call.</summary>
    public bool IncludeDuties { get; init; }

    /// <summary>Whether to answer the stations that serve the grid.</summary>
    public bool IncludeStations { get; init; }

    /// <summary>Whether to answer the nearest address.</summary>
    public bool IncludeAddress { get; init; }

    /// <summary>The instant for on-call windows and emergencies, with the offset of the deployment's zone.</summary>
    public required DateTimeOffset At { get; init; }
}
