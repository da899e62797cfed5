using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GridMap.Core.Spatial.Coverages;

/// <summary>
/// The nearest border of a leaf, where it is less than 2 km away: eight runs of segments are bounded at once, and four
/// segments measured at once. The most promising run comes first; seldom can another then hold anything nearer.
/// </summary>
/// <remarks>
/// The nearest place of a segment is taken in the plane that touches the ellipsoid at the point, where it is off along
/// the segment by d² tan φ / R, which lengthens the distance by half its square over d: less than 0.5 mm at 2 km and 65
/// degrees, and by the third power less nearer by.
/// </remarks>
internal ref struct NearBorderSearch
{
    /// <summary>Of how many groups of runs the best is found in this way.</summary>
    public const int MaxGroups = 64;

    private const int RunMask = (MaxGroups * LeafBorders.RunsInGroup) - 1;

    private static readonly Vector256<int> Lanes = Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7);

    private readonly Coverage coverage;
    private readonly ReadOnlySpan<LeafBorders.RunGroup> groups;
    private readonly ReadOnlySpan<Vector256<int>> bounds;
    private readonly TangentPlane plane;
    private readonly int leaf;
    private readonly int first;
    private double best = TangentPlane.MaxMetres * TangentPlane.MaxMetres;
    private int bestArc = Coverage.None;

    /// <summary>Begins: finds the most promising run.</summary>
    /// <param name="coverage">The borders.</param>
    /// <param name="groups">The runs of a leaf.</param>
    /// <param name="point">The point.</param>
    /// <param name="leaf">The leaf.</param>
    /// <param name="room">Room for <see cref="MaxGroups"/> items.</param>
    public NearBorderSearch(
        Coverage coverage,
        ReadOnlySpan<LeafBorders.RunGroup> groups,
        LatticePoint point,
        int leaf,
        Span<Vector256<int>> room)
    {
        (this.coverage, this.leaf) = (coverage, leaf);
        if (groups.Length is 0 or > MaxGroups || !TangentPlane.Fits(point))
        {
            return;
        }

        plane = new TangentPlane(point);
        var (scaleX, scaleY) = (plane.MetresX * plane.LeastScale, plane.MetresY * plane.LeastScale);
        var least = Vector256.Create(int.MaxValue);
        for (var i = 0; i < groups.Length; i++)
        {
            // Floats above zero compare as their bits do; the last of these make room for the run's number.
            room[i] = groups[i].SquaredBounds(point, scaleX, scaleY).AsInt32() & Vector256.Create(~RunMask);
            least = Vector256.Min(least, room[i] | (Lanes + Vector256.Create(i * LeafBorders.RunsInGroup)));
        }

        this.groups = groups;
        bounds = room[..groups.Length];
        first = Least(least) & RunMask;
    }

    /// <summary>The first vertex of the run that holds the nearest border, once that is found.</summary>
    public int BestRun { get; private set; }

    /// <summary>The nearest border; false where it is farther away, or this way of searching does not fit.</summary>
    public bool TryFind(out BorderHit hit)
    {
        if (groups.IsEmpty)
        {
            hit = default;
            return false;
        }

        Visit(groups[GroupOf(first)], LaneOf(first));
        for (var i = 0; i < groups.Length; i++)
        {
            var near = Vector256.LessThanOrEqual(bounds[i], Vector256.Create(BitConverter.SingleToInt32Bits((float)best)));
            var runs = near.ExtractMostSignificantBits();
            runs = GroupOf(first) == i ? runs & ~(1u << LaneOf(first)) : runs;
            for (; runs != 0; runs &= runs - 1)
            {
                Visit(groups[i], BitOperations.TrailingZeroCount(runs));
            }
        }

        hit = bestArc == Coverage.None
            ? default
            : new BorderHit(
                Math.Sqrt(best), bestArc, leaf,
                coverage.Left(bestArc) == leaf ? coverage.Right(bestArc) : coverage.Left(bestArc));
        return bestArc != Coverage.None;
    }

    private static int GroupOf(int run) => run / LeafBorders.RunsInGroup;

    private static int LaneOf(int run) => run & (LeafBorders.RunsInGroup - 1);

    private static int Least(Vector256<int> lanes)
    {
        var four = Vector128.Min(lanes.GetLower(), lanes.GetUpper());
        var two = Vector128.Min(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1)));
        return Vector128.Min(two, Vector128.Shuffle(two, Vector128.Create(1, 0, 3, 2)))[0];
    }

    private void Visit(in LeafBorders.RunGroup group, int lane)
    {
        var (first, arc) = (group.Vertex(lane), group.Arc(lane));
        var count = Math.Min(LeafBorders.SegmentsInRun, coverage.FirstVertex(arc + 1) - 1 - first);
        var square = first + LeafBorders.SegmentsInRun < coverage.VertexCount
            ? LeastSquareOfEight(ref coverage.VertexArray[first], count)
            : LeastSquare(first, count);
        if (square < best || (square == best && arc < bestArc))
        {
            (best, bestArc, BestRun) = (square, arc, first);
        }
    }

    // Nine vertices are read, also where the run has fewer.
    private readonly double LeastSquareOfEight(ref readonly LatticePoint vertex, int count)
    {
        var low = plane.SquaresToFour(in vertex);
        var high = plane.SquaresToFour(in Unsafe.Add(ref Unsafe.AsRef(in vertex), 4));
        if (count < LeafBorders.SegmentsInRun)
        {
            var none = Vector256.Create(double.PositiveInfinity);
            var end = Vector256.Create((double)count);
            low = Vector256.ConditionalSelect(Vector256.LessThan(FourVertices.Order, end), low, none);
            high = Vector256.ConditionalSelect(Vector256.LessThan(FourVertices.Order + Vector256.Create(4.0), end), high, none);
        }

        var four = Vector256.MinNative(low, high);
        var two = Vector128.MinNative(four.GetLower(), four.GetUpper());
        return double.MinNative(two[0], two[1]);
    }

    private readonly double LeastSquare(int first, int count)
    {
        var least = double.PositiveInfinity;
        for (var i = first; i < first + count; i++)
        {
            least = Math.Min(least, plane.SquareTo(BorderSegment.At(ref coverage.VertexArray[i])));
        }

        return least;
    }
}
