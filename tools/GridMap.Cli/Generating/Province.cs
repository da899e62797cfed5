namespace GridMap.Cli.Generating;

/// <summary>
/// A fictional province: a sheet of quadrilateral grids with moved corners and winding sides, each worked out from its
/// place and the seed alone, so that a million of them need no memory. Neighbours share every vertex.
/// </summary>
/// <remarks>Only operations that IEEE 754 defines to the last bit: a seed gives the same grids everywhere.</remarks>
internal sealed class Province
{
    /// <summary>Vertices of a grid, the repeated first one not counted.</summary>
    public const int Vertices = 4 * Segments;

    /// <summary>Units of coordinates in a degree.</summary>
    public const int UnitsPerDegree = 10_000_000;

    private const int Segments = 20;
    private const long West = 113 * (long)UnitsPerDegree, South = 34 * (long)UnitsPerDegree;

    // 0.005 degrees, some 500 metres.
    private const int Cell = UnitsPerDegree / 200;

    // By this much, at most, a corner moves; with more, two sides could meet at a corner from the same direction.
    private const double CornerShare = 0.2;

    private readonly ulong seed;
    private readonly int grids;
    private readonly int columns;

    public Province(int seed, int grids)
    {
        (this.seed, this.grids) = ((ulong)seed, grids);
        columns = 1;
        while ((long)columns * columns < grids)
        {
            columns++;
        }
    }

    /// <summary>The grids from west to east, row by row from the south: where each is, and its ring, closed.</summary>
    public IEnumerable<(int Column, int Row, (long X, long Y)[] Ring)> Grids()
    {
        // The caller writes one ring before it asks for the next.
        var ring = new (long X, long Y)[Vertices + 1];
        for (var i = 0; i < grids; i++)
        {
            var (column, row) = (i % columns, i / columns);
            Fill(ring, column, row);
            yield return (column, row, ring);
        }
    }

    /// <summary>A place in the sheet, for the things that lie in it.</summary>
    public (long X, long Y) Place(SplitMix random) => (
        West + (long)(random.Unit() * columns * Cell),
        South + (long)(random.Unit() * ((grids + columns - 1) / columns) * Cell));

    private void Fill((long X, long Y)[] ring, int column, int row)
    {
        for (var k = 0; k < Segments; k++)
        {
            ring[k] = OnSide(column, row, eastward: true, k);
            ring[Segments + k] = OnSide(column + 1, row, eastward: false, k);
            ring[(2 * Segments) + k] = OnSide(column, row + 1, eastward: true, Segments - k);
            ring[(3 * Segments) + k] = OnSide(column, row, eastward: false, Segments - k);
        }

        ring[^1] = ring[0];
    }

    /// <summary>A vertex of the side that begins at a corner.</summary>
    private (long X, long Y) OnSide(int column, int row, bool eastward, int vertex)
    {
        var from = Corner(column, row);
        var to = eastward ? Corner(column + 1, row) : Corner(column, row + 1);
        if (vertex is 0 or Segments)
        {
            return vertex == 0 ? from : to;
        }

        var random = RandomAt(column, row, eastward ? 1 : 2);
        var (bow, twist) = (random.Between(-0.15, 0.15), random.Between(-0.15, 0.15));
        var rough = RandomAt(column, row, (eastward ? 3 : 4) + (2 * vertex)).Between(-0.004, 0.004);
        var t = (double)vertex / Segments;
        var off = (t * (1 - t) * (bow + (twist * ((2 * t) - 1)))) + rough;
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        return (from.X + (long)Math.Round((dx * t) - (dy * off)), from.Y + (long)Math.Round((dy * t) + (dx * off)));
    }

    private (long X, long Y) Corner(int column, int row)
    {
        var random = RandomAt(column, row, 0);
        return (
            West + (column * (long)Cell) + (long)(random.Between(-CornerShare, CornerShare) * Cell),
            South + (row * (long)Cell) + (long)(random.Between(-CornerShare, CornerShare) * Cell));
    }

    private SplitMix RandomAt(int column, int row, int purpose) =>
        new(new SplitMix(seed ^ ((ulong)(uint)column << 40) ^ ((ulong)(uint)row << 16) ^ (uint)purpose).Next());
}
