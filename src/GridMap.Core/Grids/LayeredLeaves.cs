using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Coverages;

namespace GridMap.Core.Grids;

/// <summary>
/// The leaves of a partition: a base that was built at once, and patches where leaves have changed since. A change costs
/// the patch around it, whatever the size of the base. Immutable; it answers as one that was built from scratch.
/// </summary>
internal sealed class LayeredLeaves
{
    private const int MaxPatches = 32;
    private const int LeastChanges = 64;

    /// <summary>Compacts when more than that share of the base's leaves has changed.</summary>
    private const double MaxShare = 1.0 / 16;

    private readonly GridLayer frozen;
    private readonly Lazy<GridBoxes> boxes;
    private readonly GridPatch[] patches;
    private readonly Dictionary<long, GridVersion?> changed;
    private readonly GridBoxes changedBoxes;

    // By the base's leaves, a bit for so many that no patch may answer for: wherever the base finds one of them, that is the
    // answer. Beyond 65,536 leaves some share a bit, so that a change costs no more for it.
    private const int MaxBits = 1 << 16;
    private readonly ulong[] unaffected;
    private readonly int leavesShift;

    private LayeredLeaves(
        GridLayer frozen,
        Lazy<GridBoxes> boxes,
        GridPatch[] patches,
        Dictionary<long, GridVersion?> changed,
        GridBoxes changedBoxes)
    {
        (this.frozen, this.boxes, this.patches) = (frozen, boxes, patches);
        (this.changed, this.changedBoxes) = (changed, changedBoxes);
        while (frozen.Leaves.Length >> leavesShift > MaxBits)
        {
            leavesShift++;
        }

        unaffected = new ulong[((frozen.Leaves.Length >> leavesShift) / 64) + 1];
        Array.Fill(unaffected, ulong.MaxValue);
        foreach (var leaf in patches.SelectMany(static patch => patch.BaseLeaves))
        {
            var bit = leaf >> leavesShift;
            unaffected[bit >> 6] &= ~(1UL << bit);
        }
    }

    /// <summary>One layer, without patches.</summary>
    public static LayeredLeaves Of(GridLayer layer) =>
        new(layer, new(() => new GridBoxes(layer.Versions)), [], [], new GridBoxes([]));

    /// <summary>Builds what lookups and changes need and what is not built yet.</summary>
    public void Prepare()
    {
        frozen.Prepare();
        _ = boxes.Value;
    }

    /// <summary>The layer that was built at once.</summary>
    public GridLayer Base => frozen;

    /// <summary>The one layer, or null where there are patches.</summary>
    public GridLayer? Whole => patches.Length == 0 ? frozen : null;

    /// <summary>How many leaves have changed since the base was built.</summary>
    public int ChangedCount => changed.Count;

    /// <summary>The leaves after a change.</summary>
    /// <param name="put">Grids that are new or changed; those without an area are leaves no more.</param>
    /// <param name="retired">The ids of those that go.</param>
    /// <returns>Null where so much has changed that they should be built anew.</returns>
    public LayeredLeaves? With(IReadOnlyList<GridVersion> put, IReadOnlyCollection<long> retired)
    {
        var next = new Dictionary<long, GridVersion?>(changed);
        var (ids, touched) = (new HashSet<long>(), new List<LonLatBox>());
        foreach (var (id, version) in put.Select(static g => (g.Id, g.Shape is null ? null : g))
            .Concat(retired.Select(static id => (id, (GridVersion?)null))))
        {
            var before = Find(id);
            if (before is not null || version is not null)
            {
                ids.Add(id);
                next[id] = version;
                touched.AddRange(new[] { before, version }.OfType<GridVersion>().Select(GridBoxes.Of));
            }
        }

        return ids.Count == 0 ? this
            : next.Count > Math.Max(LeastChanges, MaxShare * frozen.Leaves.Length) ? null
            : WithPatch(ids, touched, next);
    }

    /// <summary>The leaf of a point, or null.</summary>
    public Grid? FindLeaf(LatticePoint point)
    {
        var leaf = frozen.Index.Find(point);
        if (IsUnaffected(leaf))
        {
            return frozen.Leaves[leaf];
        }

        var layer = LayerAt(point);
        return layer == frozen ? frozen.Leaf(leaf) : layer.Leaf(layer.Index.Find(point));
    }

    /// <summary>
    /// The leaf of a point with the layer that knows its borders. Memory is asked for what a search of these, and the
    /// reader of its outcome, will look at.
    /// </summary>
    public (GridLayer Layer, int Leaf) Find(LatticePoint point, out TangentPlane plane)
    {
        var leaf = frozen.Locator.Find(point, out plane, out var likelyAcross);
        if (!IsUnaffected(leaf))
        {
            return FindAmongPatches(point, leaf);
        }

        Memory.Prefetch(frozen.Leaf(likelyAcross));
        return (frozen, leaf);
    }

    /// <summary>All leaves that hold a point.</summary>
    public IEnumerable<Grid> FindAll(LatticePoint point)
    {
        var layer = LayerAt(point);
        return layer.Index.FindAll(point).Select(leaf => layer.Leaves[leaf]);
    }

    /// <summary>The leaf with the nearest border, for a point outside all; of equally near ones the smallest id.</summary>
    public (Grid Grid, double Metres)? FindNearest(LatticePoint point)
    {
        if (patches.Length == 0)
        {
            return frozen.Borders.FindNearest(point) is { } only ? (frozen.Leaves[only.Leaf], only.DistanceMetres) : null;
        }

        var found = new List<(Grid Grid, double Metres)>();
        foreach (var (layer, counts) in Layers())
        {
            if (layer.Borders.FindNearest(point, leaf => counts(layer.Leaves[leaf])) is { } hit)
            {
                found.Add((layer.Leaves[hit.Leaf], hit.DistanceMetres));
            }
        }

        return found.Count == 0 ? null : found.MinBy(static f => (f.Metres, f.Grid.Id));
    }

    /// <summary>
    /// Whether a border of another leaf is within a distance of a point in a leaf, whose own borders are farther away and
    /// which alone holds it. Not where all borders near part two leaves: crossing one swaps one for another, so there are
    /// as many everywhere around.
    /// </summary>
    public bool HasOverlapWithin(LatticePoint point, Grid grid, double metres) =>
        (patches.Length > 0 || frozen.Borders.HasLooseWithin(point, metres)) && HasOtherWithin(point, grid, metres);

    /// <summary>Whether a border of another leaf than this one is within a distance.</summary>
    public bool HasOtherWithin(LatticePoint point, Grid grid, double metres) => patches.Length == 0
        ? frozen.Borders.HasOtherWithin(point, frozen.NumberOf(grid.Id), metres)
        : Layers().Any(l => l.Layer.ListSides(point, metres).Any(side => side.Id != grid.Id && l.Counts(side)));

    /// <summary>Every leaf that touches a circle, with its share of it, the largest first, then by id.</summary>
    public IReadOnlyList<(Grid Grid, double Share)> ListShares(LatticePoint centre, double metres)
    {
        var shares = new Dictionary<Grid, double>(ReferenceEqualityComparer.Instance);
        foreach (var grid in FindAll(centre))
        {
            shares[grid] = 1;
        }

        foreach (var (layer, counts) in Layers())
        {
            CircleShares.AddBorders(shares, layer.Coverage, layer.Borders, centre, metres, leaf =>
                layer.Leaf(leaf) is { } grid && counts(grid) ? grid : null);
        }

        return [.. shares.Select(static s => (s.Key, Math.Clamp(s.Value, 0, 1)))
            .OrderByDescending(static s => s.Item2).ThenBy(static s => s.Key.Id)];
    }

    /// <summary>Each layer with the leaves for which it speaks: together all leaves, each once.</summary>
    private IEnumerable<(GridLayer Layer, Predicate<Grid> Counts)> Layers() =>
        patches.Select(static p => (p.Layer, (Predicate<Grid>)(grid => p.Changed.Contains(grid.Id))))
            .Prepend((frozen, grid => !changed.ContainsKey(grid.Id)));

    /// <summary>
    /// Whether it is a leaf of the base that is as it was, and so are all around it. False for some such leaves, too.
    /// </summary>
    private bool IsUnaffected(int leaf)
    {
        var bit = leaf >> leavesShift;
        return leaf >= 0 && (unaffected[bit >> 6] >> bit & 1) != 0;
    }

    private (GridLayer Layer, int Leaf) FindAmongPatches(LatticePoint point, int leaf)
    {
        var layer = LayerAt(point);
        if (layer != frozen)
        {
            leaf = layer.Index.Find(point);
        }

        return leaf == Coverage.None
            || Array.Find(patches, patch => patch.Affected.Contains(layer.Leaves[leaf].Id)) is not { } affecting
            ? (layer, leaf)
            : (affecting.Layer, affecting.Layer.NumberOf(layer.Leaves[leaf].Id));
    }

    private GridLayer LayerAt(LatticePoint point)
    {
        if (patches.Length == 0)
        {
            return frozen;
        }

        var (lon, lat) = point.ToLonLat();
        lon = lon == 180 ? -180 : lon;
        var at = new LonLatBox(lon, lat, lon, lat);
        foreach (var patch in patches)
        {
            if (patch.Holds(at))
            {
                return patch.Layer;
            }
        }

        return frozen;
    }

    private GridVersion? Find(long id) => changed.TryGetValue(id, out var version) ? version
        : frozen.NumberOf(id) is >= 0 and var leaf ? frozen.Versions[leaf]
        : null;

    /// <summary>The leaves whose boxes meet a box.</summary>
    public IEnumerable<GridVersion> ListMeeting(LonLatBox box) => ListMeeting(box, changed, changedBoxes);

    private LayeredLeaves? WithPatch(HashSet<long> ids, List<LonLatBox> touched, Dictionary<long, GridVersion?> next)
    {
        var others = patches.ToList();
        var nextBoxes = new GridBoxes([.. next.Values.OfType<GridVersion>()]);
        while (true)
        {
            var patch = GridPatch.Build(ids, [.. touched], box => ListMeeting(box, next, nextBoxes), frozen);
            var met = others.FindAll(patch.Meets);
            if (met.Count == 0)
            {
                others.Add(patch);
                return others.Count > MaxPatches ? null : new(frozen, boxes, [.. others], next, nextBoxes);
            }

            others.RemoveAll(met.Contains);
            ids = [.. ids.Concat(met.SelectMany(static p => p.Changed))];
            touched.AddRange(met.SelectMany(static p => p.Boxes));
        }
    }

    private IEnumerable<GridVersion> ListMeeting(LonLatBox box, Dictionary<long, GridVersion?> now, GridBoxes nowBoxes) =>
        boxes.Value.ListMeeting(box).Where(leaf => !now.ContainsKey(leaf.Id)).Concat(nowBoxes.ListMeeting(box));
}
