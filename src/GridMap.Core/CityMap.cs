using GridMap.Core.Addresses;
using GridMap.Core.Duties;
using GridMap.Core.Grids;
using GridMap.Core.History;
using GridMap.Core.Locating;
using GridMap.Core.Reference;
using GridMap.Core.Resources;
using GridMap.Core.Spatial;
using GridMap.Core.Windows.Calendars;

namespace GridMap.Core;

/// <summary>
/// The picture of one state, in memory: every question is answered from it. Immutable and safe to share between
/// threads; a request takes one reference at its start and keeps it.
/// </summary>
public sealed class CityMap
{
    private readonly StationIndex stations;
    private readonly Lazy<AddressIndex> addresses;
    private readonly AssignedPlaces assigned;
    private readonly Lazy<HolidayCalendar> holidays;

    private CityMap(
        MapSnapshot snapshot,
        IEnumerable<PartitionMap> partitions,
        ResourceIndex resources,
        StationIndex stations,
        CityMap? before = null)
    {
        var was = before?.Snapshot;
        Snapshot = snapshot;
        Partitions = [.. partitions
            .OrderByDescending(static p => p.Partition.IsDefault)
            .ThenBy(static p => p.Partition.Code, StringComparer.Ordinal)];
        Resources = resources;
        Reference = before is not null && ReferenceEquals(snapshot.Reference, was!.Reference)
            ? before.Reference
            : ReferenceIndex.Build(snapshot.Reference);
        Duties = before is not null && ReferenceEquals(snapshot.Duties, was!.Duties)
            && ReferenceEquals(snapshot.Persons, was.Persons) && ReferenceEquals(snapshot.Emergencies, was.Emergencies)
            ? before.Duties
            : DutyRoster.Build(snapshot.Duties, snapshot.Persons, snapshot.Emergencies);
        this.stations = stations;
        assigned = before is not null && ReferenceEquals(snapshot.Addresses, was!.Addresses)
            && ReferenceEquals(snapshot.Dwellings, was.Dwellings)
            ? before.assigned
            : AssignedPlaces.Build(snapshot.Addresses, snapshot.Dwellings);
        addresses = was is not null && SharesPlaces(snapshot, was) && ReferenceEquals(snapshot.Addresses, was.Addresses)
            ? before!.addresses
            : AddressesOf(snapshot, was, before?.addresses);
        holidays = before is not null && ReferenceEquals(snapshot.Calendars, was!.Calendars)
            ? before.holidays
            : HolidaysOf(snapshot);
    }

    /// <summary>Builds the map of a snapshot, with its indexes.</summary>
    public static CityMap Build(MapSnapshot snapshot)
    {
        var grids = snapshot.Grids.ToLookup(static g => g.Grid.Partition);
        return new(
            snapshot,
            snapshot.Partitions.Select(p => PartitionMap.Build(p, grids[p.Code])),
            ResourceIndex.Build(snapshot.Resources),
            StationIndex.Build(snapshot.Resources));
    }

    /// <summary>
    /// The map after a change set that takes effect: as <see cref="Build"/> of the new snapshot would give it, but
    /// partitions that the change does not touch are shared with this one.
    /// </summary>
    /// <param name="changes">What changes.</param>
    /// <param name="state">The state after it.</param>
    /// <param name="recordedAt">When it was recorded; null: as before.</param>
    public CityMap With(ChangeSet changes, MapState state, DateTimeOffset? recordedAt = null) =>
        With(Snapshot.Plus(changes, state, recordedAt), changes);

    /// <summary>The map of a later state, from what has changed in the store since this map's state.</summary>
    /// <exception cref="ArgumentException">The change starts from another state than this map's.</exception>
    public CityMap With(StateChange change) => With(Snapshot.Plus(change), change.Items);

    /// <summary>
    /// The same map, in which every partition and every kind has one index again instead of a base and what changed since.
    /// Takes as long as building these; for the background, when <see cref="ChangedCount"/> has grown.
    /// </summary>
    public CityMap Compact() => ChangedCount == 0
        ? this
        : new(Snapshot, Partitions.Select(static p => p.Compact()), Resources.Compact(), stations, this);

    /// <summary>
    /// Builds the indexes for questions about points, which else the first of these would wait for: for a map that many
    /// will ask. What a map made of another shares with it is there already.
    /// </summary>
    public void Prepare()
    {
        foreach (var partition in Partitions)
        {
            partition.Prepare();
        }
    }

    /// <summary>How many leaves and resources have changed since their indexes were built.</summary>
    public int ChangedCount => Resources.ChangedCount + Partitions.Sum(static p => p.ChangedCount);

    /// <summary>The items that the map was built from.</summary>
    public MapSnapshot Snapshot { get; }

    /// <summary>The state that it shows.</summary>
    public MapState State => Snapshot.State;

    /// <summary>The partitions, the default one first, then by code.</summary>
    public IReadOnlyList<PartitionMap> Partitions { get; }

    /// <summary>The resources by id, kind and place.</summary>
    public ResourceIndex Resources { get; }

    /// <summary>The reference features by id, layer and place.</summary>
    public ReferenceIndex Reference { get; }

    /// <summary>
    /// The addresses and named places, by what people type. It is built when it is first asked for, which takes seconds for a
    /// million addresses.
    /// </summary>
    public AddressIndex Addresses => addresses.Value;

    /// <summary>Who is to be called.</summary>
    public DutyRoster Duties { get; }

    /// <summary>The holidays of the first calendar that was imported; without one no day's kind is known.</summary>
    public HolidayCalendar Holidays => holidays.Value;

    /// <summary>The partition of that code, or null.</summary>
    public PartitionMap? FindPartition(string code) => Partitions.FirstOrDefault(p => p.Partition.Code == code);

    /// <summary>The places that a text may mean, with their grids; the likeliest first.</summary>
    /// <exception cref="ArgumentException">The text is no address (see <see cref="AddressIndex.FindFault"/>), or the
    /// partition is unknown.</exception>
    public AddressAnswer Locate(AddressQuery query)
    {
        var asked = ListAsked(query.Partition, nameof(query));
        var hits = Addresses.Search(query.Text, query.Limit);
        return new AddressAnswer(State, query.Text, [.. hits.Select(hit => new AddressCandidate(
            hit,
            [.. asked.Select(p => Complete(
                AddressLocator.Locate(p, hit, Reference, query.AccuracyMetres), query.ToLocateQuery(hit.Point)))]))]);
    }

    /// <summary>
    /// Whether <see cref="Addresses"/> would have to be built of all addresses, since they are not those of the map before.
    /// </summary>
    public bool HasOtherAddresses(CityMap before) => !ReferenceEquals(Snapshot.Addresses, before.Snapshot.Addresses);

    /// <summary>The grids of a point.</summary>
    /// <exception cref="ArgumentException">The point or the accuracy is out of range, or the partition unknown.</exception>
    public LocateAnswer Locate(LocateQuery query)
    {
        var point = LatticePoint.From(query.Point);
        var asked = ListAsked(query.Partition, nameof(query));
        var results = new PartitionAnswer[asked.Count];
        for (var i = 0; i < results.Length; i++)
        {
            var answer = Locator.Locate(asked[i], point, query.AccuracyMetres);
            results[i] = Complete(assigned.Apply(asked[i], point, answer), query);
        }

        return new LocateAnswer(State, point.ToLonLat(), results)
        {
            Address = query.IncludeAddress && Addresses.Nearest(query.Point, 1, LocateAnswer.AddressMetres) is [var near, ..] ? near : null,
        };
    }

    /// <summary>
    /// The grid of a point in one partition, as <see cref="Locate(LocateQuery)"/> has it, without shares and the nearest grid
    /// outside: several times as fast, for many points.
    /// </summary>
    /// <param name="partition">One of the partitions.</param>
    /// <param name="point">The point.</param>
    /// <param name="accuracyMetres">How far off it may be, 0 to 100,000; 0: not known.</param>
    public PointPlace FindPlace(PartitionMap partition, LatticePoint point, double accuracyMetres)
    {
        if (assigned.FindGrid(partition, point) is not null)
        {
            var answer = assigned.Apply(partition, point, Locator.Locate(partition, point, accuracyMetres));
            return new PointPlace(answer.Path, answer.Border?.DistanceMetres, answer.Certainty);
        }

        var (place, certainty) = Locator.FindPlace(partition, point, accuracyMetres);
        return place is not { } found ? new PointPlace([], null, certainty) : new PointPlace(
            found.Path, double.IsFinite(found.BorderMetres) ? found.BorderMetres : null, certainty);
    }

    /// <summary>The nearest resources, nearest first, ties by key (ordinal).</summary>
    /// <exception cref="ArgumentException">The point, the limit or the radius is out of range.</exception>
    public IReadOnlyList<NearestHit> Nearest(NearestQuery query) => Resources.Nearest(query);

    /// <summary>
    /// An answer with the duties and stations that were asked for. Duties for compounds come with the default partition
    /// only, so that an answer for several says them once.
    /// </summary>
    private PartitionAnswer Complete(PartitionAnswer answer, LocateQuery query) =>
        !query.IncludeDuties && !query.IncludeStations ? answer : answer with
        {
            Duties = query.IncludeDuties
                ? Duties.ListFor(answer.Path, answer.Partition.IsDefault ? ListCompounds(query.Point) : [], query.At)
                : [],
            Stations = query.IncludeStations ? stations.ListFor(answer.Path, query.Point) : [],
        };

    // These hold on to what they need and not to the map before: maps that nobody asks must go.
    private static Lazy<AddressIndex> AddressesOf(MapSnapshot snapshot, MapSnapshot? was, Lazy<AddressIndex>? former) =>
        former is null || !ReferenceEquals(snapshot.Addresses, was!.Addresses)
            ? new(() => AddressIndex.Build(snapshot.Addresses, ListPlaces(snapshot)))
            : new(() => former.Value.WithPlaces(ListPlaces(snapshot)));

    private static Lazy<HolidayCalendar> HolidaysOf(MapSnapshot snapshot) =>
        new(() => snapshot.Calendars is [var first, ..] ? HolidayCalendar.Of(first) : HolidayCalendar.NothingKnown);

    private static bool SharesPlaces(MapSnapshot a, MapSnapshot b) => ReferenceEquals(a.Resources, b.Resources)
        && ReferenceEquals(a.Reference, b.Reference) && ReferenceEquals(a.Grids, b.Grids)
        && ReferenceEquals(a.UsedGridKeys, b.UsedGridKeys);

    private static IReadOnlyList<NamedPlace> ListPlaces(MapSnapshot snapshot) =>
        NamedPlaces.List(
            snapshot.Resources, snapshot.Reference, snapshot.Grids, snapshot.RetiredGrids, snapshot.UsedGridKeys);

    private IReadOnlyList<PartitionMap> ListAsked(string? partition, string parameter) => partition is not { } code
        ? Partitions
        : [FindPartition(code) ?? throw new ArgumentException($"There is no partition '{code}'.", parameter)];

    private List<DutyScope> ListCompounds(LonLat point) =>
        [.. Reference.ListCovering(ReferenceLayers.Compound, point)
            .Select(static c => new DutyScope(DutyScopeKind.Compound, c.Id))];

    private CityMap With(MapSnapshot snapshot, ChangeSet changes)
    {
        var retired = changes.Resources.Retired.ToHashSet();
        var put = changes.Resources.Put.Where(r => !retired.Contains(r.Id)).ToList();
        return new(
            snapshot,
            snapshot.Partitions.Select(p => With(p, changes, snapshot)),
            changes.Resources.IsEmpty ? Resources : Resources.With(put, retired),
            stations.With(put, [.. retired.Concat(put.Select(static r => r.Id)).Select(Resources.Find).OfType<Resource>()]),
            this);
    }

    private PartitionMap With(Partition partition, ChangeSet changes, MapSnapshot snapshot)
    {
        if (FindPartition(partition.Code) is not { } before)
        {
            return PartitionMap.Build(partition, snapshot.Grids);
        }

        var put = changes.Grids.Put.Where(g => g.Grid.Partition == partition.Code).ToList();
        var retired = changes.Grids.Retired.Where(id => before.Tree.Find(id) is not null).ToList();
        return put.Count + retired.Count == 0 && ReferenceEquals(before.Partition, partition)
            ? before
            : before.With(partition, put, retired);
    }
}
