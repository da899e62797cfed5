using GridMap.Core.Addresses;
using GridMap.Core.Duties;
using GridMap.Core.Grids;
using GridMap.Core.Grids.Checks;
using GridMap.Core.Reference;
using GridMap.Core.Resources;
using GridMap.Core.Windows.Calendars;

namespace GridMap.Core.History;

/// <summary>The items of one type that a change set puts and retires.</summary>
/// <param name="Put">
/// New items, and new versions of items that are there, in any order. They may lie in a file: whoever goes through them
/// should keep none, and each time they are read again.
/// </param>
/// <param name="Retired">The internal ids of items that are in force no more.</param>
public sealed record Changes<T>(IReadOnlyCollection<T> Put, IReadOnlyList<long> Retired)
    where T : IMapItem<T>
{
    /// <summary>Nothing.</summary>
    public static readonly Changes<T> None = new([], []);

    /// <summary>Whether nothing changes.</summary>
    public bool IsEmpty => Put.Count == 0 && Retired.Count == 0;
}

/// <summary>Everything that one write changes. It becomes one revision, or nothing.</summary>
public sealed record ChangeSet
{
    /// <summary>The revision it was made against; publishing is refused when the store has gone on.</summary>
    public required long ExpectedRevision { get; init; }

    /// <summary>The next internal id after those that this change set gave out.</summary>
    public required long NextId { get; init; }

    /// <summary>From which date it holds.</summary>
    public required DateOnly Effective { get; init; }

    /// <summary>Who makes it; not empty.</summary>
    public required string Actor { get; init; }

    /// <summary>The document it rests on, or null.</summary>
    public string? Document { get; init; }

    /// <summary>A remark, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Kinds, roles and subtypes.</summary>
    public Changes<Term> Terms { get; init; } = Changes<Term>.None;

    /// <summary>Partitions.</summary>
    public Changes<Partition> Partitions { get; init; } = Changes<Partition>.None;

    /// <summary>Grids, leaves with their shapes.</summary>
    public Changes<GridVersion> Grids { get; init; } = Changes<GridVersion>.None;

    /// <summary>What happened to each grid in <see cref="Grids"/>.</summary>
    public IReadOnlyList<GridEvent> GridEvents { get; init; } = [];

    /// <summary>Reference features.</summary>
    public Changes<ReferenceFeature> Reference { get; init; } = Changes<ReferenceFeature>.None;

    /// <summary>Dwellings.</summary>
    public Changes<Dwelling> Dwellings { get; init; } = Changes<Dwelling>.None;

    /// <summary>Addresses.</summary>
    public Changes<Address> Addresses { get; init; } = Changes<Address>.None;

    /// <summary>Persons.</summary>
    public Changes<Person> Persons { get; init; } = Changes<Person>.None;

    /// <summary>Duties.</summary>
    public Changes<Duty> Duties { get; init; } = Changes<Duty>.None;

    /// <summary>Emergencies.</summary>
    public Changes<Emergency> Emergencies { get; init; } = Changes<Emergency>.None;

    /// <summary>Resources.</summary>
    public Changes<Resource> Resources { get; init; } = Changes<Resource>.None;

    /// <summary>Calendars of holidays.</summary>
    public Changes<Calendar> Calendars { get; init; } = Changes<Calendar>.None;

    /// <summary>The findings that were accepted with it and stay with the state.</summary>
    public IReadOnlyList<Finding> AcceptedFindings { get; init; } = [];

    /// <summary>Whether it changes no item at all.</summary>
    public bool IsEmpty =>
        Terms.IsEmpty && Partitions.IsEmpty && Grids.IsEmpty && Reference.IsEmpty && Dwellings.IsEmpty
        && Addresses.IsEmpty && Persons.IsEmpty && Duties.IsEmpty && Emergencies.IsEmpty && Resources.IsEmpty
        && Calendars.IsEmpty;
}
