using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Coverages;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Grids;

/// <summary>
/// One partition in one state: its tree, its coverage and the indexes over it. Immutable and safe to share.
/// </summary>
/// <remarks>
/// After a change, the questions for a point are answered from the former indexes and a small patch. The one coverage of
/// all leaves, which checks and comparisons look at, is then built when it is first asked for.
/// </remarks>
public sealed class PartitionMap
{
    private readonly SortedChunks<GridVersion> grids;
    private readonly LayeredLeaves layers;
    private readonly Lazy<GridLayer> whole;

    /// <summary>Of the base's leaves.</summary>
    private readonly LeafPaths paths;

    private PartitionMap(
        Partition partition, SortedChunks<GridVersion> grids, GridTree tree, LayeredLeaves layers, LeafPaths? paths = null)
    {
        (Partition, this.grids, Tree, this.layers) = (partition, grids, tree, layers);
        this.paths = paths?.Layer == layers.Base ? paths : new(layers.Base);
        whole = new(() => layers.Whole ?? GridLayer.Build(grids));
    }

    /// <summary>The map of a partition.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="grids">Grids of any partition; those of others are left out. A grid with a shape is a leaf.</param>
    public static PartitionMap Build(Partition partition, IEnumerable<GridVersion> grids)
    {
        var own = SortedChunks.ById(grids.Where(g => g.Grid.Partition == partition.Code));
        return new(partition, own, new GridTree(own.Select(static g => g.Grid)), LayeredLeaves.Of(GridLayer.Build(own)));
    }

    /// <summary>
    /// The map after a change: what <see cref="Build"/> would give, at the cost of what changed. It compacts by itself
    /// when more than 1/16 of the leaves, or more than 32 places, have changed since the last time.
    /// </summary>
    /// <param name="partition">The partition as it is then.</param>
    /// <param name="put">Grids of this partition that are new or changed.</param>
    /// <param name="retired">The ids of those that go; unknown ones are passed over, and win over <paramref name="put"/>.</param>
    public PartitionMap With(Partition partition, IReadOnlyList<GridVersion> put, IReadOnlyCollection<long> retired)
    {
        var gone = retired.ToHashSet();
        GridVersion[] kept = [.. put.Where(g => !gone.Contains(g.Id))];
        var next = grids.With(kept, gone.Select(grids.Find).OfType<GridVersion>());
        var tree = Tree.With([.. kept.Select(static g => g.Grid)], gone);

        // A leaf that changed is the base's no more, so the paths stay where nothing changed that is above a leaf.
        var isAbove = kept.Select(static g => g.Id).Concat(gone).Any(id => Tree.HasChildren(id) || tree.HasChildren(id));
        return new(
            partition,
            next,
            tree,
            layers.With(kept, gone) ?? LayeredLeaves.Of(GridLayer.Build(next)),
            isAbove ? null : paths);
    }

    /// <summary>The same map with one index over all leaves; itself when it has no other. Takes as long as building it.</summary>
    public PartitionMap Compact() =>
        layers.Whole is null ? new(Partition, grids, Tree, LayeredLeaves.Of(whole.Value)) : this;

    /// <summary>
    /// Builds the indexes over all leaves, which else the first questions wait for. Before readers come; several threads
    /// may call it.
    /// </summary>
    public void Prepare() => layers.Prepare();

    /// <summary>How many leaves have changed since the index over all leaves was built.</summary>
    public int ChangedCount => layers.ChangedCount;

    /// <summary>What it is.</summary>
    public Partition Partition { get; }

    /// <summary>All its grids with the shapes of the leaves as they were given, in the order of their ids.</summary>
    public IReadOnlyList<GridVersion> Grids => grids;

    /// <summary>The tree.</summary>
    public GridTree Tree { get; }

    /// <summary>The grids with an area, in the order of their ids: the coverage's leaf 0, 1 …</summary>
    public IReadOnlyList<Grid> Leaves => whole.Value.Leaves;

    /// <summary>The borders.</summary>
    public Coverage Coverage => whole.Value.Coverage;

    /// <summary>Which leaf holds a point.</summary>
    public PointInGridIndex Index => whole.Value.Index;

    /// <summary>Which borders are near a point.</summary>
    public BorderIndex Borders => whole.Value.Borders;

    /// <summary>The leaf that holds the point by the border rule, or null.</summary>
    public Grid? FindLeaf(LatticePoint point) => layers.FindLeaf(point);

    /// <summary>
    /// The leaf that holds the point with its path, the distance to its border in metres on the ellipsoid and the leaf
    /// across; null outside all. A leaf without a border of its own is infinitely far from it.
    /// </summary>
    public LeafPlace? FindPlace(LatticePoint point)
    {
        var (layer, leaf) = layers.Find(point, out var plane);
        if (leaf == Coverage.None)
        {
            return null;
        }

        var path = ListPath(layer, leaf);
        Memory.Prefetch(path);
        return layer.Borders.FindNearest(point, leaf, plane) is { } hit
            ? new LeafPlace(layer.Leaves[leaf], path, hit.DistanceMetres, layer.Leaf(hit.Across))
            : new LeafPlace(layer.Leaves[leaf], path, double.PositiveInfinity, null);
    }

    /// <summary>The leaf with the border nearest to a point, and metres on the ellipsoid; null where there is no leaf.</summary>
    public (Grid Grid, double Metres)? FindNearest(LatticePoint point) => layers.FindNearest(point);

    /// <summary>Whether another leaf holds the point, too, or has a border within a distance in metres.</summary>
    /// <param name="point">The point.</param>
    /// <param name="place">What <see cref="FindPlace"/> answers for it.</param>
    /// <param name="metres">The distance.</param>
    public bool HasOtherWithin(LatticePoint point, LeafPlace place, double metres)
    {
        var isNear = place.BorderMetres <= metres;
        return (isNear && place.Neighbour is { } across && across.Id != place.Leaf.Id)
            || layers.FindAll(point).Any(other => other.Id != place.Leaf.Id)
            || (isNear
                ? layers.HasOtherWithin(point, place.Leaf, metres)
                : layers.HasOverlapWithin(point, place.Leaf, metres));
    }

    /// <summary>Every leaf that touches a circle with its share of its area, the largest first, then by id.</summary>
    public IReadOnlyList<(Grid Grid, double Share)> ListShares(LatticePoint centre, double metres) =>
        layers.ListShares(centre, metres);

    /// <summary>The leaves whose boxes meet an area's box, with their shapes, in the order of their ids.</summary>
    public IReadOnlyList<GridVersion> ListMeeting(Envelope box) => box.IsNull
        ? []
        : [.. layers.ListMeeting(new(box.MinX, box.MinY, box.MaxX, box.MaxY)).OrderBy(static g => g.Id)];

    /// <summary>The coverage's number of a leaf, or <see cref="Coverage.None"/> for any other grid.</summary>
    public int LeafNumber(long gridId) => whole.Value.NumberOf(gridId);

    /// <summary>The coverage's numbers of the leaves at and below a grid, rising; empty for an unknown one.</summary>
    public IReadOnlyList<int> ListLeafNumbers(long gridId) =>
        [.. Tree.ListWithDescendants(gridId).Select(g => LeafNumber(g.Id)).Where(static n => n >= 0).Order()];

    /// <summary>
    /// The area of a leaf as the coverage has it, or null for any other grid; shells counter-clockwise, on the lattice.
    /// </summary>
    public Geometry? FindArea(long gridId) => LeafNumber(gridId) is >= 0 and var leaf ? Coverage.GetPolygon(leaf) : null;

    private IReadOnlyList<Grid> ListPath(GridLayer layer, int leaf) =>
        layer == paths.Layer ? paths.Get(leaf, Tree) : Tree.ListPath(layer.Leaves[leaf]);
}

/// <summary>A point in a leaf.</summary>
/// <param name="Leaf">The leaf that holds it.</param>
/// <param name="Path">From the root to the leaf, both included.</param>
/// <param name="BorderMetres">Metres on the ellipsoid to the leaf's border.</param>
/// <param name="Neighbour">The leaf across the nearest border, or null.</param>
public readonly record struct LeafPlace(
    Grid Leaf, IReadOnlyList<Grid> Path, double BorderMetres, Grid? Neighbour);
