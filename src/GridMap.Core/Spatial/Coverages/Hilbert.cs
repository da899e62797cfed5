namespace GridMap.Core.Spatial.Coverages;

/// <summary>The Hilbert curve of order 16.</summary>
internal static class Hilbert
{
    private const int Order = 16;

    /// <summary>Where the curve meets a cell of the 65,536 × 65,536 grid.</summary>
    public static uint Index(uint x, uint y)
    {
        uint index = 0;
        for (var bit = 1u << (Order - 1); bit > 0; bit >>= 1)
        {
            var right = (x & bit) != 0;
            var up = (y & bit) != 0;
            index = (index << 2) | (right ? (up ? 2u : 3u) : (up ? 1u : 0u));
            if (!up)
            {
                if (right)
                {
                    (x, y) = (~x, ~y);
                }

                (x, y) = (y, x);
            }
        }

        return index;
    }
}
