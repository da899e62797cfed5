namespace GridMap.Core.Grids;

/// <summary>One partition in one state: its tree, its coverage and the index over it. Immutable.</summary>
public sealed class PartitionMap(Partition partition)
{
    /// <summary>What it is.</summary>
    public Partition Partition { get; } = partition;
}
