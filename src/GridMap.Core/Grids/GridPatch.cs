using GridMap.Core.Spatial.Coverages;

namespace GridMap.Core.Grids;

/// <summary>
/// A place where leaves have changed since the base was built: these leaves, those around them, and a coverage of all.
/// Immutable.
/// </summary>
/// <remarks>
/// A leaf is affected where its box meets the box, before or after, of a leaf that changed: only such leaves can hold
/// other points or have other neighbours than in the base. The coverage holds the affected leaves and all whose boxes
/// meet theirs, so that every border of an affected leaf finds its other side. Patches do not meet one another.
/// </remarks>
internal sealed class GridPatch
{
    private readonly LonLatBox[] boxes;
    private readonly LonLatBox changedExtent;

    private GridPatch(HashSet<long> changed, LonLatBox[] boxes, HashSet<long> affected, GridLayer layer, GridLayer known)
    {
        (Changed, this.boxes, Affected, Layer) = (changed, boxes, affected, layer);
        BaseLeaves = [.. affected.Concat(changed).Select(known.NumberOf).Where(static leaf => leaf != Coverage.None)];
        changedExtent = boxes.Aggregate(LonLatBox.Nothing, static (a, b) => a.Plus(b));
        Extent = layer.Versions.Select(GridBoxes.Of).Concat(boxes).Aggregate(LonLatBox.Nothing, static (a, b) => a.Plus(b));
    }

    /// <summary>The ids of the leaves that were put or retired.</summary>
    public HashSet<long> Changed { get; }

    /// <summary>The ids of the leaves for which the patch answers.</summary>
    public HashSet<long> Affected { get; }

    /// <summary>
    /// The base's numbers of the affected leaves, and of those that changed: who lies in a changed leaf's box, before or
    /// after, lies in one of these or in none of the base.
    /// </summary>
    public IReadOnlyList<int> BaseLeaves { get; }

    /// <summary>The leaves as they are now.</summary>
    public GridLayer Layer { get; }

    /// <summary>A box around all its leaves.</summary>
    public LonLatBox Extent { get; }

    /// <summary>The boxes of the leaves that changed, before and after.</summary>
    public IReadOnlyList<LonLatBox> Boxes => boxes;

    /// <summary>A patch.</summary>
    /// <param name="changed">The ids of the leaves that changed.</param>
    /// <param name="boxes">Their boxes, before and after.</param>
    /// <param name="listMeeting">The leaves as they are now whose boxes meet a box.</param>
    /// <param name="known">The base.</param>
    public static GridPatch Build(
        HashSet<long> changed,
        LonLatBox[] boxes,
        Func<LonLatBox, IEnumerable<GridVersion>> listMeeting,
        GridLayer known)
    {
        var affected = boxes.SelectMany(listMeeting).DistinctBy(static g => g.Id).ToList();
        var all = affected.SelectMany(leaf => listMeeting(GridBoxes.Of(leaf))).Concat(affected)
            .DistinctBy(static g => g.Id).OrderBy(static g => g.Id);
        return new GridPatch(
            changed, boxes, [.. affected.Select(static g => g.Id)], GridLayer.BuildPatch(all, known), known);
    }

    /// <summary>Whether a point, given as a box, lies where a leaf changed.</summary>
    public bool Holds(in LonLatBox point)
    {
        if (changedExtent.Meets(point))
        {
            foreach (var box in boxes)
            {
                if (box.Meets(point))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
