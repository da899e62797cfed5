using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GridMap.Core.Spatial.Coverages;

/// <summary>Up to four segments of border that follow one another, looked at side by side.</summary>
/// <remarks>
/// Exact while all vertices of the chain, and the point, are within <see cref="Reach"/> of the corner: then every
/// difference fits 32 bits and every sum of products 62. The predicates are those of <see cref="BorderSegment"/>: point
/// and corner are moved by (+ε, +ε²).
/// </remarks>
internal static class BorderChain
{
    /// <summary>Segments in a chain at most.</summary>
    public const int MaxSegments = 4;

    /// <summary>How far from the corner, in lattice steps along each axis, anything may be: half a degree.</summary>
    public const long Reach = 1L << 29;

    // Four vertices come as first, third, second, fourth: so do their lanes.
    private static ReadOnlySpan<byte> LanesByLength => [0, 0b0001, 0b0101, 0b0111, 0b1111];

    /// <summary>Whether the straight path from a point to a corner crosses the chain an odd number of times.</summary>
    /// <param name="start">The first of five vertices; those after the chain's end count for nothing.</param>
    /// <param name="segments">How many segments it has, from 1 to 4.</param>
    /// <param name="path">The path.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsCrossedOddly(ref readonly LatticePoint start, int segments, in CornerPath path)
    {
        var (px, py) = (Vector256.Create(path.X), Vector256.Create(path.Y));
        var (ex, ey) = (Vector256.Create(-path.OffsetX), Vector256.Create(-path.OffsetY));
        FourVertices.Load(in start, out var ax, out var ay);
        FourVertices.Load(in Unsafe.Add(ref Unsafe.AsRef(in start), 1), out var bx, out var by);
        var (dx, dy) = (bx - ax, by - ay);
        (ax, ay) = (ax - px, ay - py);

        // The sides are taken with their signs changed, so that the sign bit says "left"; on the line, a step decides.
        var isFalling = Vector256.LessThan(dy, Vector256<long>.Zero)
            | (Vector256.Equals(dy, Vector256<long>.Zero) & Vector256.GreaterThan(dx, Vector256<long>.Zero));
        var pointSide = Product(dx, ay) - Product(dy, ax) + isFalling;
        var turn = Product(dx, ey) - Product(dy, ex);
        var isDueWest = Vector256.Create(path.OffsetY == 0 && path.OffsetX > 0 ? -1L : 0L);
        var startSide = Product(ey, ax) - Product(ex, ay) + isDueWest;
        var crossed = (pointSide ^ (pointSide - turn)) & (startSide ^ (startSide + turn));
        var lanes = crossed.ExtractMostSignificantBits() & LanesByLength[segments];
        return (BitOperations.PopCount(lanes) & 1) != 0;
    }

    // Of what fits 32 bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<long> Product(Vector256<long> a, Vector256<long> b) =>
        Avx2.IsSupported ? Avx2.Multiply(a.AsInt32(), b.AsInt32()) : a * b;
}
