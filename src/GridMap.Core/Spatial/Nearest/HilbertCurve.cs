namespace GridMap.Core.Spatial.Nearest;

/// <summary>The order in which a Hilbert curve visits the cells of a square of 2^32 × 2^32.</summary>
/// <remarks>
/// Cells that follow each other share a side, so that runs of the order are compact areas. The recursion is that of
/// D. Hilbert (1891): the quadrants in the order of a cup, the first and last turned.
/// </remarks>
internal static class HilbertCurve
{
    /// <summary>The place of a cell in the order; each cell has its own.</summary>
    public static ulong Rank(uint x, uint y)
    {
        var rank = 0ul;
        for (var half = 1u << 31; half > 0; half >>= 1)
        {
            var right = (x & half) != 0;
            var upper = (y & half) != 0;
            rank = (rank << 2) | (right ? (upper ? 2u : 3u) : (upper ? 1u : 0u));
            if (!upper)
            {
                (x, y) = right ? (~y, ~x) : (y, x);
            }
        }

        return rank;
    }
}
