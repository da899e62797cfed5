namespace GridMap.Core.Grids;

/// <summary>Whether the leaves of a partition must fill its area.</summary>
public enum Tiling
{
    /// <summary>No gap and no overlap: every point of the area has exactly one leaf.</summary>
    Complete,

    /// <summary>Gaps are normal, overlaps are not.</summary>
    Partial,
}

/// <summary>A rank of a partition's tree.</summary>
/// <param name="Id">ASCII id, for example <c>community</c>.</param>
/// <param name="Name">What people there call it.</param>
public sealed record Level(string Id, LocalText Name);

/// <summary>A named division 网 of the area into grids. Several lie over one another.</summary>
public sealed record Partition : IMapItem<Partition>
{
    /// <inheritdoc/>
    public required long Id { get; init; }

    /// <summary>ASCII id, for example <c>governance</c>; unique, and never changed.</summary>
    public required string Code { get; init; }

    /// <summary>Its name.</summary>
    public required LocalText Name { get; init; }

    /// <summary>Whether gaps are findings.</summary>
    public required Tiling Tiling { get; init; }

    /// <summary>The ranks, root first. A leaf may sit at any of them.</summary>
    public required IReadOnlyList<Level> Levels { get; init; }

    /// <summary>How codes are formed; null: any text without white space.</summary>
    public CodeScheme? Scheme { get; init; }

    /// <summary>Whether this is the partition that a question without <c>partition=</c> names first.</summary>
    public bool IsDefault { get; init; }

    /// <inheritdoc/>
    public string Key => Code;

    /// <inheritdoc/>
    public bool SameContent(Partition other) =>
        Code == other.Code && Name == other.Name && Tiling == other.Tiling && IsDefault == other.IsDefault
        && Levels.SequenceEqual(other.Levels) && Equals(Scheme, other.Scheme);

    /// <inheritdoc/>
    public Partition WithId(long id) => this with { Id = id };
}
