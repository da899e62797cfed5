namespace GridMap.Core.Spatial;

/// <summary>The order in which a Hilbert curve visits the cells of a square of 2^32 × 2^32.</summary>
/// <remarks>
/// Cells that follow each other share a side, so that runs of the order are compact areas. The recursion is that of
/// D. Hilbert (1891): the quadrants in the order of a cup, the first and last turned. Four levels are taken at a time
/// from a table; a state says whether the axes are swapped and whether they run backwards.
/// </remarks>
internal static class HilbertCurve
{
    private const int BitsAtOnce = 4;
    private const int Swapped = 1;
    private const int Backwards = 2;

    /// <summary>By state, four bits of x and four of y: eight bits of the rank, and above them the next state.</summary>
    private static readonly ushort[] Steps = ListSteps();

    /// <summary>The place of a cell in the order; each cell has its own.</summary>
    public static ulong Rank(uint x, uint y)
    {
        var (rank, state) = (0ul, 0u);
        for (var shift = 32 - BitsAtOnce; shift >= 0; shift -= BitsAtOnce)
        {
            var step = Steps[(state << 8) | ((x >> shift & 15) << 4) | (y >> shift & 15)];
            rank = (rank << 8) | (byte)step;
            state = (uint)step >> 8;
        }

        return rank;
    }

    private static ushort[] ListSteps()
    {
        var steps = new ushort[4 << 8];
        for (var i = 0; i < steps.Length; i++)
        {
            steps[i] = Step(i >> 8, i >> 4 & 15, i & 15);
        }

        return steps;
    }

    private static ushort Step(int state, int x, int y)
    {
        var rank = 0;
        for (var half = 1 << (BitsAtOnce - 1); half > 0; half >>= 1)
        {
            var (a, b) = (state & Swapped) != 0 ? (y, x) : (x, y);
            var right = ((a & half) != 0) != ((state & Backwards) != 0);
            var upper = ((b & half) != 0) != ((state & Backwards) != 0);
            rank = (rank << 2) | (right ? (upper ? 2 : 3) : (upper ? 1 : 0));
            state ^= upper ? 0 : right ? Swapped | Backwards : Swapped;
        }

        return (ushort)((state << 8) | rank);
    }
}
