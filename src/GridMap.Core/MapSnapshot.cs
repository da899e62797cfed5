using GridMap.Core.Addresses;
using GridMap.Core.Duties;
using GridMap.Core.Grids;
using GridMap.Core.Grids.Checks;
using GridMap.Core.History;
using GridMap.Core.Reference;
using GridMap.Core.Resources;

namespace GridMap.Core;

/// <summary>Everything that is in force in one state, as a store loads it. Each list is in the order of internal ids.</summary>
public sealed record MapSnapshot
{
    /// <summary>An empty store on a date.</summary>
    public static MapSnapshot Empty(DateOnly date) => new() { State = new MapState(0, date), NextId = 1 };

    /// <summary>The state.</summary>
    public required MapState State { get; init; }

    /// <summary>The next internal id to give out; ids of past and future states are below it too.</summary>
    public required long NextId { get; init; }

    /// <summary>When the state's revision was recorded; null for the empty store.</summary>
    public DateTimeOffset? RecordedAt { get; init; }

    /// <summary>
    /// The next date, after <see cref="State"/>'s, from which something recorded takes effect or ends; null: none.
    /// </summary>
    public DateOnly? NextEffective { get; init; }

    /// <summary>Kinds, roles and subtypes.</summary>
    public IReadOnlyList<Term> Terms { get; init; } = [];

    /// <summary>Partitions.</summary>
    public IReadOnlyList<Partition> Partitions { get; init; } = [];

    /// <summary>Grids, leaves with their shapes.</summary>
    public IReadOnlyList<GridVersion> Grids { get; init; } = [];

    /// <summary>The keys (<c>partition/code</c>) that grids had in any state and must not be given to others.</summary>
    public IReadOnlyDictionary<string, long> UsedGridKeys { get; init; } = new Dictionary<string, long>();

    /// <summary>Reference features.</summary>
    public IReadOnlyList<ReferenceFeature> Reference { get; init; } = [];

    /// <summary>Dwellings.</summary>
    public IReadOnlyList<Dwelling> Dwellings { get; init; } = [];

    /// <summary>Addresses.</summary>
    public IReadOnlyList<Address> Addresses { get; init; } = [];

    /// <summary>Persons.</summary>
    public IReadOnlyList<Person> Persons { get; init; } = [];

    /// <summary>Duties.</summary>
    public IReadOnlyList<Duty> Duties { get; init; } = [];

    /// <summary>Emergencies.</summary>
    public IReadOnlyList<Emergency> Emergencies { get; init; } = [];

    /// <summary>Resources.</summary>
    public IReadOnlyList<Resource> Resources { get; init; } = [];

    /// <summary>The findings that were accepted with the revisions up to this one.</summary>
    public IReadOnlyList<Finding> AcceptedFindings { get; init; } = [];
}
