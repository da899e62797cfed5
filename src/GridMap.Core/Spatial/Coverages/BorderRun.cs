using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GridMap.Core.Spatial.Coverages;

/// <summary>
/// Up to eight segments of border that follow one another, in eight lanes: vertices as 32-bit offsets from the first one,
/// half as large as they are in the coverage. A run of fewer goes to and fro over its last segment.
/// </summary>
internal struct BorderRun
{
    /// <summary>Segments in a run at most.</summary>
    public const int MaxSegments = 8;

    // Lane i holds the offset of the vertex where segment i ends.
    private readonly LatticePoint first;
    private Lanes endX;
    private Lanes endY;

    /// <param name="vertices">From two to nine, that <see cref="Fits"/>.</param>
    public BorderRun(ReadOnlySpan<LatticePoint> vertices)
    {
        first = vertices[0];
        for (var i = 0; i < MaxSegments; i++)
        {
            var beyond = i + 2 - vertices.Length;
            var end = vertices[beyond <= 0 ? i + 1 : vertices.Length - 1 - (beyond & 1)];
            (endX[i], endY[i]) = ((int)(end.X - first.X), (int)(end.Y - first.Y));
        }
    }

    /// <summary>Whether vertices are near enough to each other: 2.1 degrees from the first one.</summary>
    public static bool Fits(ReadOnlySpan<LatticePoint> vertices)
    {
        var (firstX, firstY) = vertices[0];
        foreach (var (x, y) in vertices)
        {
            if ((int)(x - firstX) != x - firstX || (int)(y - firstY) != y - firstY)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Where the segments start and end as seen from a point, in lattice steps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void SeeFrom(
        LatticePoint point,
        out Vector512<double> startX,
        out Vector512<double> startY,
        out Vector512<double> endsX,
        out Vector512<double> endsY)
    {
        var (x, y) = (Vector256.LoadUnsafe(in endX[0]), Vector256.LoadUnsafe(in endY[0]));
        var (fromX, fromY) = (Vector512.Create((double)(first.X - point.X)), Vector512.Create((double)(first.Y - point.Y)));
        (endsX, endsY) = (fromX + ToDouble(x), fromY + ToDouble(y));
        (startX, startY) = (fromX + ToDouble(Before(x)), fromY + ToDouble(Before(y)));
    }

    // Each segment starts where the one before it ends; the first one at the first vertex.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Before(Vector256<int> ends) =>
        Vector256.Shuffle(ends, Vector256.Create(0, 0, 1, 2, 3, 4, 5, 6)) & Vector256.Create(0, -1, -1, -1, -1, -1, -1, -1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ToDouble(Vector256<int> lanes) => Avx512F.IsSupported
        ? Avx512F.ConvertToVector512Double(lanes)
        : Vector512.Create(
            Vector256.ConvertToDouble(Vector256.WidenLower(lanes)), Vector256.ConvertToDouble(Vector256.WidenUpper(lanes)));

    [InlineArray(MaxSegments)]
    private struct Lanes
    {
        private int lane;
    }
}
