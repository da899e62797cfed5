namespace GridMap.Cli.Generating;

/// <summary>Rings as chains of nodes: what two share, what a union's border is, how a piece is taken out.</summary>
internal static class Chains
{
    /// <summary>The longest run of a ring's nodes along which another ring is its neighbour, in the ring's order.</summary>
    public static int[] Shared(int[] ring, int[] other)
    {
        var theirs = Edges(other).ToHashSet();
        var isShared = Edges(ring).Select(e => theirs.Contains((e.To, e.From))).ToArray();
        if (isShared.All(s => s) || !isShared.Any(s => s))
        {
            return [];
        }

        var best = (Start: 0, Length: 0);
        for (var start = 0; start < ring.Length; start++)
        {
            var length = 0;
            while (length < ring.Length && isShared[(start + length) % ring.Length])
            {
                length++;
            }

            best = length > best.Length ? (start, length) : best;
        }

        return [.. Enumerable.Range(best.Start, best.Length + 1).Select(i => ring[i % ring.Length])];
    }

    /// <summary>The ring with the nodes between two of its own replaced.</summary>
    public static int[] Replace(int[] ring, int from, int to, IEnumerable<int> inner)
    {
        var start = Array.IndexOf(ring, to);
        var kept = Enumerable.Range(0, ring.Length).Select(i => ring[(start + i) % ring.Length])
            .TakeWhile(n => n != from);
        return [.. kept, from, .. inner];
    }

    /// <summary>The border of the union of rings that touch along chains; null unless it is one simple ring.</summary>
    public static int[]? Union(IEnumerable<int[]> rings)
    {
        var edges = rings.SelectMany(Edges).ToHashSet();
        var next = new Dictionary<int, int>();
        foreach (var (from, to) in edges.Where(e => !edges.Contains((e.To, e.From))))
        {
            if (!next.TryAdd(from, to))
            {
                return null;
            }
        }

        var first = next.Keys.Min();
        var union = new List<int> { first };
        for (var node = next[first]; node != first; node = next[node])
        {
            union.Add(node);
        }

        return union.Count == next.Count ? [.. union] : null;
    }

    public static IEnumerable<(int From, int To)> Edges(int[] ring) =>
        ring.Select((node, i) => (node, ring[(i + 1) % ring.Length]));
}
