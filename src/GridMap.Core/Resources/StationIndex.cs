using GridMap.Core.Grids;
using GridMap.Core.Spatial;

namespace GridMap.Core.Resources;

/// <summary>Which stations serve a grid. Immutable and safe to share between threads.</summary>
/// <remarks>
/// A station is a resource whose kind's id ends in <c>station</c> (<c>grid_station</c>, <c>enforcement_station</c>) or
/// is <c>workroom</c>, and that serves at least one grid. A charging station that names no grid is none.
/// </remarks>
public sealed class StationIndex
{
    private readonly ILookup<long, Resource> byGrid;

    private StationIndex(ILookup<long, Resource> byGrid) => this.byGrid = byGrid;

    /// <summary>An index of the stations among resources.</summary>
    public static StationIndex Build(IEnumerable<Resource> resources) => new(resources
        .Where(static r => IsStationKind(r.Kind))
        .SelectMany(static r => r.Serves.Distinct().Select(grid => (grid, r)))
        .ToLookup(static pair => pair.grid, static pair => pair.r));

    /// <summary>Whether resources of a kind are stations.</summary>
    public static bool IsStationKind(string kind) =>
        kind == "workroom" || kind.EndsWith("station", StringComparison.Ordinal);

    /// <summary>
    /// The stations that serve a grid of a path: the leaf's first, then up the path; those of one grid by distance, then
    /// by key (ordinal). One that serves several grids of the path is answered once.
    /// </summary>
    /// <param name="path">The grids from the root to the leaf, both included; may be empty.</param>
    /// <param name="point">From where distances run.</param>
    public IReadOnlyList<StationAnswer> ListFor(IReadOnlyList<Grid> path, LonLat point) =>
        [.. path.Reverse()
            .SelectMany(grid => byGrid[grid.Id]
                .Select(station => new StationAnswer(station, grid, ResourceDistance.Metres(point, station)))
                .OrderBy(static answer => answer.DistanceMetres)
                .ThenBy(static answer => answer.Station.Key, StringComparer.Ordinal))
            .DistinctBy(static answer => answer.Station.Id)];
}
