using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.OverlayNG;

namespace GridMap.Core.Grids;

/// <summary>The areas of upper grids: the unions of their leaves.</summary>
public static class GridAreas
{
    /// <summary>The shapes of the leaves under each grid, by the grid's internal id.</summary>
    public static ILookup<long, Geometry> LeavesUnder(IReadOnlyCollection<GridVersion> grids)
    {
        var parents = grids.ToDictionary(g => g.Id, g => g.Grid.ParentId);
        return grids.Where(g => g.Shape is not null)
            .SelectMany(leaf => Above(leaf.Grid.ParentId, parents).Select(id => (id, leaf.Shape)))
            .ToLookup(pair => pair.id, pair => pair.Shape!);
    }

    /// <summary>A leaf's own shape, or the union of the leaves; null where there are none.</summary>
    public static Geometry? AreaOf(GridVersion grid, IEnumerable<Geometry> leaves)
    {
        if (grid.Shape is not null)
        {
            return grid.Shape;
        }

        var parts = leaves.ToArray();
        return parts.Length == 0 ? null : Union(parts);
    }

    private static IEnumerable<long> Above(long? parent, Dictionary<long, long?> parents)
    {
        // A tree that bad data made circular ends after as many steps as there are grids.
        for (var steps = 0; parent is { } id && steps < parents.Count; steps++)
        {
            yield return id;
            parent = parents.GetValueOrDefault(id);
        }
    }

    private static Geometry Union(Geometry[] parts)
    {
        var all = new GeometryCollection(parts);
        try
        {
            return CoverageUnion.Union(all);
        }
        catch (Exception e) when (e is TopologyException or ArgumentException)
        {
            // Overlapping or self-crossing leaves of a dirty import: repaired, so that there is something to draw.
            return OverlayNGRobust.Union(GeometryFixer.Fix(all));
        }
    }
}
