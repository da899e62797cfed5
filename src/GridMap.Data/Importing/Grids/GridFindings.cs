using GridMap.Core;
using GridMap.Core.Checking;
using GridMap.Core.Grids.Checks;
using GridMap.Core.History;

namespace GridMap.Data.Importing.Grids;

/// <summary>The errors that an import of grids adds to its partition.</summary>
internal static class GridFindings
{
    /// <summary>The errors after the change set that were not there before it: of another rule or of other grids.</summary>
    public static IReadOnlyList<Finding> ListAdded(MapSnapshot before, ChangeSet changes, string partition)
    {
        var map = CityMap.Build(before);
        var known = ListErrors(map, partition).Select(Name).ToHashSet();
        var next = new MapState(before.State.Revision + 1, before.State.Date);
        return [.. ListErrors(map.With(changes, next), partition).Where(f => !known.Contains(Name(f)))];
    }

    private static IEnumerable<Finding> ListErrors(CityMap map, string partition) =>
        map.FindPartition(partition) is { } there
            ? PartitionChecks.Run(there, map.Snapshot).Where(static f => f.Severity == Severity.Error)
            : [];

    private static string Name(Finding finding) => $"{finding.Rule} {string.Join(' ', finding.Grids)}";
}
