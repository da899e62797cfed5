using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace GridMap.Core.Spatial.Coverages;

/// <summary>
/// Which leaf holds a point: exact on the lattice, without allocation, without locks. Immutable; safe to share.
/// </summary>
/// <remarks>
/// <para>
/// A raster of cells lies over the coverage. A cell that no border touches knows its owner; one that a single segment,
/// or two segments of one arc, pass knows these, and the side of the point decides. The few others hold the owners of
/// their south-west corner and a short list of segments: the owners change with each one that the straight path from
/// the corner to the point crosses. A cell with many segments is divided into 4 × 4 smaller ones.
/// </para>
/// <para>
/// Border rule: a point on a border belongs to the leaf immediately east of it; where the border runs due east, to the
/// leaf immediately north. Where leaves overlap, the lowest number wins. A leaf that covers itself twice follows the
/// even-odd rule. Longitude 180 is taken as −180.
/// </para>
/// </remarks>
public sealed partial class PointInGridIndex
{
    // A cell's word: three bits of tag, the rest an owner, a segment's place, or a place in the details. Of two segments
    // that meet in a left turn, what is left of both lies on the left; in a right turn, what is left of either.
    private const int TagShift = 29;
    private const uint ValueMask = (1u << TagShift) - 1;
    private const uint TagOwner = 0, TagSegment = 1, TagLeftTurn = 2, TagRightTurn = 3, TagDetail = 4;

    // A detail is a division, whose 16 words follow, or a list: how many owners, how many segments, then these.
    private const uint DivisionHeader = uint.MaxValue;
    private const uint CornerOnLeft = 1u << 31;
    private const int DivisionShift = 2;
    private const int DivisionCells = 1 << (2 * DivisionShift);
    private const int BatchBlock = 64;
    private const long Antimeridian = 180 * (long)LatticePoint.StepsPerDegree;

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

    private PointInGridIndex(Raster raster, uint[] cells, uint[] details, Borders borders)
    {
        this.cells = cells;
        this.details = details;
        this.borders = borders;
        (originX, originY) = (raster.OriginX, raster.OriginY);
        (shiftX, shiftY) = (raster.ShiftX, raster.ShiftY);
        (width, height) = ((ulong)raster.Columns << shiftX, (ulong)raster.RowCount << shiftY);
        columns = raster.Columns;
    }

    /// <summary>What the index takes in memory beside the coverage, bytes.</summary>
    public long SizeInBytes =>
        ((long)cells.Length * sizeof(uint)) + ((long)details.Length * sizeof(uint))
        + borders.SizeInBytes;

    /// <summary>The leaf that holds a point, or <see cref="Coverage.None"/>.</summary>
    public int Find(LatticePoint point)
    {
        point = Normalise(point);
        var dx = (ulong)(point.X - originX);
        var dy = (ulong)(point.Y - originY);
        if (dx >= width || dy >= height)
        {
            return Coverage.None;
        }

        var word = WordAt(CellOf(dx, dy));
        return word >> TagShift == TagOwner ? (int)word - 1 : Resolve(word, point.X, point.Y, (long)dx, (long)dy);
    }

    /// <summary>Asks memory for what <see cref="Find(LatticePoint)"/> will look at first.</summary>
    internal void Prefetch(LatticePoint point)
    {
        var dx = (ulong)(point.X - originX);
        var dy = (ulong)(point.Y - originY);
        if (dx < width && dy < height)
        {
            Prefetch(ref Unsafe.As<uint, byte>(ref CellRef(CellOf(dx, dy))));
        }
    }

    /// <summary>The leaf of each of many points; several times faster than one by one where memory is slow.</summary>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public void Find(ReadOnlySpan<LatticePoint> points, Span<int> leaves)
    {
        if (points.Length != leaves.Length)
        {
            throw new ArgumentException("There must be as many places for leaves as points.", nameof(leaves));
        }

        Span<long> places = stackalloc long[BatchBlock];
        for (var start = 0; start < points.Length; start += BatchBlock)
        {
            var count = Math.Min(BatchBlock, points.Length - start);
            FindBlock(points.Slice(start, count), leaves.Slice(start, count), places);
        }
    }

    /// <summary>All leaves that hold a point, in rising order: more than one where the coverage overlaps.</summary>
    public int[] FindAll(LatticePoint point)
    {
        point = Normalise(point);
        var dx = (ulong)(point.X - originX);
        var dy = (ulong)(point.Y - originY);
        if (dx >= width || dy >= height)
        {
            return [];
        }

        var owners = new OwnerSet(stackalloc int[OwnerSet.Room]);
        Collect(WordAt(CellOf(dx, dy)), point.X, point.Y, (long)dx, (long)dy, ref owners);
        return owners.ToLeaves();
    }

    private void FindBlock(ReadOnlySpan<LatticePoint> points, Span<int> leaves, Span<long> places)
    {
        for (var i = 0; i < points.Length; i++)
        {
            var point = Normalise(points[i]);
            var dx = (ulong)(point.X - originX);
            var dy = (ulong)(point.Y - originY);
            places[i] = dx < width && dy < height ? CellOf(dx, dy) : -1;
            if (places[i] >= 0)
            {
                Prefetch(ref Unsafe.As<uint, byte>(ref CellRef(places[i])));
            }
        }

        for (var i = 0; i < points.Length; i++)
        {
            var word = places[i] < 0 ? 0 : WordAt(places[i]);
            leaves[i] = (int)word;
            var tag = word >> TagShift;
            if (tag is TagSegment or TagLeftTurn or TagRightTurn)
            {
                borders.PrefetchAt((int)(word & ValueMask));
            }
            else if (tag == TagDetail)
            {
                Prefetch(ref Unsafe.As<uint, byte>(ref details[word & ValueMask]));
            }
        }

        for (var i = 0; i < points.Length; i++)
        {
            var word = (uint)leaves[i];
            var (x, y) = Normalise(points[i]);
            leaves[i] = word >> TagShift == TagOwner ? (int)word - 1 : Resolve(word, x, y, x - originX, y - originY);
        }
    }

    private int Resolve(uint word, long x, long y, long dx, long dy)
    {
        if (word >> TagShift != TagDetail)
        {
            return OwnerBeside(word, x, y) - 1;
        }

        (word, var cornerX, var cornerY) = Descend(word, dx, dy);
        return (word >> TagShift) switch
        {
            TagOwner => (int)word,
            TagDetail => OwnerInList(word & ValueMask, x, y, cornerX, cornerY),
            _ => OwnerBeside(word, x, y),
        } - 1;
    }

    // Through divisions to the cell that holds a point, with its corner.
    private (uint Word, long CornerX, long CornerY) Descend(uint word, long dx, long dy)
    {
        var (cellShiftX, cellShiftY) = (shiftX, shiftY);
        while (word >> TagShift == TagDetail && details[word & ValueMask] == DivisionHeader)
        {
            (cellShiftX, cellShiftY) = (cellShiftX - DivisionShift, cellShiftY - DivisionShift);
            var column = (dx >> cellShiftX) & ((1 << DivisionShift) - 1);
            var row = (dy >> cellShiftY) & ((1 << DivisionShift) - 1);
            word = details[(word & ValueMask) + 1 + (row << DivisionShift) + column];
        }

        return (word, originX + (dx >> cellShiftX << cellShiftX), originY + (dy >> cellShiftY << cellShiftY));
    }

    // Nearly always one owner at the corner and at most one border between it and the point: no set is needed then.
    private int OwnerInList(uint place, long x, long y, long cornerX, long cornerY)
    {
        var list = details.AsSpan((int)place);
        var owned = (int)list[0];
        var owner = owned == 0 ? 0 : (int)list[2];
        var crossed = default(Sides);
        foreach (var entry in list.Slice(2 + owned, (int)list[1]))
        {
            if (IsCrossed(entry, x, y, cornerX, cornerY))
            {
                var sides = borders.SidesOf((int)(entry & ValueMask));
                if (owned > 1 || crossed != default)
                {
                    return LowestInList(place, x, y, cornerX, cornerY);
                }

                crossed = sides;
            }
        }

        return crossed == default ? owner
            : crossed.Left == owner ? crossed.Right
            : crossed.Right == owner ? crossed.Left
            : LowestInList(place, x, y, cornerX, cornerY);
    }

    private int LowestInList(uint place, long x, long y, long cornerX, long cornerY)
    {
        var owners = new OwnerSet(stackalloc int[OwnerSet.Room]);
        CollectFromList(place, x, y, cornerX, cornerY, ref owners);
        return owners.Lowest;
    }

    // An entry of a list: a segment's place, and whether it has the cell's corner on its left.
    private bool IsCrossed(uint entry, long x, long y, long cornerX, long cornerY)
    {
        ref readonly var segment = ref borders.SegmentAt((int)(entry & ValueMask));
        return segment.HasOnLeft(x, y) != (entry & CornerOnLeft) > 0 && segment.LiesAcross(x, y, cornerX, cornerY);
    }

    private int OwnerBeside(uint word, long x, long y) =>
        OwnerBeside(borders, word >> TagShift, (int)(word & ValueMask), x, y);

    // The owner in a cell that one segment passes, or two that meet at a vertex.
    private static int OwnerBeside(Borders borders, uint tag, int place, long x, long y)
    {
        var sides = borders.SidesOf(place);
        var onLeft = borders.SegmentAt(place).HasOnLeft(x, y);
        if (tag != TagSegment && onLeft == (tag == TagLeftTurn))
        {
            onLeft = borders.SegmentAt(place + 1).HasOnLeft(x, y);
        }

        return onLeft ? sides.Left : sides.Right;
    }

    private void Collect(uint word, long x, long y, long dx, long dy, ref OwnerSet owners)
    {
        (word, var cornerX, var cornerY) = Descend(word, dx, dy);
        switch (word >> TagShift)
        {
            case TagOwner:
                owners.Toggle((int)word);
                break;
            case TagDetail:
                CollectFromList(word & ValueMask, x, y, cornerX, cornerY, ref owners);
                break;
            default:
                owners.Toggle(OwnerBeside(word, x, y));
                break;
        }
    }

    private void CollectFromList(uint place, long x, long y, long cornerX, long cornerY, ref OwnerSet owners)
    {
        var owned = details[place++];
        var bordering = details[place++];
        for (var end = place + owned; place < end; place++)
        {
            owners.Toggle((int)details[place]);
        }

        for (var end = place + bordering; place < end; place++)
        {
            if (IsCrossed(details[place], x, y, cornerX, cornerY))
            {
                var sides = borders.SidesOf((int)(details[place] & ValueMask));
                owners.Toggle(sides.Left);
                owners.Toggle(sides.Right);
            }
        }
    }

    private static LatticePoint Normalise(LatticePoint point) =>
        point.X == Antimeridian ? point with { X = -Antimeridian } : point;

    private long CellOf(ulong dx, ulong dy) => ((long)(dy >> shiftY) * columns) + (long)(dx >> shiftX);

    // Inside the raster's width and height, a cell is inside the array: no check needed.
    private ref uint CellRef(long cell) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(cells), (nint)cell);

    private uint WordAt(long cell) => CellRef(cell);

    internal static unsafe void Prefetch(ref byte place)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref place));
        }
    }
}
