using System.Runtime.InteropServices;

namespace GridMap.Core.Spatial.Coverages;

/// <summary>
/// Joins the directed edges of rings to arcs. Edge h runs from point h to the next point of its ring, its leaf on the
/// left; its twin is the edge of another ring that runs the other way. All in flat arrays indexed by edge.
/// </summary>
internal sealed class ArcLinker
{
    private const int None = -1;

    private readonly LatticePoint[] points;
    private readonly List<int> ringStarts;
    private readonly List<int> ringLeaf;
    private readonly int[] ringOf;
    private readonly int[] vertexOf;
    private readonly int[] firstFrom;
    private readonly int[] nextFrom;
    private readonly int[] twin;
    private readonly int[] degree;
    private readonly int[] arcOf;

    private readonly List<LatticePoint> vertices = [];
    private readonly List<int> arcVertices = [0];
    private readonly List<int> left = [];
    private readonly List<int> right = [];

    public ArcLinker(List<LatticePoint> points, List<int> ringStarts, List<int> ringLeaf)
    {
        this.points = [.. points];
        this.ringStarts = ringStarts;
        this.ringLeaf = ringLeaf;
        var count = points.Count;
        ringOf = new int[count];
        vertexOf = new int[count];
        firstFrom = new int[count];
        nextFrom = new int[count];
        twin = new int[count];
        degree = new int[count];
        arcOf = new int[count];
        Array.Fill(twin, None);
        Array.Fill(firstFrom, None);
        Array.Fill(arcOf, int.MinValue);
    }

    public CoverageArrays Link(List<bool> ringIsShell, List<int> leafRings)
    {
        for (var ring = 0; ring < ringLeaf.Count; ring++)
        {
            ringOf.AsSpan(ringStarts[ring]..ringStarts[ring + 1]).Fill(ring);
        }

        NumberVertices();
        MatchTwins();
        CountDegrees();
        var ringArcs = new List<int>();
        var ringArcStarts = new List<int> { 0 };
        for (var ring = 0; ring < ringLeaf.Count; ring++)
        {
            LinkRing(ring, ringArcs);
            ringArcStarts.Add(ringArcs.Count);
        }

        return new CoverageArrays(
            [.. vertices], [.. arcVertices], [.. left], [.. right],
            [.. ringArcs], [.. ringArcStarts], [.. ringIsShell], [.. leafRings]);
    }

    /// <summary>A vertex is known by the first edge that starts there; all edges that do are chained to it.</summary>
    private void NumberVertices()
    {
        var table = new Dictionary<LatticePoint, int>(points.Length);
        for (var h = points.Length - 1; h >= 0; h--)
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(table, points[h], out var exists);
            known = exists ? known : h;
            vertexOf[h] = known;
            nextFrom[h] = firstFrom[known];
            firstFrom[known] = h;
        }
    }

    private void MatchTwins()
    {
        for (var h = 0; h < points.Length; h++)
        {
            if (twin[h] == None && FindTwin(h) is var found && found != None)
            {
                twin[h] = found;
                twin[found] = h;
            }
        }
    }

    /// <summary>An edge of another leaf before one of the same leaf (a spike, or two parts that touch along a line).</summary>
    private int FindTwin(int h)
    {
        var own = None;
        var target = vertexOf[h];
        for (var g = firstFrom[vertexOf[Next(h)]]; g != None; g = nextFrom[g])
        {
            if (twin[g] != None || g == h || vertexOf[Next(g)] != target)
            {
                continue;
            }

            if (LeafOf(g) != LeafOf(h))
            {
                return g;
            }

            own = own == None ? g : own;
        }

        return own;
    }

    private void CountDegrees()
    {
        for (var h = 0; h < points.Length; h++)
        {
            if (twin[h] == None || h < twin[h])
            {
                degree[vertexOf[h]]++;
                degree[vertexOf[Next(h)]]++;
            }
        }
    }

    private void LinkRing(int ring, List<int> ringArcs)
    {
        var (from, to) = (ringStarts[ring], ringStarts[ring + 1]);
        var first = from;
        while (first < to && !IsArcStart(first))
        {
            first++;
        }

        first = first == to ? from : first;
        var h = first;
        do
        {
            if (h == first || IsArcStart(h))
            {
                ringArcs.Add(arcOf[h] == int.MinValue ? AddArc(h) : arcOf[h]);
            }

            h = Next(h);
        }
        while (h != first);
    }

    private int AddArc(int first)
    {
        var arc = left.Count;
        left.Add(LeafOf(first));
        right.Add(twin[first] == None ? None : LeafOf(twin[first]));
        vertices.Add(points[first]);
        var h = first;
        do
        {
            arcOf[h] = arc;
            if (twin[h] != None)
            {
                arcOf[twin[h]] = ~arc;
            }

            h = Next(h);
            vertices.Add(points[h]);
        }
        while (h != first && !IsArcStart(h));
        arcVertices.Add(vertices.Count);
        return arc;
    }

    /// <summary>An arc goes on through a vertex where two borders meet and the rings on both sides go on together.</summary>
    private bool IsArcStart(int h)
    {
        var before = Previous(h);
        if (degree[vertexOf[h]] != 2)
        {
            return true;
        }

        return twin[h] == None || twin[before] == None
            ? twin[h] != twin[before]
            : Next(twin[h]) != twin[before];
    }

    private int LeafOf(int h) => ringLeaf[ringOf[h]];

    private int Next(int h) => h + 1 == ringStarts[ringOf[h] + 1] ? ringStarts[ringOf[h]] : h + 1;

    private int Previous(int h) => h == ringStarts[ringOf[h]] ? ringStarts[ringOf[h] + 1] - 1 : h - 1;
}
