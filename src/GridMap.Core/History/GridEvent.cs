namespace GridMap.Core.History;

/// <summary>What a new version of a grid is.</summary>
[Flags]
public enum GridChange
{
    /// <summary>Nothing that has a name: a level, a parent, a figure or another attribute changed.</summary>
    None = 0,

    /// <summary>The grid is new.</summary>
    Created = 1,

    /// <summary>The grid is in force no more.</summary>
    Retired = 2,

    /// <summary>Its area changed by more than the tolerance.</summary>
    Redrawn = 4,

    /// <summary>Its vertices moved, all by less than the tolerance.</summary>
    Redigitised = 8,

    /// <summary>Its name changed.</summary>
    Renamed = 16,

    /// <summary>Its code changed.</summary>
    Recoded = 32,
}

/// <summary>What happened to a grid in a change set, with its lineage.</summary>
/// <param name="GridId">The grid.</param>
/// <param name="Change">What happened.</param>
/// <param name="FromGridIds">The grids it came from by split, merge or carving; empty where there are none.</param>
public sealed record GridEvent(long GridId, GridChange Change, IReadOnlyList<long> FromGridIds);
