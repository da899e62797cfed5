using GridMap.Core.Spatial.Distances;

namespace GridMap.Core.Spatial.Coverages;

/// <summary>A segment of a border that only one leaf has, with that leaf on its left.</summary>
/// <param name="Vertex">Its first vertex in the coverage's vertices, as the arc goes.</param>
/// <param name="Leaf">The leaf.</param>
/// <param name="Line">From where to where, as one goes with the leaf on the left.</param>
internal readonly record struct LooseSegment(int Vertex, int Leaf, BorderSegment Line);

/// <summary>Finds loose segments of two leaves that are near each other.</summary>
internal static class BorderPairs
{
    private const double MetresPerDegree = 110_000;

    private static readonly LonLatBox World = new(-180, -90, 180, 90);

    /// <summary>
    /// The pairs of segments, one of each of two leaves, whose boxes are within a distance of one another (and some a little
    /// farther); each pair once. Longitudes −180 and 180 are far apart here.
    /// </summary>
    /// <param name="coverage">The coverage.</param>
    /// <param name="loose">Its loose borders.</param>
    /// <param name="metres">The distance.</param>
    public static IEnumerable<(LooseSegment A, LooseSegment B)> List(Coverage coverage, BorderRuns loose, double metres)
    {
        foreach (var run in loose.ListMeeting(World))
        {
            var segments = ListSegments(coverage, loose, run);
            var reach = Reach(coverage.AllVertices[run], metres);
            var box = Grow(LonLatBox.Of(coverage.AllVertices[run..(run + segments.Length + 1)]), reach);
            foreach (var other in segments.Length > 0 ? loose.ListMeeting(box) : [])
            {
                // The leaf is that of the whole run.
                var others = other < run ? ListSegments(coverage, loose, other) : [];
                if (others.Length > 0 && others[0].Leaf != segments[0].Leaf)
                {
                    foreach (var pair in ListNear(segments, others, reach))
                    {
                        yield return pair;
                    }
                }
            }
        }
    }

    private static IEnumerable<(LooseSegment A, LooseSegment B)> ListNear(
        LooseSegment[] segments, LooseSegment[] others, (long X, long Y) reach) =>
        from a in segments
        from b in others
        where AreNear(a.Line.Start.X, a.Line.End.X, b.Line.Start.X, b.Line.End.X, reach.X)
            && AreNear(a.Line.Start.Y, a.Line.End.Y, b.Line.Start.Y, b.Line.End.Y, reach.Y)
        select (a, b);

    private static bool AreNear(long a, long b, long c, long d, long reach) =>
        Math.Min(a, b) - reach <= Math.Max(c, d) && Math.Min(c, d) - reach <= Math.Max(a, b);

    /// <summary>The segments of a run; none where not exactly one side has a leaf.</summary>
    private static LooseSegment[] ListSegments(Coverage coverage, BorderRuns loose, int run)
    {
        var (to, arc) = loose.Run(run);
        var (left, right) = (coverage.Left(arc), coverage.Right(arc));
        if (left != Coverage.None && right != Coverage.None)
        {
            return [];
        }

        var segments = new LooseSegment[to - run];
        for (var v = run; v < to; v++)
        {
            var (from, end) = (coverage.AllVertices[v], coverage.AllVertices[v + 1]);
            segments[v - run] = left != Coverage.None
                ? new LooseSegment(v, left, new BorderSegment(from, end))
                : new LooseSegment(v, right, new BorderSegment(end, from));
        }

        return segments;
    }

    // Lattice steps, twice as many as are needed: within a run the length of a degree of longitude changes, less than that
    // outside the polar circles.
    private static (long X, long Y) Reach(LatticePoint at, double metres)
    {
        var north = metres / MetresPerDegree * LatticePoint.StepsPerDegree;
        var (_, cos) = Sines.OfLatitude(at.ToLonLat().Lat);
        return ((long)(2 * north / Math.Max(cos, 1e-3)) + 1, (long)(2 * north) + 1);
    }

    private static LonLatBox Grow(LonLatBox box, (long X, long Y) reach)
    {
        var (x, y) = (reach.X / LatticePoint.StepsPerDegree, reach.Y / LatticePoint.StepsPerDegree);
        return new LonLatBox(box.West - x, box.South - y, box.East + x, box.North + y);
    }
}
