using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GridMap.Core.Spatial.Coverages;

/// <summary>
/// Which leaf holds a point: exact on the lattice, without allocation, without locks. Immutable; safe to share.
/// </summary>
/// <remarks>
/// <para>
/// A raster of cells lies over the coverage. A cell that no border touches knows its owner. In one that up to four
/// segments of one arc pass, the point is on the side of the south-west corner or on the other, as the straight path
/// between them crosses these segments an even or odd number of times. The few other cells hold the owners of their
/// corner and a short list of segments, each of which may change the owners. A cell with many is divided into 4 × 4.
/// </para>
/// <para>
/// Border rule: a point on a border belongs to the leaf immediately east of it; where the border runs due east, to the
/// leaf immediately north. Where leaves overlap, the lowest number wins. A leaf that covers itself twice follows the
/// even-odd rule. Longitude 180 is taken as −180.
/// </para>
/// </remarks>
public sealed partial class PointInGridIndex
{
    // A cell's word: four bits of tag, the rest a value. Without a tag it is an owner; else a place in the details, or a
    // chain's first vertex. A chain's tag says how many segments it has, less one, and whether the corner is on its left.
    private const int TagShift = 28;
    private const uint ValueMask = (1u << TagShift) - 1;
    private const uint TagDetail = 1, TagChain = 8;
    private const uint CornerLeftOfChain = 4;

    // A detail is a division or a list: how many owners, how many segments, then these.
    private const uint CornerOnLeft = 1u << 31;
    private const int CoarseShift = 3;
    private const long Antimeridian = 180 * (long)LatticePoint.StepsPerDegree;

    // The words of the raster's cells, and one more, of what lies outside.
    private readonly uint[] cells;
    private readonly uint[] details;
    private readonly Borders borders;
    private readonly long originX;
    private readonly long originY;
    private readonly ulong width;
    private readonly ulong height;
    private readonly int shiftX;
    private readonly int shiftY;
    private readonly int columns;
    private readonly int rows;

    private PointInGridIndex(Raster raster, uint[] cells, uint[] details, Borders borders)
    {
        this.cells = cells;
        this.details = details;
        this.borders = borders;
        (originX, originY) = (raster.OriginX, raster.OriginY);
        (shiftX, shiftY) = (raster.ShiftX, raster.ShiftY);
        (width, height) = ((ulong)raster.Columns << shiftX, (ulong)raster.RowCount << shiftY);
        (columns, rows) = (raster.Columns, raster.RowCount);
    }

    /// <summary>What the index takes in memory beside the coverage, bytes.</summary>
    public long SizeInBytes =>
        ((long)cells.Length * sizeof(uint)) + ((long)details.Length * sizeof(uint))
        + borders.SizeInBytes;

    /// <summary>The leaf that holds a point, or <see cref="Coverage.None"/>.</summary>
    public int Find(LatticePoint point)
    {
        var (dx, dy) = FromOrigin(point);
        if ((ulong)dx >= width || (ulong)dy >= height)
        {
            return Coverage.None;
        }

        var word = CellRef(CellOf(dx, dy));
        return IsOwner(word) ? (int)word - 1
            : IsChain(word) ? OwnerBeside(word, dx, dy, shiftX, shiftY) - 1
            : OwnerInDetail(word, dx, dy) - 1;
    }

    /// <summary>Asks memory for what <see cref="Find(LatticePoint)"/> will look at first.</summary>
    internal void Prefetch(LatticePoint point)
    {
        var (dx, dy) = FromOrigin(point);
        if ((ulong)dx < width && (ulong)dy < height)
        {
            Memory.Prefetch(in CellRef(CellOf(dx, dy)));
        }
    }

    /// <summary>All leaves that hold a point, in rising order: more than one where the coverage overlaps.</summary>
    public int[] FindAll(LatticePoint point)
    {
        var (dx, dy) = FromOrigin(point);
        if ((ulong)dx >= width || (ulong)dy >= height)
        {
            return [];
        }

        var owners = new OwnerSet(stackalloc int[OwnerSet.Room]);
        Collect(CellRef(CellOf(dx, dy)), dx, dy, ref owners);
        return owners.ToLeaves();
    }

    /// <summary>A raster of cells each of which is 8 × 8 of the index's own.</summary>
    internal CellRaster CoarseRaster => cells.Length == 1 ? default : CellRaster.Over(
        new(originX, originY, originX + (long)width - 1, originY + (long)height - 1),
        (shiftX + CoarseShift, shiftY + CoarseShift));

    /// <summary>Whether a leaf, or <see cref="Coverage.None"/>, holds all points of a part of a cell of the coarse raster.</summary>
    internal bool HoldsPart(int leaf, int coarseCell, int part)
    {
        const int Size = (1 << CoarseShift) / CellRaster.PartsAside;
        var coarseColumns = ((columns - 1) >> CoarseShift) + 1;
        var column = (coarseCell % coarseColumns << CoarseShift) + (part % CellRaster.PartsAside * Size);
        var row = (coarseCell / coarseColumns << CoarseShift) + (part / CellRaster.PartsAside * Size);
        var holds = column + Size <= columns && row + Size <= rows;
        for (var y = row; holds && y < row + Size; y++)
        {
            holds = !cells.AsSpan((y * columns) + column, Size).ContainsAnyExcept((uint)(leaf + 1));
        }

        return holds;
    }

    // Points are known by where they are from the origin.
    private (long DX, long DY) FromOrigin(LatticePoint point) =>
        ((point.X == Antimeridian ? -Antimeridian : point.X) - originX, point.Y - originY);

    private int OwnerInDetail(uint word, long dx, long dy)
    {
        (word, var cellShiftX, var cellShiftY) = Descend(word, dx, dy);
        return IsOwner(word) ? (int)word
            : IsChain(word) ? OwnerBeside(word, dx, dy, cellShiftX, cellShiftY)
            : OwnerInList(word & ValueMask, PathFrom(dx, dy, cellShiftX, cellShiftY));
    }

    // Through divisions to the cell that holds a point, with its width and height.
    private (uint Word, int ShiftX, int ShiftY) Descend(uint word, long dx, long dy)
    {
        var (cellShiftX, cellShiftY) = (shiftX, shiftY);
        while (word >> TagShift == TagDetail && Divisions.IsDivision(details[word & ValueMask]))
        {
            (cellShiftX, cellShiftY) = (cellShiftX - Divisions.Shift, cellShiftY - Divisions.Shift);
            var column = (int)(dx >> cellShiftX) & ((1 << Divisions.Shift) - 1);
            var row = (int)(dy >> cellShiftY) & ((1 << Divisions.Shift) - 1);
            word = Divisions.WordOf(details, word & ValueMask, (row << Divisions.Shift) + column);
        }

        return (word, cellShiftX, cellShiftY);
    }

    // The owner in a cell that a chain passes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int OwnerBeside(uint word, long dx, long dy, int cellShiftX, int cellShiftY)
    {
        var place = (int)(word & ValueMask);
        var sides = borders.SidesOf(place);
        var isCrossed = BorderChain.IsCrossedOddly(
            in borders.VertexAt(place), LengthOf(word), PathFrom(dx, dy, cellShiftX, cellShiftY));
        return isCrossed == HasCornerOnLeft(word) ? sides.Right : sides.Left;
    }

    private CornerPath PathFrom(long dx, long dy, int cellShiftX, int cellShiftY) => new(
        originX + dx, originY + dy, dx & ((1L << cellShiftX) - 1), dy & ((1L << cellShiftY) - 1));

    // Nearly always one owner at the corner and at most one border between it and the point: no set is needed then.
    private int OwnerInList(uint place, in CornerPath path)
    {
        var list = details.AsSpan((int)place);
        var owned = (int)list[0];
        var owner = owned == 0 ? 0 : (int)list[2];
        var crossed = default(Sides);
        foreach (var entry in list.Slice(2 + owned, (int)list[1]))
        {
            if (IsCrossed(entry, path))
            {
                var sides = borders.SidesOf((int)(entry & ValueMask));
                if (owned > 1 || crossed != default)
                {
                    return LowestInList(place, path);
                }

                crossed = sides;
            }
        }

        return crossed == default ? owner
            : crossed.Left == owner ? crossed.Right
            : crossed.Right == owner ? crossed.Left
            : LowestInList(place, path);
    }

    private int LowestInList(uint place, in CornerPath path)
    {
        var owners = new OwnerSet(stackalloc int[OwnerSet.Room]);
        CollectFromList(place, path, ref owners);
        return owners.Lowest;
    }

    // An entry of a list: a segment's place, and whether it has the cell's corner on its left.
    private bool IsCrossed(uint entry, in CornerPath path)
    {
        ref readonly var segment = ref borders.SegmentAt((int)(entry & ValueMask));
        return segment.HasOnLeft(path.X, path.Y) != (entry & CornerOnLeft) > 0
            && segment.LiesAcross(path.X, path.Y, path.CornerX, path.CornerY);
    }

    private void Collect(uint word, long dx, long dy, ref OwnerSet owners)
    {
        (word, var cellShiftX, var cellShiftY) = Descend(word, dx, dy);
        if (word >> TagShift == TagDetail)
        {
            CollectFromList(word & ValueMask, PathFrom(dx, dy, cellShiftX, cellShiftY), ref owners);
        }
        else
        {
            owners.Toggle(IsOwner(word) ? (int)word : OwnerBeside(word, dx, dy, cellShiftX, cellShiftY));
        }
    }

    private void CollectFromList(uint place, in CornerPath path, ref OwnerSet owners)
    {
        var owned = details[place++];
        var bordering = details[place++];
        for (var end = place + owned; place < end; place++)
        {
            owners.Toggle((int)details[place]);
        }

        for (var end = place + bordering; place < end; place++)
        {
            if (IsCrossed(details[place], path))
            {
                var sides = borders.SidesOf((int)(details[place] & ValueMask));
                owners.Toggle(sides.Left);
                owners.Toggle(sides.Right);
            }
        }
    }

    private static bool IsOwner(uint word) => word <= ValueMask;

    private static bool IsChain(uint word) => word >= TagChain << TagShift;

    private static bool HasCornerOnLeft(uint chain) => (chain >> TagShift & CornerLeftOfChain) != 0;

    private static int LengthOf(uint chain) => (int)(chain >> TagShift & (BorderChain.MaxSegments - 1)) + 1;

    private int CellOutside => cells.Length - 1;

    private long CellOf(long dx, long dy) => ((dy >> shiftY) * columns) + (dx >> shiftX);

    // Inside the raster's width and height, a cell is inside the array: no check needed.
    private ref uint CellRef(long cell) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(cells), (nint)cell);
}
