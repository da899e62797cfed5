using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GridMap.Core.Spatial.Coverages;

/// <summary>
/// Finds the leaf of a point and its nearest border at once. Both wait for memory, one after the other; so a coarse
/// raster says which leaf it most likely is, and the search of its borders begins while the exact answer is on its way.
/// Immutable, without locks or allocation.
/// </summary>
public sealed class LeafLocator
{
    // Finer would be right more often, but its own memory slower: it should stay in the nearest caches.
    private const int CellsPerLeaf = 16;
    private const int MaxCells = 1 << 26;

    private readonly Coverage coverage;
    private readonly PointInGridIndex index;
    private readonly BorderIndex borders;
    private readonly CellRaster raster;
    private readonly int[] likely;

    /// <param name="coverage">The leaves.</param>
    /// <param name="index">The index over their areas.</param>
    /// <param name="borders">The index over their borders.</param>
    public LeafLocator(Coverage coverage, PointInGridIndex index, BorderIndex borders)
    {
        (this.coverage, this.index, this.borders) = (coverage, index, borders);
        raster = coverage.VertexCount == 0
            ? default
            : CellRaster.Over(
                LatticeBox.Of(coverage.AllVertices), (int)Math.Min(MaxCells, (long)coverage.LeafCount * CellsPerLeaf));
        var middles = new LatticePoint[raster.Count];
        for (var cell = 0; cell < middles.Length; cell++)
        {
            middles[cell] = raster.Middle(cell);
        }

        likely = new int[middles.Length];
        index.Find(middles, likely);
    }

    /// <summary>Bytes in memory, beside the indexes.</summary>
    public long SizeInBytes => (long)likely.Length * sizeof(int);

    /// <summary>The leaf that holds a point, or <see cref="Coverage.None"/>, and its nearest border, or null.</summary>
    [SkipLocalsInit]
    public int Find(LatticePoint point, out BorderHit? border)
    {
        index.Prefetch(point);
        var guess = raster.CellAt(point) is >= 0 and var cell ? likely[cell] : Coverage.None;
        Span<Vector256<int>> room = stackalloc Vector256<int>[NearBorderSearch.MaxGroups];
        var search = borders.StartNear(point, guess, room);
        var leaf = index.Find(point);
        if (leaf == Coverage.None)
        {
            border = null;
        }
        else if (leaf != guess || !search.TryFinish(out var hit))
        {
            border = borders.FindNearest(point, leaf);
        }
        else
        {
            border = hit;
        }

        return leaf;
    }
}
