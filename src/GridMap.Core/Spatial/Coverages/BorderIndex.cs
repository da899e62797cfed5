using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GridMap.Core.Spatial.Coverages;

/// <summary>The nearest part of a border.</summary>
/// <param name="DistanceMetres">Metres on the ellipsoid.</param>
/// <param name="Arc">The arc it lies on.</param>
/// <param name="Leaf">The leaf that was asked for, or the smaller one of both sides.</param>
/// <param name="Across">The leaf on the other side, or <see cref="Coverage.None"/>.</param>
public readonly record struct BorderHit(double DistanceMetres, int Arc, int Leaf, int Across);

/// <summary>
/// Finds the borders near a point. Immutable, queried without locks. Runs of a few segments have a box each. The nearest
/// border of a leaf is looked for among the leaf's own runs; all else in a packed tree over the boxes, in Hilbert order,
/// by branch and bound.
/// </summary>
public sealed class BorderIndex
{
    private readonly Coverage coverage;
    private readonly BoxTree tree;
    private readonly BoxTree loose;
    private readonly LeafBorders leafBorders;
    private readonly int[] runStarts;

    private BorderIndex(Coverage coverage, BoxTree tree, BoxTree loose, int[] runStarts)
    {
        this.coverage = coverage;
        this.tree = tree;
        this.loose = loose;
        leafBorders = LeafBorders.Build(coverage);
        this.runStarts = runStarts;
    }

    /// <summary>The index over the borders of a coverage.</summary>
    public static BorderIndex Build(Coverage coverage)
    {
        var starts = new List<int>();
        var boxes = new List<LonLatBox>();
        for (var arc = 0; arc < coverage.ArcCount; arc++)
        {
            var last = coverage.FirstVertex(arc + 1) - 1;
            for (var v = coverage.FirstVertex(arc); v < last; v += SegmentsInRun)
            {
                starts.Add(v);
                boxes.Add(LonLatBox.Of(coverage.AllVertices[v..(Math.Min(last, v + SegmentsInRun) + 1)]));
            }
        }

        LonLatBox[] all = [.. boxes];
        int[] looseRuns = [.. Enumerable.Range(0, all.Length).Where(run => !coverage.PartsTwoLeaves(coverage.ArcOf(starts[run])))];
        return new BorderIndex(coverage, BoxTree.Build(all), BoxTree.Build(all, looseRuns), [.. starts]);
    }

    /// <summary>Bytes in memory, beside the coverage.</summary>
    public long SizeInBytes =>
        leafBorders.SizeInBytes + tree.SizeInBytes + loose.SizeInBytes + ((long)runStarts.Length * sizeof(int));

    /// <summary>
    /// The nearest border of a leaf; of <see cref="Coverage.None"/>: of any. Null where there is none. Of equally near
    /// ones the first arc.
    /// </summary>
    public BorderHit? FindNearest(LatticePoint point, int leaf = Coverage.None)
    {
        if (leaf != Coverage.None && TryFindNear(point, leaf, out var hit))
        {
            return hit;
        }

        var search = new NearestBorderSearch(coverage, this, point, other => leaf == Coverage.None || other == leaf);
        tree.Search(ref search);
        return search.Best;
    }

    /// <summary>
    /// The nearest border of any leaf that counts; of its two sides the smaller one that does is the hit's leaf. Null
    /// where there is none. Of equally near ones the first arc.
    /// </summary>
    public BorderHit? FindNearest(LatticePoint point, Predicate<int> counts)
    {
        var search = new NearestBorderSearch(coverage, this, point, counts);
        tree.Search(ref search);
        return search.Best;
    }

    /// <summary>Begins to look for the nearest border of a leaf; perhaps it will not be finished.</summary>
    /// <param name="point">The point.</param>
    /// <param name="leaf">The leaf, or <see cref="Coverage.None"/>.</param>
    /// <param name="room">Room for <see cref="NearBorderSearch.MaxGroups"/> items.</param>
    internal NearBorderSearch StartNear(LatticePoint point, int leaf, Span<Vector256<int>> room) =>
        new(coverage, leaf == Coverage.None ? [] : leafBorders.Groups(leaf), point, leaf, room);

    /// <summary>Every segment (its first vertex) that is at most that far, in metres.</summary>
    public List<NearSegment> ListWithin(LatticePoint point, double metres)
    {
        var search = new WithinSearch(coverage, this, point, metres);
        tree.Search(ref search);
        return search.Found;
    }

    /// <summary>Whether a border of another leaf is at most that far, in metres.</summary>
    public bool HasOtherWithin(LatticePoint point, int leaf, double metres)
    {
        var search = new OtherWithinSearch(coverage, this, point, leaf, metres);
        tree.Search(ref search);
        return search.Found;
    }

    /// <summary>As <see cref="ListWithin"/>, of borders that do not part two leaves.</summary>
    public List<NearSegment> ListLooseWithin(LatticePoint point, double metres)
    {
        var search = new WithinSearch(coverage, this, point, metres);
        loose.Search(ref search);
        return search.Found;
    }

    /// <summary>Whether a border that does not part two leaves is at most that far, in metres.</summary>
    public bool HasLooseWithin(LatticePoint point, double metres) => ListLooseWithin(point, metres).Count > 0;

    [SkipLocalsInit]
    private bool TryFindNear(LatticePoint point, int leaf, out BorderHit hit)
    {
        Span<Vector256<int>> room = stackalloc Vector256<int>[NearBorderSearch.MaxGroups];
        return StartNear(point, leaf, room).TryFinish(out hit);
    }

    private const int SegmentsInRun = 16;

    /// <summary>The segments of a run: the first vertex of each, from and to (excluded), and their arc.</summary>
    internal (int From, int To, int Arc) Run(int run)
    {
        var from = runStarts[run];
        var arc = coverage.ArcOf(from);
        return (from, Math.Min(from + SegmentsInRun, coverage.FirstVertex(arc + 1) - 1), arc);
    }
}
