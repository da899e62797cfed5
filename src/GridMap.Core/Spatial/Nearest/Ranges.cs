namespace GridMap.Core.Spatial.Nearest;

/// <summary>Loops over many like things, on all cores where it pays.</summary>
internal static class Ranges
{
    private const int Piece = 1 << 14;

    /// <summary>
    /// Calls for ranges (start, end excluded) that cover 0 to count; starts are multiples of a power of two of some
    /// thousand. Several may run at once.
    /// </summary>
    public static void ForEach(int count, Action<int, int> work)
    {
        if (count <= Piece)
        {
            work(0, count);
            return;
        }

        Parallel.For(0, (count + Piece - 1) / Piece, i => work(i * Piece, Math.Min(count, (i + 1) * Piece)));
    }
}
