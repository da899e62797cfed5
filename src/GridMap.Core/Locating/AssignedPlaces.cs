using GridMap.Core.Addresses;
using GridMap.Core.Grids;
using GridMap.Core.Spatial;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace GridMap.Core.Locating;

/// <summary>
/// Where a grid is assigned to what stands there: the points of addresses with an assigned grid, and the areas of the
/// dwellings to which all such addresses give the same. Immutable and safe to share between threads.
/// </summary>
internal sealed class AssignedPlaces
{
    private readonly Dictionary<LatticePoint, long> points;
    private readonly STRtree<(Geometry Area, long Grid)>? areas;

    private AssignedPlaces(Dictionary<LatticePoint, long> points, STRtree<(Geometry, long)>? areas) =>
        (this.points, this.areas) = (points, areas);

    /// <summary>Builds it; a place that is assigned to several grids is assigned to none.</summary>
    public static AssignedPlaces Build(IReadOnlyList<Address> addresses, IReadOnlyList<Dwelling> dwellings)
    {
        var assigned = addresses.Where(static a => a.AssignedGridId is not null && a.Point.IsValid).ToList();
        var points = assigned.GroupBy(static a => LatticePoint.From(a.Point))
            .Where(static g => g.All(a => a.AssignedGridId == g.First().AssignedGridId))
            .ToDictionary(static g => g.Key, static g => g.First().AssignedGridId!.Value);
        var byDwelling = assigned.Where(static a => a.DwellingId is not null).ToLookup(static a => a.DwellingId!.Value);
        var tree = new STRtree<(Geometry, long)>();
        foreach (var dwelling in byDwelling.Count == 0 ? [] : dwellings)
        {
            var grids = byDwelling[dwelling.Id].Select(static a => a.AssignedGridId!.Value).Distinct().ToList();
            if (grids.Count == 1 && dwelling.Shape is IPolygonal)
            {
                tree.Insert(dwelling.Shape.EnvelopeInternal, (dwelling.Shape, grids[0]));
            }
        }

        if (tree.Count > 0)
        {
            // Now: a query would build it, and two at once would clash.
            tree.Build();
        }

        return new(points, tree.Count > 0 ? tree : null);
    }

    /// <summary>The answer for a point, with the grid that is assigned to what stands there, if one is.</summary>
    public PartitionAnswer Apply(PartitionMap map, LatticePoint point, PartitionAnswer answer) =>
        FindGrid(map, point) is { } grid
            ? AddressLocator.Assigned(map, answer, grid)
            : answer;

    /// <summary>The grid of a partition that is assigned to what stands at a point; null where none is.</summary>
    public Grid? FindGrid(PartitionMap map, LatticePoint point) =>
        (points.Count > 0 || areas is not null) && Find(point) is { } id ? map.Tree.Find(id) : null;

    private long? Find(LatticePoint point)
    {
        if (points.TryGetValue(point, out var grid))
        {
            return grid;
        }

        var (lon, lat) = point.ToLonLat();
        var place = new Coordinate(lon, lat);
        foreach (var (area, assigned) in areas?.Query(new Envelope(place)) ?? [])
        {
            if (SimplePointInAreaLocator.Locate(place, area) != Location.Exterior)
            {
                return assigned;
            }
        }

        return null;
    }
}
