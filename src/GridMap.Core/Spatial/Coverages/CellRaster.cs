namespace GridMap.Core.Spatial.Coverages;

/// <summary>A raster of cells that are powers of two wide and high, numbered row by row from the south-west.</summary>
internal readonly struct CellRaster
{
    /// <summary>Parts along each side of a cell; a cell is at least as many lattice steps wide and high.</summary>
    public const int PartsAside = 1 << PartShift;

    /// <summary>Parts of a cell.</summary>
    public const int PartCount = PartsAside * PartsAside;

    private const int PartShift = 2;

    private readonly long originX;
    private readonly long originY;
    private readonly int shiftX;
    private readonly int shiftY;
    private readonly uint columns;
    private readonly uint rows;

    private CellRaster(LatticeBox box, int shiftX, int shiftY)
    {
        (originX, originY, this.shiftX, this.shiftY) = (box.MinX, box.MinY, shiftX, shiftY);
        (columns, rows) = (Cells(box.MaxX - box.MinX, shiftX), Cells(box.MaxY - box.MinY, shiftY));
    }

    /// <summary>How many cells there are.</summary>
    public int Count => (int)(columns * rows);

    /// <summary>How many columns there are.</summary>
    public int Columns => (int)columns;

    /// <summary>How many rows there are.</summary>
    public int Rows => (int)rows;

    /// <summary>About that many cells over a box, and not more, but at least one.</summary>
    public static CellRaster Over(LatticeBox box, int cells)
    {
        var (width, height) = (box.MaxX - box.MinX, box.MaxY - box.MinY);
        var (shiftX, shiftY) = (0, 0);
        while ((ulong)Cells(width, shiftX) * Cells(height, shiftY) > (ulong)Math.Max(1, cells))
        {
            (shiftX, shiftY) = width >> shiftX >= height >> shiftY ? (shiftX + 1, shiftY) : (shiftX, shiftY + 1);
        }

        return new CellRaster(box, shiftX, shiftY);
    }

    /// <summary>Cells of a width and height over a box.</summary>
    public static CellRaster Over(LatticeBox box, (int X, int Y) shifts) => new(box, shifts.X, shifts.Y);

    /// <summary>The cell of a point, or −1 outside.</summary>
    public int CellAt(LatticePoint point)
    {
        var column = (ulong)(point.X - originX) >> shiftX;
        var row = (ulong)(point.Y - originY) >> shiftY;
        return column < columns && row < rows ? (int)(((uint)row * columns) + (uint)column) : -1;
    }

    /// <summary>The part of a cell that a point inside is in, row by row from the south-west.</summary>
    public int PartAt(LatticePoint point)
    {
        var column = (int)((point.X - originX) >> (shiftX - PartShift)) & (PartsAside - 1);
        var row = (int)((point.Y - originY) >> (shiftY - PartShift)) & (PartsAside - 1);
        return (row * PartsAside) + column;
    }

    /// <summary>The middle of a cell.</summary>
    public LatticePoint Middle(int cell) => new(
        originX + (cell % columns << shiftX) + (1L << shiftX >> 1), originY + (cell / columns << shiftY) + (1L << shiftY >> 1));

    /// <summary>The middle of a part of a cell.</summary>
    public LatticePoint Middle(int cell, int part) => new(
        originX + (cell % columns << shiftX) + MiddleOf(part % PartsAside, shiftX),
        originY + (cell / columns << shiftY) + MiddleOf(part / PartsAside, shiftY));

    /// <summary>The column and the row of a point inside.</summary>
    public (int Column, int Row) At(LatticePoint point) =>
        ((int)((point.X - originX) >> shiftX), (int)((point.Y - originY) >> shiftY));

    /// <summary>The column of a longitude inside.</summary>
    public int ColumnAt(long x) => (int)((x - originX) >> shiftX);

    /// <summary>The southern side of a row.</summary>
    public long SouthOf(int row) => originY + ((long)row << shiftY);

    private static long MiddleOf(int part, int shift) => ((2L * part) + 1) << (shift - PartShift) >> 1;

    private static uint Cells(long extent, int shift) => (uint)Math.Min(int.MaxValue, (extent >> shift) + 1);
}
