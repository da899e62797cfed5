using System.Numerics;

namespace GridMap.Core.Spatial.Coverages;

/// <summary>
/// Matches the edges at one vertex after the other. All that is asked of an edge follows from those that start and end at
/// its start, so vertices need not know of each other. Used by one thread.
/// </summary>
internal sealed class VertexMatcher(RingArrays rings, EdgeTwins twins)
{
    private const int None = EdgeTwins.None;

    private readonly LatticePoint[] points = rings.Points;
    private int[] table = [];
    private int[] chain = [];
    private Spoke[] spokes = new Spoke[8];

    /// <summary>Matches the edges that start at some vertices: all of each vertex, in rising order.</summary>
    /// <param name="edges">As <see cref="VertexGroups"/> has them.</param>
    public void Match(ReadOnlySpan<int> edges)
    {
        foreach (var head in Chain(edges))
        {
            if (head == 0)
            {
                continue;
            }

            var count = 0;
            for (var link = head; link != 0; link = chain[link - 1])
            {
                AddSpoke(count++, edges[link - 1]);
            }

            MatchSpokes(spokes.AsSpan(0, count));
        }
    }

    /// <summary>
    /// Chains the edges that start at the same vertex in rising order, by a table that is at most half full. Links and
    /// heads are places in the list plus one; 0 is none.
    /// </summary>
    private ReadOnlySpan<int> Chain(ReadOnlySpan<int> edges)
    {
        var bits = BitOperations.Log2((uint)Math.Max(edges.Length, 4)) + 2;
        if (table.Length < 1 << bits)
        {
            (table, chain) = (new int[1 << bits], new int[1 << (bits - 1)]);
        }

        var heads = table.AsSpan(0, 1 << bits);
        heads.Clear();
        for (var i = edges.Length - 1; i >= 0; i--)
        {
            var point = StartOf(edges[i]);
            var slot = (int)(Hash(point) >> (64 - bits));
            while (heads[slot] != 0 && StartOf(edges[heads[slot] - 1]) != point)
            {
                slot = (slot + 1) & (heads.Length - 1);
            }

            chain[i] = heads[slot];
            heads[slot] = i + 1;
        }

        return heads;
    }

    private LatticePoint StartOf(int edge) => points[edge < 0 ? ~edge : edge];

    private static ulong Hash(LatticePoint point)
    {
        var mixed = ((ulong)point.X * 0x9E3779B97F4A7C15) + ((ulong)point.Y * 0xC2B2AE3D27D4EB4F);
        return (mixed ^ (mixed >> 32)) * 0xD6E8FEB86659FD93;
    }

    private void AddSpoke(int place, int edge)
    {
        if (place == spokes.Length)
        {
            Array.Resize(ref spokes, 2 * place);
        }

        var outgoing = edge < 0 ? ~edge : edge;
        var incoming = edge < 0 ? rings.Edges(rings.RingOf(outgoing)).End - 1 : edge - 1;
        spokes[place] = new Spoke(outgoing, incoming, points[outgoing + 1], points[incoming]);
    }

    private void MatchSpokes(Span<Spoke> all)
    {
        // Nearly always: two rings that pass the vertex in opposite directions.
        if (all.Length == 2 && all[0].To == all[1].From && all[1].To == all[0].From && all[0].To != all[1].To)
        {
            Write(all[0].Outgoing, all[1].Incoming, false);
            Write(all[1].Outgoing, all[0].Incoming, false);
            return;
        }

        var matches = MatchEach(all);
        foreach (ref readonly var spoke in all)
        {
            var twin = spoke.TwinOfOutgoing == None ? None : all[spoke.TwinOfOutgoing].Incoming;
            Write(spoke.Outgoing, twin, (2 * all.Length) - matches != 2 || spoke.TwinOfOutgoing != spoke.TwinOfIncoming);
        }
    }

    private void Write(int edge, int twin, bool startsArc)
    {
        twins.Twin[edge] = twin;
        twins.StartsArc[edge] = startsArc;
    }

    /// <summary>Matches outgoing with incoming edges, and answers how many pairs there are.</summary>
    private int MatchEach(Span<Spoke> all)
    {
        var matches = 0;
        for (var i = 0; i < all.Length; i++)
        {
            for (var j = 0; j < all.Length; j++)
            {
                if (all[i].To != all[j].From)
                {
                    continue;
                }

                if (all[i].TwinOfOutgoing != None || all[j].TwinOfIncoming != None)
                {
                    return MatchInOrder(all);
                }

                (all[i].TwinOfOutgoing, all[j].TwinOfIncoming) = (j, i);
                matches++;
            }
        }

        return matches;
    }

    /// <summary>
    /// Where several run between the same two vertices: in rising order, each with the first that is free, one of another
    /// leaf before one of the same (a spike, or two parts that touch along a line).
    /// </summary>
    private int MatchInOrder(Span<Spoke> all)
    {
        var edges = new List<SpokeEdge>(2 * all.Length);
        for (var i = 0; i < all.Length; i++)
        {
            (all[i].TwinOfOutgoing, all[i].TwinOfIncoming) = (None, None);
            var leaf = rings.LeafOf[rings.RingOf(all[i].Outgoing)];
            edges.Add(new SpokeEdge(all[i].Outgoing, i, true, leaf));
            edges.Add(new SpokeEdge(all[i].Incoming, i, false, leaf));
        }

        edges.Sort(static (a, b) => a.Edge.CompareTo(b.Edge));
        var matches = 0;
        foreach (var edge in edges)
        {
            if (IsFree(edge, all) && FindTwin(edge, edges, all) is >= 0 and var twin)
            {
                var (from, to) = edge.IsOutgoing ? (edge.Spoke, edges[twin].Spoke) : (edges[twin].Spoke, edge.Spoke);
                (all[from].TwinOfOutgoing, all[to].TwinOfIncoming) = (to, from);
                matches++;
            }
        }

        return matches;
    }

    private static int FindTwin(SpokeEdge edge, List<SpokeEdge> edges, ReadOnlySpan<Spoke> all)
    {
        var own = None;
        for (var i = 0; i < edges.Count; i++)
        {
            var other = edges[i];
            if (other.IsOutgoing == edge.IsOutgoing || !IsFree(other, all) || other.End(all) != edge.End(all))
            {
                continue;
            }

            if (other.Leaf != edge.Leaf)
            {
                return i;
            }

            own = own == None ? i : own;
        }

        return own;
    }

    private static bool IsFree(SpokeEdge edge, ReadOnlySpan<Spoke> all) =>
        (edge.IsOutgoing ? all[edge.Spoke].TwinOfOutgoing : all[edge.Spoke].TwinOfIncoming) == None;

    /// <summary>A ring's passage through a vertex: the edge that leaves it, the one that comes to it, and their other ends.</summary>
    private struct Spoke(int outgoing, int incoming, LatticePoint to, LatticePoint from)
    {
        public readonly int Outgoing = outgoing;
        public readonly int Incoming = incoming;
        public readonly LatticePoint To = to;
        public readonly LatticePoint From = from;

        /// <summary>The spoke whose incoming edge is the twin of the outgoing one, or None.</summary>
        public int TwinOfOutgoing = None;

        /// <summary>The spoke whose outgoing edge is the twin of the incoming one, or None.</summary>
        public int TwinOfIncoming = None;
    }

    /// <summary>One of a spoke's two edges.</summary>
    private readonly record struct SpokeEdge(int Edge, int Spoke, bool IsOutgoing, int Leaf)
    {
        /// <summary>Its end away from the vertex.</summary>
        public LatticePoint End(ReadOnlySpan<Spoke> all) => IsOutgoing ? all[Spoke].To : all[Spoke].From;
    }
}
