using GridMap.Core.Addresses;
using GridMap.Core.History;
using GridMap.Core.Spatial;

namespace GridMap.Core.Locating;

/// <summary>A question for the grids of an address.</summary>
public sealed record AddressQuery
{
    /// <summary>How many candidates are answered where nothing else is said.</summary>
    public const int UsualLimit = 5;

    /// <summary>The address as people write or say it, a landmark, or a code.</summary>
    public required string Text { get; init; }

    /// <summary>At most how many candidates, 1 or more.</summary>
    public int Limit { get; init; } = UsualLimit;

    /// <summary>How far off the place may be, metres, 0 to 100,000; an interpolated one is at least as far off as it says.</summary>
    public double AccuracyMetres { get; init; }

    /// <summary>The code of the one partition to ask; null: all, the default one first.</summary>
    public string? Partition { get; init; }

    /// <summary>Whether to answer duties; <see cref="At"/> decides who is on call.</summary>
    public bool IncludeDuties { get; init; }

    /// <summary>Whether to answer the stations that serve the grid.</summary>
    public bool IncludeStations { get; init; }

    /// <summary>The instant for on-call windows and emergencies, with the offset of the deployment's zone.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The same question for a point.</summary>
    public LocateQuery ToLocateQuery(LonLat point) => new()
    {
        Point = point,
        AccuracyMetres = AccuracyMetres,
        Partition = Partition,
        IncludeDuties = IncludeDuties,
        IncludeStations = IncludeStations,
        At = At,
    };
}

/// <summary>The places that an address may mean, with their grids.</summary>
/// <param name="State">The state that was asked.</param>
/// <param name="Query">The text as it was asked.</param>
/// <param name="Candidates">The likeliest first; none where the text fits nothing here.</param>
public sealed record AddressAnswer(MapState State, string Query, IReadOnlyList<AddressCandidate> Candidates);

/// <summary>A place that an address may mean.</summary>
/// <param name="Hit">What was found.</param>
/// <param name="Results">Its grids: one for each partition, the default one first, then by code.</param>
public sealed record AddressCandidate(AddressHit Hit, IReadOnlyList<PartitionAnswer> Results);
