namespace GridMap.Core.Spatial.Coverages;

/// <summary>
/// A small set of leaves that crossing a border toggles. It lives on the stack; only where more leaves lie over one
/// another than the buffer holds is memory allocated.
/// </summary>
internal ref struct LeafToggles(Span<int> buffer)
{
    private Span<int> leaves = buffer;
    private int count;

    /// <summary>The leaves in the set, in no order.</summary>
    public readonly ReadOnlySpan<int> Leaves => leaves[..count];

    /// <summary>The smallest leaf, or <see cref="Coverage.None"/>.</summary>
    public readonly int Smallest
    {
        get
        {
            var smallest = Coverage.None;
            foreach (var leaf in Leaves)
            {
                smallest = smallest == Coverage.None ? leaf : Math.Min(smallest, leaf);
            }

            return smallest;
        }
    }

    /// <summary>Puts a leaf in, or takes it out; <see cref="Coverage.None"/> does nothing.</summary>
    public void Toggle(int leaf)
    {
        if (leaf == Coverage.None)
        {
            return;
        }

        var at = leaves[..count].IndexOf(leaf);
        if (at >= 0)
        {
            leaves[at] = leaves[--count];
            return;
        }

        if (count == leaves.Length)
        {
            var larger = new int[count * 2];
            leaves.CopyTo(larger);
            leaves = larger;
        }

        leaves[count++] = leaf;
    }

    /// <summary>Toggles all.</summary>
    public void Toggle(ReadOnlySpan<int> all)
    {
        foreach (var leaf in all)
        {
            Toggle(leaf);
        }
    }
}
