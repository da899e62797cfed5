namespace GridMap.Core.Spatial.Coverages;

/// <summary>
/// Joins the directed edges of rings to arcs. Edge h runs from point h to the next point of its ring, its leaf on the
/// left; its twin is the edge of another ring that runs the other way. All in flat arrays indexed by edge.
/// </summary>
internal sealed class ArcLinker
{
    private const int None = -1;
    private const int NoArc = int.MinValue;

    private readonly LatticePoint[] points;
    private readonly int[] ringStarts;
    private readonly int[] ringLeaf;
    private readonly VertexChains chains;
    private readonly int[] next;
    private readonly int[] leafOf;
    private readonly int[] twin;
    private readonly int[] arcOf;
    private readonly bool[] isArcStart;

    private readonly List<LatticePoint> vertices;
    private readonly List<int> arcVertices = [0];
    private readonly List<int> left = [];
    private readonly List<int> right = [];

    /// <param name="points">The points of all rings, one ring after the other.</param>
    /// <param name="ringStarts">Where each ring begins; one more for the end.</param>
    /// <param name="ringLeaf">The leaf of each ring.</param>
    public ArcLinker(LatticePoint[] points, int[] ringStarts, int[] ringLeaf)
    {
        (this.points, this.ringStarts, this.ringLeaf) = (points, ringStarts, ringLeaf);
        chains = new VertexChains(points);
        next = new int[points.Length];
        leafOf = new int[points.Length];
        twin = new int[points.Length];
        arcOf = new int[points.Length];
        isArcStart = new bool[points.Length];
        vertices = new List<LatticePoint>((points.Length / 2) + 16);
        Array.Fill(twin, None);
        Array.Fill(arcOf, NoArc);
    }

    public CoverageArrays Link(bool[] ringIsShell, int[] leafRings)
    {
        FillRings();
        MatchTwins();
        FindArcStarts();
        var ringArcs = new List<int>();
        var ringArcStarts = new List<int>(ringLeaf.Length + 1) { 0 };
        for (var ring = 0; ring < ringLeaf.Length; ring++)
        {
            LinkRing(ring, ringArcs);
            ringArcStarts.Add(ringArcs.Count);
        }

        return new CoverageArrays(
            [.. vertices], [.. arcVertices], [.. left], [.. right],
            [.. ringArcs], [.. ringArcStarts], ringIsShell, leafRings);
    }

    private void FillRings()
    {
        for (var ring = 0; ring < ringLeaf.Length; ring++)
        {
            var (from, to) = (ringStarts[ring], ringStarts[ring + 1]);
            leafOf.AsSpan(from..to).Fill(ringLeaf[ring]);
            for (var h = from; h < to - 1; h++)
            {
                next[h] = h + 1;
            }

            next[to - 1] = from;
        }
    }

    // All edges between the same two vertices are in one part, so that parts do not meet.
    private void MatchTwins()
    {
        var parts = Parts.Count(points.Length);
        Parts.ForEach(parts, part =>
        {
            for (var h = 0; h < twin.Length; h++)
            {
                var (from, to) = (chains.VertexOf(h), chains.VertexOf(next[h]));
                if ((Math.Min(from, to) & (parts - 1)) == part && twin[h] == None
                    && FindTwin(h, from, to) is var found && found != None)
                {
                    twin[h] = found;
                    twin[found] = h;
                }
            }
        });
    }

    /// <summary>An edge of another leaf before one of the same leaf (a spike, or two parts that touch along a line).</summary>
    private int FindTwin(int h, int from, int to)
    {
        var own = None;
        for (var g = chains.First(to); g != None; g = chains.Next(g))
        {
            if (chains.VertexOf(next[g]) != from || twin[g] != None || g == h)
            {
                continue;
            }

            if (leafOf[g] != leafOf[h])
            {
                return g;
            }

            own = own == None ? g : own;
        }

        return own;
    }

    /// <summary>An arc goes on through a vertex where two borders meet and the rings on both sides go on together.</summary>
    private void FindArcStarts()
    {
        var degree = CountDegrees();
        for (var ring = 0; ring < ringLeaf.Length; ring++)
        {
            var before = ringStarts[ring + 1] - 1;
            for (var h = ringStarts[ring]; h < ringStarts[ring + 1]; before = h++)
            {
                isArcStart[h] = degree[chains.VertexOf(h)] != 2
                    || (twin[h] == None || twin[before] == None ? twin[h] != twin[before] : next[twin[h]] != twin[before]);
            }
        }
    }

    private int[] CountDegrees()
    {
        var degree = new int[points.Length];
        for (var h = 0; h < points.Length; h++)
        {
            if (twin[h] == None || h < twin[h])
            {
                degree[chains.VertexOf(h)]++;
                degree[chains.VertexOf(next[h])]++;
            }
        }

        return degree;
    }

    private void LinkRing(int ring, List<int> ringArcs)
    {
        var (from, to) = (ringStarts[ring], ringStarts[ring + 1]);
        var first = from;
        while (first < to && !isArcStart[first])
        {
            first++;
        }

        first = first == to ? from : first;
        var h = first;
        do
        {
            if (h == first || isArcStart[h])
            {
                ringArcs.Add(arcOf[h] == NoArc ? AddArc(h) : arcOf[h]);
            }

            h = next[h];
        }
        while (h != first);
    }

    private int AddArc(int first)
    {
        var arc = left.Count;
        left.Add(leafOf[first]);
        right.Add(twin[first] == None ? None : leafOf[twin[first]]);
        vertices.Add(points[first]);
        var h = first;
        do
        {
            arcOf[h] = arc;
            if (twin[h] != None)
            {
                arcOf[twin[h]] = ~arc;
            }

            h = next[h];
            vertices.Add(points[h]);
        }
        while (h != first && !isArcStart[h]);
        arcVertices.Add(vertices.Count);
        return arc;
    }
}
