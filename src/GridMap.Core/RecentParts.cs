using System.Runtime.CompilerServices;

namespace GridMap.Core;

/// <summary>
/// What was made of objects that are asked for often, by reference. Keeps at most as many as it has slots, so that no
/// number of questions makes it grow; a part that lost its slot is made again. Safe for many threads, without locks.
/// </summary>
/// <param name="slots">How many; a power of two.</param>
/// <param name="make">Makes the part of an object; two threads may both do so, with the same outcome.</param>
public sealed class RecentParts<TKey, TPart>(int slots, Func<TKey, TPart> make)
    where TKey : class
{
    private readonly RecentParts<TKey, TKey, TPart> parts = new(slots, make);

    /// <summary>The part of an object.</summary>
    public TPart Of(TKey key) => parts.Of(key, key);
}

/// <summary>The same where the part is made of something that comes with the object and is made anew for each answer.</summary>
/// <param name="slots">How many; a power of two.</param>
/// <param name="make">Makes the part; for one object it must always be the same.</param>
public sealed class RecentParts<TKey, TSource, TPart>(int slots, Func<TSource, TPart> make)
    where TKey : class
{
    private readonly Entry?[] entries = new Entry?[slots];

    /// <summary>The part of an object.</summary>
    /// <param name="key">The object by whose reference it is kept.</param>
    /// <param name="source">What it is made of where it is not there.</param>
    public TPart Of(TKey key, TSource source)
    {
        ref var slot = ref entries[RuntimeHelpers.GetHashCode(key) & (entries.Length - 1)];
        var entry = Volatile.Read(ref slot);
        if (entry is null || !ReferenceEquals(entry.Key, key))
        {
            entry = new Entry(key, make(source));
            Volatile.Write(ref slot, entry);
        }

        return entry.Part;
    }

    private sealed class Entry(TKey key, TPart part)
    {
        public TKey Key => key;

        public TPart Part => part;
    }
}
