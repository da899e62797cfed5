using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GridMap.Core.Spatial.Coverages;

/// <summary>
/// A straight piece of border between two neighbouring vertices of an arc, laid over the coverage's own array of
/// vertices: it costs no memory.
/// </summary>
/// <remarks>
/// The predicates are exact. They answer for the point moved by (+ε, +ε²): that is the border rule, and it leaves no
/// case in which a point is on the line.
/// </remarks>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct BorderSegment(LatticePoint start, LatticePoint end)
{
    /// <summary>Where it starts.</summary>
    public readonly LatticePoint Start = start;

    /// <summary>Where it ends; another point.</summary>
    public readonly LatticePoint End = end;

    /// <summary>The segment that starts at a vertex, which must not be the last one of its arc.</summary>
    public static ref readonly BorderSegment At(ref LatticePoint vertex) =>
        ref Unsafe.As<LatticePoint, BorderSegment>(ref vertex);

    /// <summary>Whether a point lies to the left, seen from start to end. It must be within 2 degrees.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool HasOnLeft(long x, long y)
    {
        long dx = End.X - Start.X, dy = End.Y - Start.Y;
        var side = IsShort(dx, dy) ? (dx * (y - Start.Y)) - (dy * (x - Start.X)) : LongSideOf(x, y);
        return side > 0 || (side == 0 && (dy != 0 ? dy < 0 : dx > 0));
    }

    /// <summary>
    /// Whether the straight path between two points crosses the segment. Both are moved by the border rule, so the path
    /// never touches an end. The points must be within 2 degrees.
    /// </summary>
    public bool IsCrossedBy(long px, long py, long qx, long qy) =>
        HasOnLeft(px, py) != HasOnLeft(qx, qy) && LiesAcross(px, py, qx, qy);

    /// <summary>
    /// Whether the ends lie on different sides of the path between two points; with the points on different sides of the
    /// segment, it is crossed.
    /// </summary>
    public bool LiesAcross(long px, long py, long qx, long qy)
    {
        long ex = qx - px, ey = qy - py;
        return IsShort(End.X - Start.X, End.Y - Start.Y)
            ? PathHasOnLeft(px, py, ex, ey, Start) != PathHasOnLeft(px, py, ex, ey, End)
            : LongPathHasOnLeft(px, py, ex, ey, Start) != LongPathHasOnLeft(px, py, ex, ey, End);
    }

    /// <summary>Whether the segment has a point in common with a box, its sides included.</summary>
    public bool Touches(long minX, long minY, long maxX, long maxY)
    {
        if (Math.Max(Start.X, End.X) < minX || Math.Min(Start.X, End.X) > maxX
            || Math.Max(Start.Y, End.Y) < minY || Math.Min(Start.Y, End.Y) > maxY)
        {
            return false;
        }

        // Their boxes overlap, so they are apart only when all corners lie strictly on one side of the line.
        var (rightX, leftX) = End.Y >= Start.Y ? (maxX, minX) : (minX, maxX);
        var (rightY, leftY) = End.X >= Start.X ? (minY, maxY) : (maxY, minY);
        return SideOf(rightX, rightY) <= 0 && SideOf(leftX, leftY) >= 0;
    }

    /// <summary>Whether two segments have more in common than one end of both. The same segment twice has.</summary>
    public bool MeetsBeyondEnds(in BorderSegment other)
    {
        if (Math.Max(Start.X, End.X) < Math.Min(other.Start.X, other.End.X)
            || Math.Min(Start.X, End.X) > Math.Max(other.Start.X, other.End.X)
            || Math.Max(Start.Y, End.Y) < Math.Min(other.Start.Y, other.End.Y)
            || Math.Min(Start.Y, End.Y) > Math.Max(other.Start.Y, other.End.Y))
        {
            return false;
        }

        if (Start == other.Start || Start == other.End)
        {
            return GoOnTogether(Start, End, Start == other.Start ? other.End : other.Start);
        }

        if (End == other.Start || End == other.End)
        {
            return GoOnTogether(End, Start, End == other.Start ? other.End : other.Start);
        }

        // Their boxes meet, so they do when neither lies wholly on one side of the other.
        return Math.Sign(SideOf(other.Start.X, other.Start.Y)) * Math.Sign(SideOf(other.End.X, other.End.Y)) <= 0
            && Math.Sign(other.SideOf(Start.X, Start.Y)) * Math.Sign(other.SideOf(End.X, End.Y)) <= 0;
    }

    /// <summary>Whether two segments from one point to two others run in the same direction.</summary>
    public static bool GoOnTogether(LatticePoint from, LatticePoint a, LatticePoint b) =>
        LatticeSide.Turn(from, a, b) == 0
        && Math.Sign(a.X - from.X) == Math.Sign(b.X - from.X) && Math.Sign(a.Y - from.Y) == Math.Sign(b.Y - from.Y);

    // Below 2^30 steps (1.07 degrees) the products of the predicates stay within 62 bits, for points up to 2^31 away.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsShort(long dx, long dy) => ((ulong)(dx + (1L << 30)) | (ulong)(dy + (1L << 30))) < 1UL << 31;

    // Positive on the left, negative on the right, 0 on the line; only the sign counts.
    private long SideOf(long x, long y)
    {
        long dx = End.X - Start.X, dy = End.Y - Start.Y;
        return IsShort(dx, dy) ? (dx * (y - Start.Y)) - (dy * (x - Start.X)) : LongSideOf(x, y);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private long LongSideOf(long x, long y) =>
        Int128.Sign(((Int128)(End.X - Start.X) * (y - Start.Y)) - ((Int128)(End.Y - Start.Y) * (x - Start.X)));

    // The path is moved by (+ε, +ε²), which is the vertex moved by (−ε, −ε²).
    private static bool PathHasOnLeft(long px, long py, long ex, long ey, LatticePoint vertex)
    {
        var side = (ex * (vertex.Y - py)) - (ey * (vertex.X - px));
        return side > 0 || (side == 0 && (ey != 0 ? ey > 0 : ex < 0));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool LongPathHasOnLeft(long px, long py, long ex, long ey, LatticePoint vertex)
    {
        var side = Int128.Sign(((Int128)ex * (vertex.Y - py)) - ((Int128)ey * (vertex.X - px)));
        return side > 0 || (side == 0 && (ey != 0 ? ey > 0 : ex < 0));
    }
}
