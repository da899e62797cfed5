using System.Runtime.CompilerServices;

namespace GridMap.Core.Spatial.Coverages;

/// <summary>
/// Finds the leaf of a point, and asks memory for what is read next: its borders nearby, and who is across. A coarse
/// raster knows these for a cell's middle, and who holds those parts of the cell where no border passes; elsewhere it
/// guesses while the exact answer is on its way. Immutable, without locks or allocation.
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
    /// <param name="plane">The plane at it: made here, while memory is waited for.</param>
    /// <param name="likelyAcross">The leaf that most likely is across the nearest border, or <see cref="Coverage.None"/>.</param>
    internal int Find(LatticePoint point, out TangentPlane plane, out int likelyAcross)
    {
        index.Prefetch(point);
        var guess = raster.CellAt(point) is >= 0 and var cell ? guesses[cell] : Guess.Nothing;
        plane = new TangentPlane(point);
        var part = raster.PartAt(point);
        var likely = guess.LeafAt(part);
        likelyAcross = guess.Across ^ guess.Leaf ^ likely;
        if (guess.Runs.First != Coverage.None)
        {
            borders.Prefetch(likely, guess.Runs);
        }

        if (guess.IsSureOf(part))
        {
            return likely;
        }

        // Not the same for the processor: as a rule they are equal, so it goes on with the guess, which is there earlier.
        var leaf = index.Find(point);
        return leaf == likely ? likely : leaf;
    }

    private void FillGuesses(int from, int to)
    {
        for (var cell = from; cell < to; cell++)
        {
            var middle = raster.Middle(cell);
            var leaf = index.Find(middle);
            var (runs, across) = borders.FindNearestRuns(middle, leaf) ?? (Guess.Nothing.Runs, Coverage.None);
            var (whole, beyond) = (0, 0);
            for (var part = 0; part < CellRaster.PartCount; part++)
            {
                if (index.HoldsPart(leaf, cell, part))
                {
                    whole |= 1 << part;
                }
                else if (across != Coverage.None && index.Find(raster.Middle(cell, part)) == across)
                {
                    beyond |= 1 << part;
                    whole |= index.HoldsPart(across, cell, part) ? 1 << part : 0;
                }
            }

            guesses[cell] = new(leaf, across, (ushort)whole, (ushort)beyond, runs);
        }
    }

    /// <summary>What a cell knows.</summary>
    /// <param name="Leaf">The leaf that holds its middle, or <see cref="Coverage.None"/>.</param>
    /// <param name="Across">The leaf beyond the nearest border, or <see cref="Coverage.None"/>.</param>
    /// <param name="Whole">A bit for each part of the cell that one of these two holds whole.</param>
    /// <param name="Beyond">A bit for each part that the leaf across is more likely to hold.</param>
    /// <param name="Runs">The runs of segments that are nearest to its middle, or <see cref="Coverage.None"/>.</param>
    private readonly record struct Guess(int Leaf, int Across, ushort Whole, ushort Beyond, NearRuns Runs)
    {
        public static readonly Guess Nothing = new(
            Coverage.None, Coverage.None, 0, 0, new(Coverage.None, Coverage.None, Coverage.None));

        public int LeafAt(int part) => (Beyond >> part & 1) != 0 ? Across : Leaf;

        public bool IsSureOf(int part) => (Whole >> part & 1) != 0;
    }
}
