namespace GridMap.Core.Spatial.Coverages;

/// <summary>
/// The owners of a place while a path is followed: crossing a border takes out the owner that was in, and puts in the
/// one that was not. Sorted. A clean coverage never has more than one.
/// </summary>
internal ref struct OwnerSet(Span<int> room)
{
    /// <summary>How much room to begin with; more is allocated where many leaves overlap.</summary>
    public const int Room = 16;

    private Span<int> items = room;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The lowest owner, or 0.</summary>
    public readonly int Lowest => Count == 0 ? 0 : items[0];

    /// <summary>The owners, lowest first.</summary>
    public readonly ReadOnlySpan<int> Items => items[..Count];

    /// <summary>Takes an owner out, or puts it in; 0 is nobody.</summary>
    public void Toggle(int owner)
    {
        if (owner == 0)
        {
            return;
        }

        var place = Items.BinarySearch(owner);
        if (place >= 0)
        {
            items[(place + 1)..Count].CopyTo(items[place..]);
            Count--;
            return;
        }

        if (Count == items.Length)
        {
            var larger = new int[2 * Count];
            Items.CopyTo(larger);
            items = larger;
        }

        place = ~place;
        items[place..Count].CopyTo(items[(place + 1)..]);
        items[place] = owner;
        Count++;
    }

    /// <summary>Begins anew with these owners.</summary>
    public void Reset(ReadOnlySpan<int> owners)
    {
        if (owners.Length > items.Length)
        {
            items = new int[owners.Length];
        }

        owners.CopyTo(items);
        Count = owners.Length;
    }

    /// <summary>The ordinals of the leaves.</summary>
    public readonly int[] ToLeaves()
    {
        var leaves = new int[Count];
        for (var i = 0; i < Count; i++)
        {
            leaves[i] = items[i] - 1;
        }

        return leaves;
    }
}
