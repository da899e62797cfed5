using GridMap.Core.Addresses;
using GridMap.Core.Grids;
using GridMap.Core.Spatial;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Figures;

/// <summary>What a grid counts.</summary>
/// <param name="Dwellings">How many dwellings it holds.</param>
/// <param name="Households">Their households, or null when unknown.</param>
/// <param name="Population">Their people, or null when unknown.</param>
/// <param name="IsEstimated">Whether a part is the figure stated for a grid as a whole, not a sum over dwellings.</param>
public readonly record struct GridFigure(int Dwellings, long? Households, long? Population, bool IsEstimated)
{
    /// <summary>Both together; unknown and known gives the known.</summary>
    public static GridFigure operator +(GridFigure a, GridFigure b) => new(
        a.Dwellings + b.Dwellings, Sum(a.Households, b.Households), Sum(a.Population, b.Population),
        a.IsEstimated || b.IsEstimated);

    private static long? Sum(long? a, long? b) => a is null ? b : a + (b ?? 0);
}

/// <summary>
/// The figures of the grids of a partition: sums over the dwellings whose point, or the interior point of whose polygon,
/// a leaf holds. Where no dwelling gives a figure the one stated for the grid is taken. Immutable.
/// </summary>
public sealed class GridFigures
{
    private readonly Dictionary<long, GridFigure> figures = [];

    private GridFigures(PartitionMap map, IEnumerable<Dwelling> dwellings)
    {
        var leaves = new GridFigure[map.Leaves.Count];
        foreach (var dwelling in dwellings)
        {
            if (FindPoint(dwelling) is { } point && map.Index.Find(point) is >= 0 and var leaf)
            {
                leaves[leaf] += new GridFigure(1, dwelling.Households, dwelling.Population, false);
            }
        }

        foreach (var grid in map.Tree.Grids)
        {
            figures[grid.Id] = Complete(grid, map.ListLeafNumbers(grid.Id)
                .Select(leaf => Complete(map.Leaves[leaf], leaves[leaf]))
                .Aggregate(default(GridFigure), static (a, b) => a + b));
        }
    }

    /// <summary>The figures of all grids of a partition.</summary>
    public static GridFigures Build(PartitionMap map, IEnumerable<Dwelling> dwellings) => new(map, dwellings);

    /// <summary>The figure of a grid; nothing for an unknown one.</summary>
    public GridFigure this[long gridId] => figures.GetValueOrDefault(gridId);

    /// <summary>Where a dwelling counts, or null where its shape is empty.</summary>
    public static LatticePoint? FindPoint(Dwelling dwelling)
    {
        var at = dwelling.Shape is Point point ? point.Coordinate : dwelling.Shape.InteriorPoint.Coordinate;
        return at is not null && new LonLat(at.X, at.Y) is { IsValid: true } position ? LatticePoint.From(position) : null;
    }

    private static GridFigure Complete(Grid grid, GridFigure sum)
    {
        var takes = (sum.Households is null && grid.Stated.Households is not null)
            || (sum.Population is null && grid.Stated.Population is not null);
        return takes
            ? sum with
            {
                Households = sum.Households ?? grid.Stated.Households,
                Population = sum.Population ?? grid.Stated.Population,
                IsEstimated = true,
            }
            : sum;
    }
}
