namespace GridMap.Core.Duties;

/// <summary>When a duty is called: on an ordinary day, or first while an emergency is declared.</summary>
public enum DutyChain
{
    /// <summary>The everyday chain.</summary>
    Everyday,

    /// <summary>The emergency chain.</summary>
    Emergency,
}

/// <summary>What a duty is for.</summary>
public enum DutyScopeKind
{
    /// <summary>A grid of any level.</summary>
    Grid,

    /// <summary>A compound (a reference feature).</summary>
    Compound,

    /// <summary>A dwelling.</summary>
    Dwelling,
}

/// <summary>One thing that a duty is for.</summary>
/// <param name="Kind">Its type.</param>
/// <param name="TargetId">The internal id of the grid, compound or dwelling.</param>
public readonly record struct DutyScope(DutyScopeKind Kind, long TargetId);

/// <summary>Who holds a duty.</summary>
public abstract record DutyHolder
{
    private DutyHolder()
    {
    }

    /// <summary>A person, by id.</summary>
    public sealed record OfPerson(long PersonId) : DutyHolder;

    /// <summary>An organisation with the phone of its duty room, or null.</summary>
    public sealed record OfOrganisation(string Name, string? Phone) : DutyHolder;

    /// <summary>Nobody: the post is unfilled.</summary>
    public sealed record Vacant : DutyHolder;
}

/// <summary>A duty 岗位: in what role, who, for what, when, and in which order.</summary>
public sealed record Duty : IMapItem<Duty>
{
    /// <inheritdoc/>
    public required long Id { get; init; }

    /// <summary>Its identity in its source.</summary>
    public required SourceKey SourceKey { get; init; }

    /// <summary>The id of a role term, for example <c>grid_head</c>.</summary>
    public required string Role { get; init; }

    /// <summary>Who holds it.</summary>
    public required DutyHolder Holder { get; init; }

    /// <summary>What it is for; not empty.</summary>
    public required IReadOnlyList<DutyScope> Scope { get; init; }

    /// <summary>The order in which the holders of one grid are called; 1 first.</summary>
    public int Order { get; init; } = 1;

    /// <summary>Whether the holder stands in for the one of the same role.</summary>
    public bool IsDeputy { get; init; }

    /// <summary>
    /// When the holder is on call, in the grammar of OSM <c>opening_hours</c>; null: always.
    /// </summary>
    public string? OnCall { get; init; }

    /// <summary>Everyday or emergency.</summary>
    public DutyChain Chain { get; init; }

    /// <summary>Whether residents may see the holder's name.</summary>
    public bool HolderIsPublic { get; init; }

    /// <summary>Whether residents may see the phone.</summary>
    public bool PhoneIsPublic { get; init; }

    /// <inheritdoc/>
    public string Key => SourceKey.ToString();

    /// <inheritdoc/>
    public bool SameContent(Duty other) =>
        SourceKey == other.SourceKey && Role == other.Role && Holder == other.Holder && Order == other.Order
        && IsDeputy == other.IsDeputy && OnCall == other.OnCall && Chain == other.Chain
        && HolderIsPublic == other.HolderIsPublic && PhoneIsPublic == other.PhoneIsPublic
        && Scope.SequenceEqual(other.Scope);

    /// <inheritdoc/>
    public Duty WithId(long id) => this with { Id = id };
}
