using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Coverages;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Grids;

/// <summary>
/// One partition in one state: its tree, its coverage and the indexes over it. Immutable and safe to share.
/// </summary>
public sealed class PartitionMap
{
    private readonly Dictionary<long, int> leafOfGrid;

    private PartitionMap(Partition partition, IReadOnlyList<GridVersion> grids)
    {
        Partition = partition;
        Grids = grids;
        Tree = new GridTree(grids.Select(static g => g.Grid));
        var leaves = grids.Where(static g => g.Shape is not null).ToArray();
        Leaves = Array.ConvertAll(leaves, static g => g.Grid);
        leafOfGrid = Leaves.Select(static (grid, leaf) => (grid.Id, leaf)).ToDictionary();
        Coverage = CoverageBuilder.Build(leaves.Select(static g => g.Shape));
        Index = PointInGridIndex.Build(Coverage);
        Borders = BorderIndex.Build(Coverage);
    }

    /// <summary>The map of a partition.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="grids">Grids of any partition; those of others are left out. A grid with a shape is a leaf.</param>
    public static PartitionMap Build(Partition partition, IEnumerable<GridVersion> grids) =>
        new(partition, [.. grids.Where(g => g.Grid.Partition == partition.Code).OrderBy(static g => g.Id)]);

    /// <summary>What it is.</summary>
    public Partition Partition { get; }

    /// <summary>All its grids with the shapes of the leaves as they were given, in the order of their ids.</summary>
    public IReadOnlyList<GridVersion> Grids { get; }

    /// <summary>The tree.</summary>
    public GridTree Tree { get; }

    /// <summary>The grids with an area, in the order of their ids: the coverage's leaf 0, 1 …</summary>
    public IReadOnlyList<Grid> Leaves { get; }

    /// <summary>The borders.</summary>
    public Coverage Coverage { get; }

    /// <summary>Which leaf holds a point.</summary>
    public PointInGridIndex Index { get; }

    /// <summary>Which borders are near a point.</summary>
    public BorderIndex Borders { get; }

    /// <summary>The leaf that holds the point by the border rule, or null.</summary>
    public Grid? FindLeaf(LatticePoint point) => Index.Find(point) is >= 0 and var leaf ? Leaves[leaf] : null;

    /// <summary>The coverage's number of a leaf, or <see cref="Coverage.None"/> for any other grid.</summary>
    public int LeafNumber(long gridId) => leafOfGrid.GetValueOrDefault(gridId, Coverage.None);

    /// <summary>The coverage's numbers of the leaves at and below a grid, rising; empty for an unknown one.</summary>
    public IReadOnlyList<int> ListLeafNumbers(long gridId) =>
        [.. Tree.ListWithDescendants(gridId).Select(g => LeafNumber(g.Id)).Where(static n => n >= 0).Order()];

    /// <summary>
    /// The area of a leaf as the coverage has it, or null for any other grid; shells counter-clockwise, on the lattice.
    /// </summary>
    public Geometry? FindArea(long gridId) => LeafNumber(gridId) is >= 0 and var leaf ? Coverage.GetPolygon(leaf) : null;
}
