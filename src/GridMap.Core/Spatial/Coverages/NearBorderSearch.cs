using System.Numerics;
using System.Runtime.Intrinsics;

namespace GridMap.Core.Spatial.Coverages;

/// <summary>
/// The nearest border of a leaf, where it is less than 2 km away: eight runs of segments are bounded at once, and eight
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

    private readonly ReadOnlySpan<LeafBorders.RunGroup> groups;
    private readonly ReadOnlySpan<BorderRun> runs;
    private readonly ReadOnlySpan<Vector256<int>> bounds;
    private readonly TangentPlane plane;
    private readonly int leaf;
    private readonly int first;
    private double best = TangentPlane.MaxMetres * TangentPlane.MaxMetres;
    private int bestRun = Coverage.None;
    private int bestAcross = Coverage.None;

    /// <summary>Begins: finds the most promising run.</summary>
    /// <param name="borders">The borders.</param>
    /// <param name="leaf">The leaf.</param>
    /// <param name="point">The point.</param>
    /// <param name="plane">The plane at it.</param>
    /// <param name="room">Room for <see cref="MaxGroups"/> items.</param>
    public NearBorderSearch(
        LeafBorders borders, int leaf, LatticePoint point, in TangentPlane plane, Span<Vector256<int>> room)
    {
        var groups = borders.Groups(leaf);
        this.leaf = leaf;
        runs = borders.Runs;
        if (groups.Length is 0 or > MaxGroups || !TangentPlane.Fits(point))
        {
            return;
        }

        this.plane = plane;
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
            var lanes = near.ExtractMostSignificantBits();
            lanes = GroupOf(first) == i ? lanes & ~(1u << LaneOf(first)) : lanes;
            for (; lanes != 0; lanes &= lanes - 1)
            {
                Visit(groups[i], BitOperations.TrailingZeroCount(lanes));
            }
        }

        hit = new BorderHit(Math.Sqrt(best), leaf, bestAcross);
        return bestRun != Coverage.None;
    }

    /// <summary>The run that holds the nearest border, once it is found, and those with the next bounds.</summary>
    public readonly NearRuns ListRuns()
    {
        var second = NextTo(bestRun, bestRun);
        return new(bestRun, second, NextTo(bestRun, second));
    }

    // The run with the least bound that is neither of two; the latter where there is none.
    private readonly int NextTo(int one, int other)
    {
        var (least, found) = (int.MaxValue, other);
        for (var i = 0; i < groups.Length; i++)
        {
            for (var lane = 0; lane < LeafBorders.RunsInGroup; lane++)
            {
                var run = groups[i].Run(lane);
                if (bounds[i][lane] < least && run != one && run != other)
                {
                    (least, found) = (bounds[i][lane], run);
                }
            }
        }

        return found;
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
        var run = group.Run(lane);
        var square = LeastOf(plane.SquaresTo(in runs[run]));
        if (square < best || (square == best && run < bestRun))
        {
            (best, bestAcross, bestRun) = (square, group.Across(lane), run);
        }
    }

    private static double LeastOf(Vector512<double> lanes)
    {
        var four = Vector256.MinNative(lanes.GetLower(), lanes.GetUpper());
        var two = Vector128.MinNative(four.GetLower(), four.GetUpper());
        return double.MinNative(two[0], two[1]);
    }
}

/// <summary>Runs of a leaf's borders that are near a place, the nearest first; the same one again where it has no more.</summary>
internal readonly record struct NearRuns(int First, int Second, int Third);
