using GridMap.Core.Duties;
using GridMap.Core.Grids;
using GridMap.Core.History;
using GridMap.Core.Locating;
using GridMap.Core.Reference;
using GridMap.Core.Resources;
using GridMap.Core.Spatial;

namespace GridMap.Core;

/// <summary>
/// The picture of one state, in memory: every question is answered from it. Immutable and safe to share between
/// threads; a request takes one reference at its start and keeps it.
/// </summary>
public sealed class CityMap
{
    private readonly StationIndex stations;

    private CityMap(MapSnapshot snapshot, IEnumerable<PartitionMap> partitions, ResourceIndex resources)
    {
        Snapshot = snapshot;
        Partitions = [.. partitions
            .OrderByDescending(static p => p.Partition.IsDefault)
            .ThenBy(static p => p.Partition.Code, StringComparer.Ordinal)];
        Resources = resources;
        Reference = ReferenceIndex.Build(snapshot.Reference);
        Duties = DutyRoster.Build(snapshot.Duties, snapshot.Persons, snapshot.Emergencies);
        stations = StationIndex.Build(snapshot.Resources);
    }

    /// <summary>Builds the map of a snapshot, with its indexes.</summary>
    public static CityMap Build(MapSnapshot snapshot)
    {
        var grids = snapshot.Grids.ToLookup(static g => g.Grid.Partition);
        return new(
            snapshot,
            snapshot.Partitions.Select(p => PartitionMap.Build(p, grids[p.Code])),
            ResourceIndex.Build(snapshot.Resources));
    }

    /// <summary>
    /// The map after a change set that takes effect: as <see cref="Build"/> of the new snapshot would give it, but
    /// partitions that the change does not touch are shared with this one.
    /// </summary>
    /// <param name="changes">What changes.</param>
    /// <param name="state">The state after it.</param>
    /// <param name="recordedAt">When it was recorded; null: as before.</param>
    public CityMap With(ChangeSet changes, MapState state, DateTimeOffset? recordedAt = null)
    {
        var snapshot = Snapshot.Plus(changes, state, recordedAt);
        var touched = ListTouchedPartitions(changes);
        var grids = snapshot.Grids.ToLookup(static g => g.Grid.Partition);
        return new(
            snapshot,
            snapshot.Partitions.Select(p => touched.Contains(p.Code) || FindPartition(p.Code) is not { } kept
                ? PartitionMap.Build(p, grids[p.Code])
                : kept),
            changes.Resources.IsEmpty ? Resources : Resources.With(changes.Resources.Put, changes.Resources.Retired));
    }

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

    /// <summary>Who is to be called.</summary>
    public DutyRoster Duties { get; }

    /// <summary>The partition of that code, or null.</summary>
    public PartitionMap? FindPartition(string code) => Partitions.FirstOrDefault(p => p.Partition.Code == code);

    /// <summary>The grids of a point.</summary>
    /// <exception cref="ArgumentException">The point or the accuracy is out of range, or the partition unknown.</exception>
    public LocateAnswer Locate(LocateQuery query)
    {
        var point = LatticePoint.From(query.Point);
        var asked = query.Partition is not { } code
            ? Partitions
            : [FindPartition(code) ?? throw new ArgumentException($"There is no partition '{code}'.", nameof(query))];
        var results = asked.Select(p => Complete(Locator.Locate(p, point, query.AccuracyMetres), query)).ToList();
        return new LocateAnswer(State, point.ToLonLat(), results);
    }

    /// <summary>The nearest resources, nearest first, ties by key (ordinal).</summary>
    /// <exception cref="ArgumentException">The point, the limit or the radius is out of range.</exception>
    public IReadOnlyList<NearestHit> Nearest(NearestQuery query) => Resources.Nearest(query);

    /// <summary>
    /// An answer with the duties and stations that were asked for. Duties for compounds come with the default partition
    /// only, so that an answer for several says them once.
    /// </summary>
    private PartitionAnswer Complete(PartitionAnswer answer, LocateQuery query) => answer with
    {
        Duties = query.IncludeDuties
            ? Duties.ListFor(answer.Path, answer.Partition.IsDefault ? ListCompounds(query.Point) : [], query.At)
            : [],
        Stations = query.IncludeStations ? stations.ListFor(answer.Path, query.Point) : [],
    };

    private List<DutyScope> ListCompounds(LonLat point) =>
        [.. Reference.ListCovering(ReferenceLayers.Compound, point)
            .Select(static c => new DutyScope(DutyScopeKind.Compound, c.Id))];

    private HashSet<string> ListTouchedPartitions(ChangeSet changes)
    {
        var touched = changes.Grids.Put.Select(static g => g.Grid.Partition).ToHashSet();
        touched.UnionWith(changes.Partitions.Put.Select(static p => p.Code));
        var moved = changes.Grids.Put.Select(static g => g.Id).Concat(changes.Grids.Retired).ToHashSet();
        touched.UnionWith(Snapshot.Grids.Where(g => moved.Contains(g.Id)).Select(static g => g.Grid.Partition));
        return touched;
    }
}
