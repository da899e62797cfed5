namespace GridMap.Core.Spatial.Coverages;

/// <summary>Joins the edges of rings to arcs: each border once, whichever ring comes to it first. Used once.</summary>
internal sealed class ArcLinker : IDisposable
{
    private readonly RingArrays rings;
    private readonly EdgeTwins twins;

    // For the edge with which a ring begins to follow an arc backwards: ~arc, which is never 0.
    private readonly Rented<int> backwards;

    private readonly List<Piece> arcs = [];
    private readonly List<int> arcVertices = [0];
    private readonly List<int> left = [];
    private readonly List<int> right = [];
    private readonly List<int> ringArcs = [];

    private ArcLinker(RingArrays rings)
    {
        this.rings = rings;
        twins = EdgeTwins.Of(rings);
        backwards = new(rings.Length);
        backwards.Array.AsSpan(0, rings.Length).Clear();
    }

    /// <summary>The coverage of some rings.</summary>
    public static CoverageArrays Link(RingArrays rings)
    {
        using var linker = new ArcLinker(rings);
        return linker.Link();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        twins.Dispose();
        backwards.Dispose();
    }

    private CoverageArrays Link()
    {
        var ringArcStarts = new int[rings.Count + 1];
        for (var ring = 0; ring < rings.Count; ring++)
        {
            LinkRing(ring);
            ringArcStarts[ring + 1] = ringArcs.Count;
        }

        return new CoverageArrays(
            CopyVertices(), [.. arcVertices], [.. left], [.. right],
            [.. ringArcs], ringArcStarts, rings.IsShell, rings.LeafRings);
    }

    // Without any start the whole ring is one arc; else the last one goes on over the ring's first vertex.
    private void LinkRing(int ring)
    {
        var (from, end) = rings.Edges(ring);
        var first = FindArcStart(from, end) is var found && found < end ? found : from;
        var start = first;
        for (var next = FindArcStart(start + 1, end); next < end; next = FindArcStart(start + 1, end))
        {
            Follow(new Piece(ring, start, next - start));
            start = next;
        }

        Follow(new Piece(ring, start, end - start + first - from));
    }

    private int FindArcStart(int from, int end)
    {
        var found = twins.StartsArc.AsSpan(from..end).IndexOf(true);
        return found < 0 ? end : from + found;
    }

    private void Follow(Piece piece)
    {
        var known = backwards.Array[piece.First];
        ringArcs.Add(known == 0 ? AddArc(piece) : known);
    }

    private int AddArc(Piece piece)
    {
        var (arc, twin) = (arcs.Count, twins.Twin[piece.First]);
        arcs.Add(piece);
        arcVertices.Add(arcVertices[^1] + piece.Length + 1);
        left.Add(rings.LeafOf[piece.Ring]);
        right.Add(twin == EdgeTwins.None ? Coverage.None : rings.LeafOf[rings.RingOf(twin)]);
        if (twin != EdgeTwins.None)
        {
            MarkBackwards(piece, arc);
        }

        return arc;
    }

    // Backwards it begins with the twin of the last edge; a ring without starts begins anywhere.
    private void MarkBackwards(Piece piece, int arc)
    {
        var isWholeRing = !twins.StartsArc[piece.First];
        for (var i = isWholeRing ? 0 : piece.Length - 1; i < piece.Length; i++)
        {
            backwards.Array[twins.Twin[EdgeOf(piece, i)]] = ~arc;
        }
    }

    private int EdgeOf(Piece piece, int number)
    {
        var (from, end) = rings.Edges(piece.Ring);
        var edge = piece.First + number;
        return edge < end ? edge : from + edge - end;
    }

    private LatticePoint[] CopyVertices()
    {
        var vertices = new LatticePoint[arcVertices[^1]];
        var parts = Parts.Count(vertices.Length);
        Parts.ForEach(parts, part =>
        {
            var end = Parts.Start(part + 1, parts, arcs.Count);
            for (var arc = Parts.Start(part, parts, arcs.Count); arc < end; arc++)
            {
                CopyVertices(arcs[arc], vertices.AsSpan(arcVertices[arc]..arcVertices[arc + 1]));
            }
        });
        return vertices;
    }

    private void CopyVertices(Piece piece, Span<LatticePoint> to)
    {
        var (from, end) = rings.Edges(piece.Ring);
        var before = Math.Min(to.Length, end - piece.First);
        rings.Points.AsSpan(piece.First, before).CopyTo(to);
        rings.Points.AsSpan(from, to.Length - before).CopyTo(to[before..]);
    }

    /// <summary>Some edges of a ring that follow one another, from one of them on.</summary>
    private readonly record struct Piece(int Ring, int First, int Length);
}
