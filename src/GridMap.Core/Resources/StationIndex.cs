using GridMap.Core.Grids;
using GridMap.Core.Spatial;

namespace GridMap.Core.Resources;

/// <summary>Which stations serve a grid. Immutable and safe to share between threads.</summary>
/// <remarks>
/// A station is a resource, of whatever kind, that serves at least one grid. A charging station that names no grid is
/// none.
/// </remarks>
public sealed class StationIndex
{
    private readonly Resource[] all;
    private readonly ILookup<long, Resource> byGrid;

    private StationIndex(Resource[] all)
    {
        this.all = all;
        byGrid = all.SelectMany(static r => r.Serves.Distinct().Select(grid => (grid, r)))
            .ToLookup(static pair => pair.grid, static pair => pair.r);
    }

    /// <summary>An index of the stations among resources.</summary>
    public static StationIndex Build(IEnumerable<Resource> resources) => new([.. resources.Where(IsStation)]);

    /// <summary>The index after a change: itself where no station is among what comes and goes.</summary>
    /// <param name="put">Resources that are new or changed.</param>
    /// <param name="gone">Those that they replace, and those that are retired.</param>
    public StationIndex With(IReadOnlyCollection<Resource> put, IReadOnlyCollection<Resource> gone) =>
        put.Any(IsStation) || gone.Any(IsStation)
            ? new([.. all.Except(gone), .. put.Where(IsStation)])
            : this;

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

    private static bool IsStation(Resource resource) => resource.Serves.Count > 0;
}
