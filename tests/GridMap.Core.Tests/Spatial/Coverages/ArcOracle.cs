using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Coverages;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Tests.Spatial.Coverages;

/// <summary>The arcs of some polygons, found edge by edge with dictionaries and without any thought of speed.</summary>
internal sealed class ArcOracle
{
    private readonly List<Edge> edges = [];
    private readonly Dictionary<int, int> twin = [];
    private readonly Dictionary<LatticePoint, int> degrees = [];
    private readonly Dictionary<int, int> arcOf = [];
    private readonly List<string> arcs = [];
    private readonly List<string> rings = [];

    /// <summary>A line for each arc with its sides and vertices, and one for each ring with its arcs.</summary>
    public static string Draw(IReadOnlyList<Geometry> leaves)
    {
        var oracle = new ArcOracle();
        var rings = new List<(int First, int Count)>();
        for (var leaf = 0; leaf < leaves.Count; leaf++)
        {
            rings.AddRange(RingsOf(leaves[leaf]).Select(ring => oracle.AddRing(ring, leaf)));
        }

        oracle.MatchTwins();
        oracle.CountDegrees();
        rings.ForEach(ring => oracle.Follow(ring.First, ring.Count));
        return string.Join('\n', oracle.arcs.Concat(oracle.rings));
    }

    /// <summary>The same of a coverage.</summary>
    public static string Draw(Coverage coverage)
    {
        var arcs = Enumerable.Range(0, coverage.ArcCount).Select(arc =>
            ArcLine(coverage.Left(arc), coverage.Right(arc), [.. coverage.Vertices(arc)]));
        var rings =
            from leaf in Enumerable.Range(0, coverage.LeafCount)
            from ring in Enumerable.Range(0, coverage.RingCount(leaf))
            select RingLine(leaf, [.. coverage.RingArcs(leaf, ring)]);
        return string.Join('\n', arcs.Concat(rings));
    }

    private static string ArcLine(int left, int right, IEnumerable<LatticePoint> points) =>
        $"{left}|{right} {string.Join(", ", points.Select(static p => $"{p.X} {p.Y}"))}";

    private static string RingLine(int leaf, IEnumerable<int> arcs) => $"{leaf}: {string.Join(' ', arcs)}";

    // The leaf on the left, without repetitions and without rings of one point; with a shell its holes go.
    private static IEnumerable<LatticePoint[]> RingsOf(Geometry shape) =>
        from part in Enumerable.Range(0, shape.NumGeometries).Select(shape.GetGeometryN).OfType<Polygon>()
        where !part.IsEmpty && Vertices(part.ExteriorRing, 1).Length > 1
        from ring in part.InteriorRings.Select(static hole => Vertices(hole, -1)).Prepend(Vertices(part.ExteriorRing, 1))
        where ring.Length > 1
        select ring;

    private static LatticePoint[] Vertices(LineString ring, int direction)
    {
        var all = ring.Coordinates.Select(static c => LatticePoint.From(new LonLat(c.X, c.Y))).ToArray();
        LatticePoint[] points = [.. all.Where((p, i) => i == 0 || p != all[i - 1])];
        points = points[..Math.Max(1, points.Length - 1)];
        var area = points.Select((p, i) => (p, Next: points[(i + 1) % points.Length]))
            .Aggregate((Int128)0, static (sum, e) => sum + ((Int128)e.p.X * e.Next.Y) - ((Int128)e.Next.X * e.p.Y));
        return Int128.Sign(area) == -direction ? [.. points.Reverse()] : points;
    }

    private (int First, int Count) AddRing(LatticePoint[] points, int leaf)
    {
        var (first, count) = (edges.Count, points.Length);
        edges.AddRange(points.Select((from, i) => new Edge(
            from, points[(i + 1) % count], leaf, first + ((i + 1) % count), first + ((i + count - 1) % count))));
        return (first, count);
    }

    // In the order of the edges: the first free one that runs the other way, one of another leaf before one of the same.
    private void MatchTwins()
    {
        var byEnds = Enumerable.Range(0, edges.Count).ToLookup(h => (edges[h].From, edges[h].To));
        for (var h = 0; h < edges.Count; h++)
        {
            var free = byEnds[(edges[h].To, edges[h].From)].Where(g => !twin.ContainsKey(g))
                .OrderBy(g => edges[g].Leaf == edges[h].Leaf).ToList();
            if (!twin.ContainsKey(h) && free.Count > 0)
            {
                (twin[h], twin[free[0]]) = (free[0], h);
            }
        }
    }

    private void CountDegrees()
    {
        foreach (var (h, edge) in edges.Index().Where(e => !twin.TryGetValue(e.Index, out var other) || e.Index < other))
        {
            degrees[edge.From] = degrees.GetValueOrDefault(edge.From) + 1;
            degrees[edge.To] = degrees.GetValueOrDefault(edge.To) + 1;
        }
    }

    private bool StartsArc(int h)
    {
        var (hasTwin, hadTwin) = (twin.TryGetValue(h, out var other), twin.TryGetValue(edges[h].Before, out var before));
        return degrees[edges[h].From] != 2 || hasTwin != hadTwin || (hasTwin && edges[other].Next != before);
    }

    private void Follow(int first, int count)
    {
        var ring = Enumerable.Range(first, count).ToList();
        var skipped = Math.Max(0, ring.FindIndex(StartsArc));
        ring = [.. ring.Skip(skipped), .. ring.Take(skipped)];
        var refs = new List<int>();
        for (var at = 0; at < count;)
        {
            var end = ring.FindIndex(at + 1, StartsArc) is > 0 and var found ? found : count;
            refs.Add(arcOf.TryGetValue(ring[at], out var known) ? known : AddArc(ring[at..end]));
            at = end;
        }

        rings.Add(RingLine(edges[first].Leaf, refs));
    }

    private int AddArc(List<int> along)
    {
        var arc = arcs.Count;
        arcs.Add(ArcLine(
            edges[along[0]].Leaf,
            twin.TryGetValue(along[0], out var other) ? edges[other].Leaf : Coverage.None,
            [.. along.Select(h => edges[h].From), edges[along[^1]].To]));
        foreach (var h in along.Where(twin.ContainsKey))
        {
            arcOf[twin[h]] = ~arc;
        }

        return arc;
    }

    private sealed record Edge(LatticePoint From, LatticePoint To, int Leaf, int Next, int Before);
}
