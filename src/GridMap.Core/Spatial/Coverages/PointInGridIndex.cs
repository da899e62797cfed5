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
/// the corner to the point crosses. A cell with many segments is divided into 8 × 8 smaller ones.
/// </para>
/// <para>
/// Border rule: a point on a border belongs to the leaf immediately east of it; where the border runs due east, to the
/// leaf immediately north. Where leaves overlap, the lowest number wins. A leaf that covers itself twice follows the
/// even-odd rule. Longitude 180 is taken as −180.
/// </para>
/// </remarks>
public sealed partial class PointInGridIndex
{
    // A cell's word: two bits of tag, thirty bits of an owner, of a segment's place, or of a place in the details.
    private const int TagShift = 30;
    private const uint ValueMask = (1u << TagShift) - 1;
    private const uint TagOwner = 0, TagSegment = 1, TagCorner = 2, TagDetail = 3;

    // A detail is a division, whose 64 words follow, or a list: how many owners, how many segments, then these.
    private const uint DivisionHeader = uint.MaxValue;
    private const int DivisionShift = 3;
    private const int DivisionCells = 1 << (2 * DivisionShift);
    private const int BatchBlock = 64;
    private const long Antimeridian = 180 * (long)LatticePoint.StepsPerDegree;

    private readonly uint[] cells;
    private readonly uint[] details;
    private readonly BorderSegment[] segments;
    private readonly long originX;
    private readonly long originY;
    private readonly ulong width;
    private readonly ulong height;
    private readonly int shiftX;
    private readonly int shiftY;
    private readonly int columns;

    private PointInGridIndex(Raster raster, uint[] cells, uint[] details, BorderSegment[] segments)
    {
        this.cells = cells;
        this.details = details;
        this.segments = segments;
        (originX, originY) = (raster.OriginX, raster.OriginY);
        (shiftX, shiftY) = (raster.ShiftX, raster.ShiftY);
        (width, height) = ((ulong)raster.Columns << shiftX, (ulong)raster.RowCount << shiftY);
        columns = raster.Columns;
    }

    /// <summary>What the index takes in memory beside the coverage, bytes.</summary>
    public long SizeInBytes =>
        ((long)cells.Length * sizeof(uint)) + ((long)details.Length * sizeof(uint))
        + ((long)segments.Length * Unsafe.SizeOf<BorderSegment>());

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
            if (tag is TagSegment or TagCorner)
            {
                Prefetch(ref Unsafe.As<BorderSegment, byte>(ref SegmentRef(word & ValueMask)));
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
        switch (word >> TagShift)
        {
            case TagSegment:
                return SegmentRef(word & ValueMask).OwnerOf(x, y) - 1;
            case TagCorner:
                return OwnerAtCorner(word & ValueMask, x, y) - 1;
            default:
                return ResolveDetail(word, x, y, dx, dy);
        }
    }

    private int ResolveDetail(uint word, long x, long y, long dx, long dy)
    {
        var owners = new OwnerSet(stackalloc int[OwnerSet.Room]);
        Collect(word, x, y, dx, dy, ref owners);
        return owners.Lowest - 1;
    }

    private int OwnerAtCorner(uint place, long x, long y)
    {
        ref var first = ref SegmentRef(place);
        return CornerHasOnLeft(first, SegmentRef(place + 1), x, y) ? first.Left : first.Right;
    }

    // Two segments that meet at a vertex: where they turn left, the left side is what lies to the left of both.
    private static bool CornerHasOnLeft(in BorderSegment first, in BorderSegment second, long x, long y) =>
        first.TurnTo(second) > 0
            ? first.HasOnLeft(x, y) && second.HasOnLeft(x, y)
            : first.HasOnLeft(x, y) || second.HasOnLeft(x, y);

    private void Collect(uint word, long x, long y, long dx, long dy, ref OwnerSet owners)
    {
        var (cellShiftX, cellShiftY) = (shiftX, shiftY);
        while (word >> TagShift == TagDetail && details[word & ValueMask] == DivisionHeader)
        {
            (cellShiftX, cellShiftY) = (cellShiftX - DivisionShift, cellShiftY - DivisionShift);
            var column = (dx >> cellShiftX) & ((1 << DivisionShift) - 1);
            var row = (dy >> cellShiftY) & ((1 << DivisionShift) - 1);
            word = details[(word & ValueMask) + 1 + (row << DivisionShift) + column];
        }

        switch (word >> TagShift)
        {
            case TagOwner:
                owners.Toggle((int)word);
                break;
            case TagSegment:
                owners.Toggle(SegmentRef(word & ValueMask).OwnerOf(x, y));
                break;
            case TagCorner:
                owners.Toggle(OwnerAtCorner(word & ValueMask, x, y));
                break;
            default:
                var cornerX = originX + (dx >> cellShiftX << cellShiftX);
                var cornerY = originY + (dy >> cellShiftY << cellShiftY);
                CollectFromList(word & ValueMask, x, y, cornerX, cornerY, ref owners);
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
            ref var segment = ref SegmentRef(details[place]);
            if (segment.IsCrossedBy(x, y, cornerX, cornerY))
            {
                owners.Toggle(segment.Left);
                owners.Toggle(segment.Right);
            }
        }
    }

    private static LatticePoint Normalise(LatticePoint point) =>
        point.X == Antimeridian ? point with { X = -Antimeridian } : point;

    private long CellOf(ulong dx, ulong dy) => ((long)(dy >> shiftY) * columns) + (long)(dx >> shiftX);

    // Inside the raster's width and height, a cell is inside the array: no check needed.
    private ref uint CellRef(long cell) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(cells), (nint)cell);

    private uint WordAt(long cell) => CellRef(cell);

    private ref BorderSegment SegmentRef(uint place) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(segments), (nint)place);

    private static unsafe void Prefetch(ref byte place)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref place));
        }
    }
}
