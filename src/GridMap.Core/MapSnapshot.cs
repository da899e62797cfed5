using GridMap.Core.Addresses;
using GridMap.Core.Duties;
using GridMap.Core.Grids;
using GridMap.Core.Grids.Checks;
using GridMap.Core.History;
using GridMap.Core.Reference;
using GridMap.Core.Resources;
using GridMap.Core.Windows.Calendars;

namespace GridMap.Core;

/// <summary>
/// Everything that is in force in one state, as a store loads it. Each list of items is in the order of internal ids,
/// in whatever order it was given, and the next snapshot after a change shares what the change does not touch.
/// </summary>
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
    public IReadOnlyList<Term> Terms { get; init => field = SortedChunks.ById(value); } = SortedChunks.ById<Term>([]);

    /// <summary>Partitions.</summary>
    public IReadOnlyList<Partition> Partitions { get; init => field = SortedChunks.ById(value); } = SortedChunks.ById<Partition>([]);

    /// <summary>Grids, leaves with their shapes.</summary>
    public IReadOnlyList<GridVersion> Grids { get; init => field = SortedChunks.ById(value); } = SortedChunks.ById<GridVersion>([]);

    /// <summary>The keys (<c>partition/code</c>) that grids had in any state and must not be given to others.</summary>
    public IReadOnlyDictionary<string, long> UsedGridKeys { get; init; } = new Dictionary<string, long>();

    /// <summary>
    /// The grids that are in force no more, each as it was last, by id: whoever reads an old code off a plate finds its area.
    /// </summary>
    public IReadOnlyList<GridVersion> RetiredGrids { get; init => field = SortedChunks.ById(value); } =
        SortedChunks.ById<GridVersion>([]);

    /// <summary>Reference features.</summary>
    public IReadOnlyList<ReferenceFeature> Reference { get; init => field = SortedChunks.ById(value); } = SortedChunks.ById<ReferenceFeature>([]);

    /// <summary>Dwellings.</summary>
    public IReadOnlyList<Dwelling> Dwellings { get; init => field = SortedChunks.ById(value); } = SortedChunks.ById<Dwelling>([]);

    /// <summary>Addresses.</summary>
    public IReadOnlyList<Address> Addresses { get; init => field = SortedChunks.ById(value); } = SortedChunks.ById<Address>([]);

    /// <summary>Persons.</summary>
    public IReadOnlyList<Person> Persons { get; init => field = SortedChunks.ById(value); } = SortedChunks.ById<Person>([]);

    /// <summary>Duties.</summary>
    public IReadOnlyList<Duty> Duties { get; init => field = SortedChunks.ById(value); } = SortedChunks.ById<Duty>([]);

    /// <summary>Emergencies.</summary>
    public IReadOnlyList<Emergency> Emergencies { get; init => field = SortedChunks.ById(value); } = SortedChunks.ById<Emergency>([]);

    /// <summary>Resources.</summary>
    public IReadOnlyList<Resource> Resources { get; init => field = SortedChunks.ById(value); } = SortedChunks.ById<Resource>([]);

    /// <summary>Calendars of holidays.</summary>
    public IReadOnlyList<Calendar> Calendars { get; init; } = [];

    /// <summary>The findings that were accepted with the revisions up to this one.</summary>
    public IReadOnlyList<Finding> AcceptedFindings { get; init; } = [];

    /// <summary>The snapshot after a change set that takes effect: put items by id, without the retired ones.</summary>
    /// <param name="changes">What changes. An item that is put and retired at once is retired.</param>
    /// <param name="state">The state after it.</param>
    /// <param name="recordedAt">When it was recorded.</param>
    /// <remarks>
    /// <see cref="NextEffective"/> is kept while it is after the new date; a store knows better when something else is
    /// pending.
    /// </remarks>
    public MapSnapshot Plus(ChangeSet changes, MapState state, DateTimeOffset? recordedAt) => this with
    {
        State = state,
        NextId = Math.Max(NextId, changes.NextId),
        RecordedAt = recordedAt ?? RecordedAt,
        NextEffective = NextEffective > state.Date ? NextEffective : null,
        Terms = Plus(Terms, changes.Terms),
        Partitions = Plus(Partitions, changes.Partitions),
        Grids = Plus(Grids, changes.Grids),
        RetiredGrids = PlusRetired(changes.Grids),
        UsedGridKeys = UsedKeys.Plus(UsedGridKeys, changes.Grids.Put.Select(static g => KeyValuePair.Create(g.Key, g.Id))),
        Reference = Plus(Reference, changes.Reference),
        Dwellings = Plus(Dwellings, changes.Dwellings),
        Addresses = Plus(Addresses, changes.Addresses),
        Persons = Plus(Persons, changes.Persons),
        Duties = Plus(Duties, changes.Duties),
        Emergencies = Plus(Emergencies, changes.Emergencies),
        Resources = Plus(Resources, changes.Resources),
        Calendars = Plus(Calendars, changes.Calendars),
        AcceptedFindings = changes.AcceptedFindings.Count == 0
            ? AcceptedFindings
            : [.. AcceptedFindings, .. changes.AcceptedFindings],
    };

    /// <summary>The snapshot of a later state, from what has changed in the store since this one was loaded.</summary>
    /// <exception cref="ArgumentException">The change starts from another state than this snapshot's.</exception>
    public MapSnapshot Plus(StateChange change)
    {
        if (change.From != State)
        {
            throw new ArgumentException($"The change starts from {change.From}, the snapshot is of {State}.", nameof(change));
        }

        return Plus(change.Items, change.To, change.RecordedAt) with
        {
            NextEffective = change.NextEffective,
            UsedGridKeys = UsedKeys.Plus(UsedGridKeys, change.UsedGridKeys),
        };
    }

    private SortedChunks<GridVersion> PlusRetired(Changes<GridVersion> changes)
    {
        var (now, retired) = (SortedChunks.ById(Grids), SortedChunks.ById(RetiredGrids));
        var again = changes.Put.Select(static g => g.Id).Except(changes.Retired).Select(retired.Find).OfType<GridVersion>();
        return retired.With(changes.Retired.Select(now.Find).OfType<GridVersion>(), again);
    }

    private static IReadOnlyList<T> Plus<T>(IReadOnlyList<T> items, Changes<T> changes)
        where T : class, IMapItem<T>
    {
        if (changes.IsEmpty)
        {
            return items;
        }

        var before = SortedChunks.ById(items);
        var retired = changes.Retired.ToHashSet();
        return before.With(
            changes.Put.Where(i => !retired.Contains(i.Id)), retired.Select(before.Find).OfType<T>());
    }
}
