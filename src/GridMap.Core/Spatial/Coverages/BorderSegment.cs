namespace GridMap.Core.Spatial.Coverages;

/// <summary>
/// A straight piece of border between two neighbouring vertices, on the lattice, with the owner on its left and on its
/// right: a leaf's ordinal plus one, or 0 for none. 32 bytes, so that two stand in a cache line.
/// </summary>
/// <remarks>
/// The predicates are exact. They answer for the point moved by (+ε, +ε²): that is the border rule, and it leaves no
/// case in which a point is on the line.
/// </remarks>
internal readonly struct BorderSegment
{
    /// <summary>The largest owner that fits: 16,777,215 leaves in a partition.</summary>
    public const int MaxOwner = (1 << OwnerBits) - 1;

    private const int OwnerBits = 24;

    // A lattice coordinate takes 39 bits with its sign, so the owners fit below.
    private readonly long startXAndLeft;
    private readonly long startYAndRight;
    private readonly long dx;
    private readonly long dy;

    /// <summary>A segment between two different points.</summary>
    public BorderSegment(LatticePoint start, LatticePoint end, int left, int right)
    {
        startXAndLeft = (start.X << OwnerBits) | (uint)left;
        startYAndRight = (start.Y << OwnerBits) | (uint)right;
        dx = end.X - start.X;
        dy = end.Y - start.Y;
    }

    /// <summary>The owner on the left, seen from start to end.</summary>
    public int Left => (int)(startXAndLeft & MaxOwner);

    /// <summary>The owner on the right, seen from start to end.</summary>
    public int Right => (int)(startYAndRight & MaxOwner);

    /// <summary>The start's longitude.</summary>
    public long StartX => startXAndLeft >> OwnerBits;

    /// <summary>The start's latitude.</summary>
    public long StartY => startYAndRight >> OwnerBits;

    /// <summary>The end's longitude.</summary>
    public long EndX => StartX + dx;

    /// <summary>The end's latitude.</summary>
    public long EndY => StartY + dy;

    // Below 2^30 steps (1.07 degrees) the products of the predicates stay within 62 bits, for points up to 2^31 away.
    private bool IsShort => (ulong)(dx + (1L << 30)) < 1L << 31 && (ulong)(dy + (1L << 30)) < 1L << 31;

    /// <summary>Whether a point lies to the left, seen from start to end. It must be within 2 degrees.</summary>
    public bool HasOnLeft(long x, long y)
    {
        var side = SideOf(x, y);
        return side != 0 ? side > 0 : dy != 0 ? dy < 0 : dx > 0;
    }

    /// <summary>The owner of a point, if this were the only border around.</summary>
    public int OwnerOf(long x, long y) => HasOnLeft(x, y) ? Left : Right;

    /// <summary>How the next segment turns: 1 left, −1 right, 0 straight on or back.</summary>
    public int TurnTo(in BorderSegment next) => Math.Sign(SideOf(next.EndX, next.EndY));

    /// <summary>
    /// Whether the straight path between two points crosses the segment. Both are moved by the border rule, so the path
    /// never touches an end.
    /// </summary>
    public bool IsCrossedBy(long px, long py, long qx, long qy) =>
        HasOnLeft(px, py) != HasOnLeft(qx, qy)
        && PathHasOnLeft(px, py, qx - px, qy - py, StartX, StartY) != PathHasOnLeft(px, py, qx - px, qy - py, EndX, EndY);

    /// <summary>Whether the segment has a point in common with a box, its sides included.</summary>
    public bool Touches(long minX, long minY, long maxX, long maxY)
    {
        if (Math.Max(StartX, EndX) < minX || Math.Min(StartX, EndX) > maxX
            || Math.Max(StartY, EndY) < minY || Math.Min(StartY, EndY) > maxY)
        {
            return false;
        }

        // Their boxes overlap, so they are apart only when all corners lie strictly on one side of the line.
        var (rightX, leftX) = dy >= 0 ? (maxX, minX) : (minX, maxX);
        var (rightY, leftY) = dx >= 0 ? (minY, maxY) : (maxY, minY);
        return SideOf(rightX, rightY) <= 0 && SideOf(leftX, leftY) >= 0;
    }

    // Positive on the left, negative on the right, 0 on the line; only the sign counts.
    private long SideOf(long x, long y) => IsShort
        ? (dx * (y - StartY)) - (dy * (x - StartX))
        : Int128.Sign(((Int128)dx * (y - StartY)) - ((Int128)dy * (x - StartX)));

    // The path is moved by (+ε, +ε²), which is the vertex moved by (−ε, −ε²). A vertex may be far away: 128 bits.
    private static bool PathHasOnLeft(long px, long py, long ex, long ey, long x, long y)
    {
        var side = Int128.Sign(((Int128)ex * (y - py)) - ((Int128)ey * (x - px)));
        return side != 0 ? side > 0 : ey != 0 ? ey > 0 : ex < 0;
    }
}
