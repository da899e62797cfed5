namespace GridMap.Core.Spatial.Coverages;

/// <summary>A grid of cells, a power of two lattice steps wide and high, over the vertices of a coverage.</summary>
internal readonly struct CellGrid
{
    private const int EdgesInCell = 1;
    private const int MostCells = 1 << 24;

    private readonly long originX;
    private readonly long originY;
    private readonly int shiftX;
    private readonly int shiftY;

    public CellGrid(ReadOnlySpan<LatticePoint> vertices)
    {
        if (vertices.IsEmpty)
        {
            return;
        }

        long minX = long.MaxValue, minY = long.MaxValue, maxX = long.MinValue, maxY = long.MinValue;
        foreach (var (x, y) in vertices)
        {
            (minX, maxX) = (Math.Min(minX, x), Math.Max(maxX, x));
            (minY, maxY) = (Math.Min(minY, y), Math.Max(maxY, y));
        }

        // One step west of everything: the reference points of the first column are outside all leaves.
        originX = minX - 1;
        originY = minY;
        double width = maxX - originX + 1, height = maxY - originY + 1;
        var cells = Math.Clamp(vertices.Length / EdgesInCell, 1, MostCells);
        var side = Math.Sqrt(width * height / cells);
        shiftX = Shift(Math.Max(side, width / 4096));
        shiftY = Shift(Math.Max(side, height / 4096));
        Columns = (int)((maxX - originX) >> shiftX) + 1;
        Rows = (int)((maxY - originY) >> shiftY) + 1;
    }

    public int Columns { get; }

    public int Rows { get; }

    public int Count => Columns * Rows;

    public int Column(long x) => (int)Math.Clamp((x - originX) >> shiftX, 0, Columns - 1);

    public int Row(long y) => (int)Math.Clamp((y - originY) >> shiftY, 0, Rows - 1);

    /// <summary>The south-west corner of a cell, whose owners the index knows.</summary>
    public LatticePoint Corner(int column, int row) =>
        new(originX + ((long)column << shiftX), originY + ((long)row << shiftY));

    /// <summary>The cell that holds a point.</summary>
    public bool TryFind(LatticePoint point, out int column, out int row)
    {
        var x = (point.X - originX) >> shiftX;
        var y = (point.Y - originY) >> shiftY;
        (column, row) = ((int)x, (int)y);
        return (ulong)x < (ulong)Columns && (ulong)y < (ulong)Rows;
    }

    private static int Shift(double side) => Math.Clamp((int)Math.Ceiling(Math.Log2(Math.Max(1, side))), 0, 40);
}
