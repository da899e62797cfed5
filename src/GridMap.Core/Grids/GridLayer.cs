using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Coverages;

namespace GridMap.Core.Grids;

/// <summary>
/// Some leaves of a partition with their coverage and the indexes over it. Immutable. An index is built when it is first
/// asked for, once, however many threads ask; <see cref="Prepare"/> builds all of them before.
/// </summary>
internal sealed class GridLayer
{
    private readonly Func<Coverage, PointInGridIndex> buildIndex;
    private readonly Lock building = new();
    private PointInGridIndex? index;
    private BorderIndex? borders;
    private LeafLocator? locator;

    private GridLayer(GridVersion[] versions, Coverage coverage, Func<Coverage, PointInGridIndex> buildIndex)
    {
        (Versions, Coverage, this.buildIndex) = (versions, coverage, buildIndex);
        Leaves = Array.ConvertAll(versions, static v => v.Grid);
    }

    /// <summary>A layer of the grids that have an area.</summary>
    /// <param name="grids">In the order of their ids.</param>
    public static GridLayer Build(IEnumerable<GridVersion> grids)
    {
        GridVersion[] leaves = [.. grids.Where(static g => g.Shape is not null)];
        return new(leaves, CoverageBuilder.Build(leaves.Select(static v => v.Shape)), PointInGridIndex.Build);
    }

    /// <summary>The same for a few grids in little time, with all indexes.</summary>
    /// <param name="grids">In the order of their ids.</param>
    /// <param name="known">A layer that most of them are in: their borders are taken from there.</param>
    public static GridLayer BuildPatch(IEnumerable<GridVersion> grids, GridLayer known)
    {
        var builder = new CoverageBuilder();
        GridVersion[] leaves = [.. grids.Where(static g => g.Shape is not null)];
        foreach (var leaf in leaves)
        {
            if (known.NumberOf(leaf.Id) is >= 0 and var number && ReferenceEquals(known.Versions[number], leaf))
            {
                builder.Add(known.Coverage, number);
            }
            else
            {
                builder.Add(leaf.Shape);
            }
        }

        var patch = new GridLayer(leaves, builder.Build(), PointInGridIndex.BuildPatch);
        patch.Prepare();
        return patch;
    }

    /// <summary>Builds what is not built yet.</summary>
    public void Prepare() => _ = Locator;

    /// <summary>The leaves with their shapes, in the order of their ids: the coverage's leaf 0, 1 …</summary>
    public GridVersion[] Versions { get; }

    /// <summary>The leaves alone.</summary>
    public Grid[] Leaves { get; }

    public Coverage Coverage { get; }

    public PointInGridIndex Index => index ?? BuildIndex();

    public BorderIndex Borders => borders ?? BuildBorders();

    public LeafLocator Locator => locator ?? BuildLocator();

    /// <summary>The number of a leaf, or <see cref="Coverage.None"/>.</summary>
    public int NumberOf(long gridId)
    {
        var (low, high) = (0, Leaves.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Leaves[middle].Id == gridId)
            {
                return middle;
            }

            (low, high) = Leaves[middle].Id < gridId ? (middle + 1, high) : (low, middle - 1);
        }

        return Coverage.None;
    }

    /// <summary>The leaf of a number, or null for <see cref="Coverage.None"/>.</summary>
    public Grid? Leaf(int number) => number == Coverage.None ? null : Leaves[number];

    /// <summary>The leaves on both sides of the borders within a distance.</summary>
    public IEnumerable<Grid> ListSides(LatticePoint point, double metres) =>
        from near in Borders.ListWithin(point, metres)
        from side in new[] { Coverage.Left(near.Arc), Coverage.Right(near.Arc) }
        where side != Coverage.None
        select Leaves[side];

    private PointInGridIndex BuildIndex()
    {
        lock (building)
        {
            return index ??= buildIndex(Coverage);
        }
    }

    private BorderIndex BuildBorders()
    {
        lock (building)
        {
            return borders ??= BorderIndex.Build(Coverage);
        }
    }

    private LeafLocator BuildLocator()
    {
        lock (building)
        {
            return locator ??= new LeafLocator(Coverage, Index, Borders);
        }
    }
}
