using System.Runtime.CompilerServices;

namespace GridMap.Core.Spatial.Coverages;

/// <summary>
/// Finds the leaf of a point, and asks memory for what is read next: its borders nearby, and who is across. A coarse
/// raster knows these for a cell's middle, and the leaf for all its points where no border passes; elsewhere it guesses
/// while the exact answer is on its way. Immutable, without locks or allocation.
/// </summary>
public sealed class LeafLocator
{
    // What has fewer vertices stays in the caches by itself.
    private const int Small = 1 << 14;

    private readonly PointInGridIndex index;
    private readonly BorderIndex borders;
    private readonly CellRaster raster;
    private readonly Guess[] guesses;

    /// <param name="coverage">The leaves.</param>
    /// <param name="index">The index over their areas.</param>
    /// <param name="borders">The index over their borders.</param>
    public LeafLocator(Coverage coverage, PointInGridIndex index, BorderIndex borders)
    {
        (this.index, this.borders) = (index, borders);
        raster = coverage.VertexCount < Small ? default : index.CoarseRaster;
        guesses = new Guess[raster.Count];
        var pieces = Parts.Count(coverage.VertexCount);
        Parts.ForEach(pieces, piece => FillGuesses(
            (int)((long)guesses.Length * piece / pieces), (int)((long)guesses.Length * (piece + 1) / pieces)));
    }

    /// <summary>Bytes in memory, beside the indexes.</summary>
    public long SizeInBytes => (long)guesses.Length * Unsafe.SizeOf<Guess>();

    /// <summary>The leaf that holds a point, or <see cref="Coverage.None"/>.</summary>
    /// <param name="point">The point.</param>
    /// <param name="likelyAcross">The leaf that most likely is across the nearest border, or <see cref="Coverage.None"/>.</param>
    public int Find(LatticePoint point, out int likelyAcross)
    {
        index.Prefetch(point);
        var guess = raster.CellAt(point) is >= 0 and var cell ? guesses[cell] : Guess.Nothing;
        likelyAcross = guess.Across;
        if (guess.Run != Coverage.None)
        {
            borders.Prefetch(guess.Leaf, guess.Run);
        }

        if (guess.IsSure)
        {
            return guess.Leaf;
        }

        // Not the same for the processor: as a rule they are equal, so it goes on with the guess, which is there earlier.
        var leaf = index.Find(point);
        return leaf == guess.Leaf ? guess.Leaf : leaf;
    }

    private void FillGuesses(int from, int to)
    {
        for (var cell = from; cell < to; cell++)
        {
            var middle = raster.Middle(cell);
            var leaf = index.Find(middle);
            var (run, across) = borders.FindNearestRun(middle, leaf);
            guesses[cell] = Guess.Of(leaf, index.FindWholeOwner(cell) != Coverage.None, run, across);
        }
    }

    /// <summary>What a cell knows.</summary>
    /// <param name="Word">The leaf that holds its middle, plus one and doubled; one more where it holds the whole.</param>
    /// <param name="Run">The first vertex of the segments that are nearest to its middle.</param>
    /// <param name="Across">The leaf beyond these.</param>
    private readonly record struct Guess(uint Word, int Run, int Across)
    {
        public static readonly Guess Nothing = new(0, Coverage.None, Coverage.None);

        public bool IsSure => (Word & 1) != 0;

        public int Leaf => (int)(Word >> 1) - 1;

        public static Guess Of(int leaf, bool isSure, int run, int across) =>
            new(((uint)(leaf + 1) << 1) | (isSure ? 1u : 0), run, across);
    }
}
