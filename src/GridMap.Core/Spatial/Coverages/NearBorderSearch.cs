using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using GridMap.Core.Spatial.Distances;

namespace GridMap.Core.Spatial.Coverages;

/// <summary>
/// The nearest border of a leaf, where it is less than 2 km away. Looks in a plane that touches the ellipsoid at the
/// point, keeps every segment that may be the nearest on the ellipsoid too, and measures these few there.
/// </summary>
/// <remarks>
/// The nearest on the ellipsoid is among those that are no more than twice the error of <see cref="NearPlane"/> farther
/// in the plane than its nearest. The place in the plane is off along the segment by d² tan φ / R, which lengthens the
/// distance by half its square over d; and the chord is shorter than the path by d³ / 24 R²: less than 0.1 mm each.
/// </remarks>
internal ref struct NearBorderSearch
{
    private const int MaxGroups = 32;
    private const int MaxCandidates = 16;
    private const double FloatingError = 1e-6;

    private readonly Coverage coverage;
    private readonly LatticePoint point;
    private readonly PointFrame from;
    private readonly double metresX;
    private readonly double metresY;
    private readonly double bandPerMetre;
    private double best;
    private double limit;
    private int count;
    private Candidates candidates;

    private NearBorderSearch(Coverage coverage, LatticePoint point, in PointFrame from, in NearPlane plane)
    {
        this.coverage = coverage;
        this.point = point;
        this.from = from;
        metresX = plane.MetresEast / LatticePoint.StepsPerDegree;
        metresY = plane.MetresNorth / LatticePoint.StepsPerDegree;
        bandPerMetre = 2 * plane.ErrorPerMetre;
        SetBest(NearPlane.MaxMetres * NearPlane.MaxMetres);
    }

    /// <summary>The nearest border of a leaf; false where it is farther away, or this way of searching does not fit.</summary>
    public static bool TryFind(Coverage coverage, LeafBorders borders, LatticePoint point, int leaf, out BorderHit hit)
    {
        hit = default;
        var from = new PointFrame(point.ToLonLat());
        var groups = borders.Groups(leaf);
        return groups.Length is > 0 and <= MaxGroups
            && NearPlane.TryTouch(from, out var plane)
            && new NearBorderSearch(coverage, point, from, plane).TryFind(groups, leaf, out hit);
    }

    [SkipLocalsInit]
    private bool TryFind(ReadOnlySpan<LeafBorders.RunGroup> groups, int leaf, out BorderHit hit)
    {
        Span<Vector256<float>> bounds = stackalloc Vector256<float>[MaxGroups];
        for (var i = 0; i < groups.Length; i++)
        {
            bounds[i] = groups[i].SquaredBounds(point, metresX, metresY);
        }

        // The most promising run first: after two or three no other can hold anything nearer.
        bounds = bounds[..groups.Length];
        for (var least = Least(bounds); least <= limit; least = Least(bounds))
        {
            if (!TryVisit(groups, Take(bounds, least)))
            {
                hit = default;
                return false;
            }
        }

        return TryMeasure(leaf, out hit);
    }

    private static float Least(ReadOnlySpan<Vector256<float>> bounds)
    {
        var lanes = bounds[0];
        foreach (var group in bounds[1..])
        {
            lanes = Vector256.Min(lanes, group);
        }

        var four = Vector128.Min(lanes.GetLower(), lanes.GetUpper());
        var two = Vector128.Min(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1)));
        return Math.Min(two[0], two[1]);
    }

    /// <summary>The run with that bound; it will not be found again.</summary>
    private static int Take(Span<Vector256<float>> bounds, float bound)
    {
        var (group, wanted) = (0, Vector256.Create(bound));
        Vector256<float> same;
        while ((same = Vector256.Equals(bounds[group], wanted)) == Vector256<float>.Zero)
        {
            group++;
        }

        var lane = BitOperations.TrailingZeroCount(same.ExtractMostSignificantBits());
        bounds[group] = bounds[group].WithElement(lane, float.PositiveInfinity);
        return (group * LeafBorders.RunsInGroup) + lane;
    }

    private bool TryVisit(ReadOnlySpan<LeafBorders.RunGroup> groups, int run)
    {
        ref readonly var group = ref groups[run / LeafBorders.RunsInGroup];
        var lane = run % LeafBorders.RunsInGroup;
        var (first, arc) = (group.Vertex(lane), group.Arc(lane));
        var last = Math.Min(first + LeafBorders.SegmentsInRun, coverage.FirstVertex(arc + 1) - 1);
        var vertices = coverage.AllVertices[first..(last + 1)];
        var (ax, ay) = (metresX * (vertices[0].X - point.X), metresY * (vertices[0].Y - point.Y));
        for (var i = 1; i < vertices.Length; i++)
        {
            var (bx, by) = (metresX * (vertices[i].X - point.X), metresY * (vertices[i].Y - point.Y));
            var (dx, dy) = (bx - ax, by - ay);
            var at = Math.Min(1, Math.Max(0, -((ax * dx) + (ay * dy)) / ((dx * dx) + (dy * dy))));
            var (x, y) = (ax + (at * dx), ay + (at * dy));
            var square = (x * x) + (y * y);
            if (square <= limit && !TryKeep(new Candidate(first + i - 1, arc, at, square)))
            {
                return false;
            }

            (ax, ay) = (bx, by);
        }

        return true;
    }

    private bool TryKeep(Candidate candidate)
    {
        if (candidate.Square < best)
        {
            SetBest(candidate.Square);
        }

        if (count == MaxCandidates)
        {
            count = 0;
            for (var i = 0; i < MaxCandidates; i++)
            {
                candidates[count] = candidates[i];
                count += candidates[i].Square <= limit ? 1 : 0;
            }
        }

        if (count == MaxCandidates)
        {
            return false;
        }

        candidates[count++] = candidate;
        return true;
    }

    private void SetBest(double square)
    {
        best = square;
        var metres = Math.Sqrt(square);
        metres += (metres * metres * bandPerMetre) + FloatingError;
        limit = metres * metres;
    }

    private readonly bool TryMeasure(int leaf, out BorderHit hit)
    {
        var (metres, arc) = (double.PositiveInfinity, int.MaxValue);
        for (var i = 0; i < count; i++)
        {
            var candidate = candidates[i];
            if (candidate.Square <= limit)
            {
                var measured = Measure(candidate);
                (metres, arc) = measured < metres || (measured == metres && candidate.Arc < arc)
                    ? (measured, candidate.Arc)
                    : (metres, arc);
            }
        }

        hit = count == 0
            ? default
            : new BorderHit(metres, arc, leaf, coverage.Left(arc) == leaf ? coverage.Right(arc) : coverage.Left(arc));
        return count > 0;
    }

    // Exact at both ends, so that arcs that meet there are equally near.
    private readonly double Measure(Candidate candidate)
    {
        var (a, b) = (coverage.AllVertices[candidate.Vertex], coverage.AllVertices[candidate.Vertex + 1]);
        var (lon, lat) = candidate.At == 0 ? a.ToLonLat() : b.ToLonLat();
        if (candidate.At is > 0 and < 1)
        {
            lon = (a.X + (candidate.At * (b.X - a.X))) / LatticePoint.StepsPerDegree;
            lat = (a.Y + (candidate.At * (b.Y - a.Y))) / LatticePoint.StepsPerDegree;
        }

        return from.Chord(lon, lat);
    }

    private readonly record struct Candidate(int Vertex, int Arc, double At, double Square);

    [InlineArray(MaxCandidates)]
    private struct Candidates
    {
        private Candidate first;
    }
}
