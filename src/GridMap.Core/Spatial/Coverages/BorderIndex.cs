using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GridMap.Core.Spatial.Coverages;

/// <summary>The nearest part of a border.</summary>
/// <param name="DistanceMetres">Metres on the ellipsoid.</param>
/// <param name="Leaf">The leaf that was asked for, or the smaller one of both sides.</param>
/// <param name="Across">The leaf on the other side, or <see cref="Coverage.None"/>.</param>
public readonly record struct BorderHit(double DistanceMetres, int Leaf, int Across);

/// <summary>
/// Finds the borders near a point. Immutable, queried without locks. The nearest border of a leaf is looked for among the
/// leaf's own runs of segments; all else in a tree over all of them.
/// </summary>
public sealed class BorderIndex
{
    private readonly Coverage coverage;
    private readonly BorderRuns all;
    private readonly BorderRuns loose;
    private readonly LeafBorders leafBorders;

    private BorderIndex(Coverage coverage, BorderRuns all, BorderRuns loose, LeafBorders leafBorders) =>
        (this.coverage, this.all, this.loose, this.leafBorders) = (coverage, all, loose, leafBorders);

    /// <summary>The index over the borders of a coverage.</summary>
    public static BorderIndex Build(Coverage coverage)
    {
        BorderRuns? all = null, loose = null;
        LeafBorders? leafBorders = null;
        Parts.Do(
            coverage.VertexCount,
            () => leafBorders = LeafBorders.Build(coverage),
            () => (all, loose) = (BorderRuns.OfAll(coverage), BorderRuns.OfLoose(coverage)));
        return new(coverage, all!, loose!, leafBorders!);
    }

    /// <summary>Bytes in memory, beside the coverage.</summary>
    public long SizeInBytes => leafBorders.SizeInBytes + all.SizeInBytes + loose.SizeInBytes;

    /// <summary>
    /// The nearest border of a leaf; of <see cref="Coverage.None"/>: of any. Null where there is none. Of equally near
    /// ones the first arc.
    /// </summary>
    public BorderHit? FindNearest(LatticePoint point, int leaf = Coverage.None)
    {
        return leaf == Coverage.None ? FindNearest(point, static _ => true)
            : FindNearest(point, leaf, new TangentPlane(point));
    }

    /// <summary>The nearest border of a leaf, as above, where the plane at the point is known.</summary>
    internal BorderHit? FindNearest(LatticePoint point, int leaf, in TangentPlane plane) =>
        TryFindNear(point, leaf, plane, out var hit) ? hit : FindNearest(point, Only(leaf));

    /// <summary>
    /// The nearest border of any leaf that counts; of its two sides the smaller one that does is the hit's leaf. Null
    /// where there is none. Of equally near ones the first arc.
    /// </summary>
    public BorderHit? FindNearest(LatticePoint point, Predicate<int> counts)
    {
        var search = new NearestBorderSearch(coverage, all, point, counts);
        all.Search(ref search);
        return search.Best;
    }

    /// <summary>
    /// The runs of a leaf's borders that are nearest to a point, and the leaf across the nearest; null where there are
    /// none, or these are farther away than a near search goes.
    /// </summary>
    [SkipLocalsInit]
    internal (NearRuns Runs, int Across)? FindNearestRuns(LatticePoint point, int leaf)
    {
        if (leaf != Coverage.None)
        {
            Span<Vector256<int>> room = stackalloc Vector256<int>[NearBorderSearch.MaxGroups];
            var search = new NearBorderSearch(leafBorders, leaf, point, new TangentPlane(point), room);
            if (search.TryFind(out var hit))
            {
                return (search.ListRuns(), hit.Across);
            }
        }

        return null;
    }

    /// <summary>Asks memory for what a search of a leaf's borders reads, and for the runs it most likely reads then.</summary>
    internal void Prefetch(int leaf, NearRuns likely) => leafBorders.Prefetch(leaf, likely);

    /// <summary>Every segment (its first vertex) that is at most that far, in metres.</summary>
    public List<NearSegment> ListWithin(LatticePoint point, double metres) => all.ListWithin(point, metres);

    /// <summary>Whether a border of another leaf is at most that far, in metres.</summary>
    public bool HasOtherWithin(LatticePoint point, int leaf, double metres)
    {
        var search = new OtherWithinSearch(coverage, all, point, leaf, metres);
        all.Search(ref search);
        return search.Found;
    }

    /// <summary>Whether a border that does not part two leaves is at most that far, in metres.</summary>
    public bool HasLooseWithin(LatticePoint point, double metres) => loose.ListWithin(point, metres).Count > 0;

    [SkipLocalsInit]
    private bool TryFindNear(LatticePoint point, int leaf, in TangentPlane plane, out BorderHit hit)
    {
        Span<Vector256<int>> room = stackalloc Vector256<int>[NearBorderSearch.MaxGroups];
        return new NearBorderSearch(leafBorders, leaf, point, plane, room).TryFind(out hit);
    }

    // Apart, so that what captures the leaf is made only where it is needed.
    private static Predicate<int> Only(int leaf) => other => other == leaf;
}
