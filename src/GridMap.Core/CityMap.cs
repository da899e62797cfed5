using GridMap.Core.Grids;
using GridMap.Core.History;
using GridMap.Core.Locating;
using GridMap.Core.Resources;

namespace GridMap.Core;

/// <summary>
/// The picture of one state, in memory: every question is answered from it. Immutable and safe to share between
/// threads; a request takes one reference at its start and keeps it.
/// </summary>
public sealed class CityMap
{
    private CityMap(MapSnapshot snapshot) => Snapshot = snapshot;

    /// <summary>Builds the map of a snapshot, with its indexes.</summary>
    public static CityMap Build(MapSnapshot snapshot) => new(snapshot);

    /// <summary>The items that the map was built from.</summary>
    public MapSnapshot Snapshot { get; }

    /// <summary>The state that it shows.</summary>
    public MapState State => Snapshot.State;

    /// <summary>The partitions, the default one first, then by code.</summary>
    public IReadOnlyList<PartitionMap> Partitions { get; } = [];

    /// <summary>The partition of that code, or null.</summary>
    public PartitionMap? FindPartition(string code) => Partitions.FirstOrDefault(p => p.Partition.Code == code);

    /// <summary>The grids of a point.</summary>
    /// <exception cref="ArgumentException">The point or the accuracy is out of range, or the partition unknown.</exception>
    public LocateAnswer Locate(LocateQuery query) => throw new NotImplementedException();

    /// <summary>The nearest resources, nearest first, ties by key.</summary>
    /// <exception cref="ArgumentException">The point, the limit or the radius is out of range.</exception>
    public IReadOnlyList<NearestHit> Nearest(NearestQuery query) => throw new NotImplementedException();
}
