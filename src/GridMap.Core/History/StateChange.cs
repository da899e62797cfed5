namespace GridMap.Core.History;

/// <summary>How one state of a store becomes a later one: what was recorded, took effect or ended between the two.</summary>
public sealed record StateChange
{
    /// <summary>The state before.</summary>
    public required MapState From { get; init; }

    /// <summary>The state after; neither its revision nor its date is before that of <see cref="From"/>.</summary>
    public required MapState To { get; init; }

    /// <summary>
    /// The items in force after that are not the same as before, and the ids of those in force no more. It may put an item
    /// that is unchanged, and retire one that was not in force before either.
    /// </summary>
    public required ChangeSet Items { get; init; }

    /// <summary>When the revision of <see cref="To"/> was recorded; null for the empty store.</summary>
    public DateTimeOffset? RecordedAt { get; init; }

    /// <summary>The next date, after that of <see cref="To"/>, on which something recorded takes effect or ends.</summary>
    public DateOnly? NextEffective { get; init; }

    /// <summary>The keys (<c>partition/code</c>) that revisions after <see cref="From"/> gave to grids, on whatever date.</summary>
    public IReadOnlyDictionary<string, long> UsedGridKeys { get; init; } = new Dictionary<string, long>();
}
