using GridMap.Core.Grids;
using GridMap.Core.Grids.Checks;

namespace GridMap.Core.Checking;

/// <summary>Runs the checks.</summary>
public static class PartitionChecks
{
    private static readonly ICheck[] ErrorChecks =
    [
        new InvalidPolygonCheck(),
        new OverlapCheck(),
        new GapCheck(),
        new OrphanCheck(),
        new DuplicateCodeCheck(),
        new CodeFormCheck(),
    ];

    /// <summary>Every check, in the order in which findings of equal severity are listed.</summary>
    public static IReadOnlyList<ICheck> All { get; } =
    [
        .. ErrorChecks,
        new UnmatchedBorderCheck(),
        new AssignedGridCheck(),
        new DivisionCheck(),
        new CompoundCutCheck(),
        new DwellingCutCheck(),
        new NoHeadCheck(),
    ];

    /// <summary>The findings of all partitions of a map, the default partition first, then by code.</summary>
    public static IReadOnlyList<Finding> Run(CityMap map, CheckOptions? options = null) =>
        [.. map.Partitions.SelectMany(partition => Run(partition, map.Snapshot, options))];

    /// <summary>The findings of one partition, the worst first, then in the order of the checks, then the largest first.</summary>
    /// <param name="map">The partition.</param>
    /// <param name="snapshot">What else is in force: reference layers, dwellings, addresses, duties.</param>
    /// <param name="options">The tolerances; null: the defaults.</param>
    public static IReadOnlyList<Finding> Run(PartitionMap map, MapSnapshot snapshot, CheckOptions? options = null) =>
        Run(All, map, snapshot, options);

    /// <summary>The errors of one partition, as <see cref="Run(PartitionMap, MapSnapshot, CheckOptions?)"/> lists them first.</summary>
    /// <remarks>Runs no check that gives warnings only: those look at each dwelling and address.</remarks>
    public static IReadOnlyList<Finding> ListErrors(PartitionMap map, MapSnapshot snapshot, CheckOptions? options = null) =>
        Run(ErrorChecks, map, snapshot, options);

    private static IReadOnlyList<Finding> Run(
        IReadOnlyList<ICheck> checks, PartitionMap map, MapSnapshot snapshot, CheckOptions? options)
    {
        var context = new CheckContext(map, snapshot, options ?? CheckOptions.Default);
        return [.. checks.SelectMany(check => check.Find(context).OrderByDescending(static f => f.Measure))
            .OrderByDescending(static f => f.Severity)];
    }
}
