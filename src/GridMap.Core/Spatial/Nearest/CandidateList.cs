namespace GridMap.Core.Spatial.Nearest;

/// <summary>An item that may be among the nearest.</summary>
/// <param name="Least">Square metres that it is away at the least.</param>
/// <param name="Item">The item.</param>
/// <param name="Box">Its box; where that is one place, the item is there and nowhere else.</param>
internal readonly record struct Candidate<TItem>(double Least, TItem Item, LatticeBox Box);

/// <summary>What the first stage of a search found. Its arrays grow and stay.</summary>
internal sealed class CandidateList<TItem>
{
    private const int MostKept = 4_096;

    private Candidate<TItem>[] items = new Candidate<TItem>[64];

    public int Count { get; private set; }

    public void Add(in Candidate<TItem> candidate)
    {
        if (Count == items.Length)
        {
            Array.Resize(ref items, 2 * Count);
        }

        items[Count++] = candidate;
    }

    /// <summary>Those that are at the least no farther than a reach, the nearest first.</summary>
    public ReadOnlySpan<Candidate<TItem>> Sort(double reach)
    {
        var near = 0;
        for (var i = 0; i < Count; i++)
        {
            if (items[i].Least <= reach)
            {
                items[near++] = items[i];
            }
        }

        items.AsSpan(0, near).Sort(static (a, b) => a.Least.CompareTo(b.Least));
        return items.AsSpan(0, near);
    }

    /// <summary>Empties the list; false when it had grown so large that it is better let go.</summary>
    public bool TryClear()
    {
        Array.Clear(items, 0, Count);
        Count = 0;
        return items.Length <= MostKept;
    }
}
