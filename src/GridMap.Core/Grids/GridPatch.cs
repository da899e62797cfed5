using GridMap.Core.Spatial.Coverages;

namespace GridMap.Core.Grids;

/// <summary>
/// A place where leaves have changed since the base was built: these leaves, those around them, and a coverage of all.
/// Immutable.
/// </summary>
/// <remarks>
/// A leaf is affected where its box meets the box, before or after, of a leaf that changed: only such leaves can hold
/// other points or have other neighbours than in the base. The coverage holds the affected leaves and all whose boxes
/// meet theirs, so that every border of an affected leaf finds its other side. Patches that <see cref="Meets"/> finds to
/// meet are made one.
/// </remarks>
internal sealed class GridPatch
{
    private readonly LonLatBox[] boxes;
    private readonly LonLatBox changedExtent;
    private readonly LonLatBox reach;

    private GridPatch(
        HashSet<long> changed, LonLatBox[] boxes, IReadOnlyList<GridVersion> affected, GridLayer layer, GridLayer known)
    {
        (Changed, this.boxes, Layer) = (changed, boxes, layer);
        Affected = [.. affected.Select(static g => g.Id)];
        BaseLeaves = [.. Affected.Concat(changed).Select(known.NumberOf).Where(static leaf => leaf != Coverage.None)];
        changedExtent = boxes.Aggregate(LonLatBox.Nothing, static (a, b) => a.Plus(b));
        reach = affected.Select(GridBoxes.Of).Aggregate(changedExtent, static (a, b) => a.Plus(b));
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
        return new GridPatch(changed, boxes, affected, GridLayer.BuildPatch(all, known), known);
    }

    /// <summary>
    /// Whether a leaf that changed in one of two patches may be affected, or lie where a leaf changed, in the other. If not,
    /// each has all that it needs as it is now, and none of its leaves is affected by both.
    /// </summary>
    public bool Meets(GridPatch other) => reach.Meets(other.changedExtent) || changedExtent.Meets(other.reach);

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
