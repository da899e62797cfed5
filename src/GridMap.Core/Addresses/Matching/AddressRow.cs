using GridMap.Core.Addresses.Texts;

namespace GridMap.Core.Addresses.Matching;

/// <summary>A number as it is compared: its leading whole number, then what follows it as the number of a text.</summary>
internal static class NumberKeys
{
    /// <summary>No number.</summary>
    public const long None = 0;

    /// <summary>The key; the suffix is 0 for none, else the number of its text.</summary>
    public static long Of(int number, int suffix) => (((long)number + 1) << 32) | (uint)suffix;

    /// <summary>The leading number of a key.</summary>
    public static int BaseOf(long key) => (int)(key >> 32) - 1;

    /// <summary>The number of the suffix's text.</summary>
    public static int SuffixOf(long key) => (int)key;
}

/// <summary>An address as it is searched: names and numbers by number.</summary>
internal struct AddressRow
{
    /// <summary>The areas it lies in: a place in the table of area tuples.</summary>
    public int Area;

    /// <summary>The road, or what stands for it (a village); −1 for none.</summary>
    public int Road;

    /// <summary>The compound; −1 for none.</summary>
    public int Compound;

    /// <summary>The address's place among those that the index was built of.</summary>
    public int Item;

    /// <summary>Its numbers by <see cref="Slot"/>; <see cref="NumberKeys.None"/> where there is none.</summary>
    public Numbers Numbers;

    /// <summary>A row without names.</summary>
    public static AddressRow Empty => new() { Road = -1, Compound = -1 };
}

/// <summary>One number key for each slot.</summary>
[System.Runtime.CompilerServices.InlineArray(Markers.SlotCount)]
internal struct Numbers
{
    private long first;

    /// <summary>The deepest slot that is set, or −1.</summary>
    public readonly int Deepest()
    {
        for (var slot = Markers.SlotCount - 1; slot >= 0; slot--)
        {
            if (this[slot] != NumberKeys.None)
            {
                return slot;
            }
        }

        return -1;
    }
}

/// <summary>The names of the areas that an address lies in, by level; −1 for none.</summary>
[System.Runtime.CompilerServices.InlineArray(NameWords.AreaLevels)]
internal struct AreaNames : IEquatable<AreaNames>
{
    private int first;

    /// <summary>No area at all.</summary>
    public static AreaNames None
    {
        get
        {
            var none = default(AreaNames);
            ((Span<int>)none).Fill(-1);
            return none;
        }
    }

    /// <summary>Whether the two lie in one district, as far as either says.</summary>
    public readonly bool SameDistrict(in AreaNames other)
    {
        for (var level = 0; level <= (int)NameLevel.District; level++)
        {
            if (this[level] != other[level])
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public readonly bool Equals(AreaNames other) => ((ReadOnlySpan<int>)this).SequenceEqual(other);

    /// <inheritdoc/>
    public readonly override bool Equals(object? obj) => obj is AreaNames other && Equals(other);

    /// <inheritdoc/>
    public readonly override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var name in (ReadOnlySpan<int>)this)
        {
            hash.Add(name);
        }

        return hash.ToHashCode();
    }
}
