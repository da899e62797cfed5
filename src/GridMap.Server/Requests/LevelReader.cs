using GridMap.Core.Grids;

namespace GridMap.Server.Requests;

/// <summary>Reads levels of a partition.</summary>
internal static class LevelReader
{
    /// <summary>The level that a parameter names; null when it is absent or refused, or the partition is null.</summary>
    public static string? FindLevel(this ParameterReader parameters, Parameter parameter, PartitionMap? partition)
    {
        if (parameters.Find(parameter) is not { } level || partition is null)
        {
            return null;
        }

        var known = partition.Partition.Levels;
        if (known.Any(l => l.Id == level))
        {
            return level;
        }

        parameters.Refuse(parameter, $"The partition {partition.Partition.Code} has no level '{level}'; it has "
            + $"{string.Join(", ", known.Select(static l => l.Id))}.");
        return null;
    }
}
