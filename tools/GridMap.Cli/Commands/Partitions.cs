using GridMap.Cli.Running;
using GridMap.Core;
using GridMap.Core.Grids;

namespace GridMap.Cli.Commands;

/// <summary>Partitions by the code that an option names.</summary>
internal static class Partitions
{
    /// <summary>The partition of a code.</summary>
    /// <exception cref="UsageException">There is none; the message lists those that there are.</exception>
    public static PartitionMap Get(CityMap map, string code) => map.FindPartition(code) ?? throw new UsageException(
        map.Partitions.Count == 0
            ? "The store has no partition. Import one: gridmap import grids --help"
            : $"There is no partition '{code}'. There are: "
                + $"{string.Join(", ", map.Partitions.Select(static p => p.Partition.Code))}.");

    /// <summary>The level, which the partition must have.</summary>
    /// <exception cref="UsageException">It has none of that id; the message lists those that it has.</exception>
    public static string RequireLevel(PartitionMap partition, string option, string level)
    {
        var known = partition.Partition.Levels.Select(static l => l.Id).ToArray();
        return known.Contains(level) ? level : throw new UsageException(
            $"{option} '{level}' is no level of {partition.Partition.Code}. Its levels: {string.Join(", ", known)}.");
    }
}
