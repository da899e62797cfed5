using System.Runtime.CompilerServices;

namespace GridMap.Core;

/// <summary>
/// What was made of objects that are asked for often, by reference. Keeps at most as many as it has slots, so that no
/// number of questions makes it grow; a part that lost its slot is made again. Safe for many threads, without locks.
/// </summary>
/// <param name="slots">How many; a power of two, 4 or more.</param>
/// <param name="make">Makes the part of an object; two threads may both do so, with the same outcome.</param>
public sealed class RecentParts<TKey, TPart>(int slots, Func<TKey, TPart> make)
    where TKey : class
{
    private readonly RecentParts<TKey, TKey, TPart> parts = new(slots, make);

    /// <summary>The part of an object.</summary>
    public TPart Of(TKey key) => parts.Of(key, key);
}

/// <summary>The same where the part is made of something that comes with the object and is made anew for each answer.</summary>
/// <param name="slots">How many; a power of two, 4 or more.</param>
/// <param name="make">Makes the part; for one object it must always be the same.</param>
public sealed class RecentParts<TKey, TSource, TPart>(int slots, Func<TSource, TPart> make)
    where TKey : class
{
    // Objects that share a place do not drive each other out unless more than that many do.
    private const int Ways = 4;

    private readonly Entry?[] entries = new Entry?[slots];

    /// <summary>The part of an object.</summary>
    /// <param name="key">The object by whose reference it is kept.</param>
    /// <param name="source">What it is made of where it is not there.</param>
    public TPart Of(TKey key, TSource source)
    {
        var place = entries.AsSpan(RuntimeHelpers.GetHashCode(key) & (entries.Length - Ways), Ways);
        foreach (ref var slot in place)
        {
            if (Volatile.Read(ref slot) is { } entry && ReferenceEquals(entry.Key, key))
            {
                return entry.Part;
            }
        }

        return Take(place, new Entry(key, make(source)));
    }

    /// <summary>Puts one before the others, of which the last goes; what two threads do at once may lose a part.</summary>
    private static TPart Take(Span<Entry?> place, Entry entry)
    {
        for (var i = place.Length - 1; i > 0; i--)
        {
            Volatile.Write(ref place[i], Volatile.Read(ref place[i - 1]));
        }

        Volatile.Write(ref place[0], entry);
        return entry.Part;
    }

    private sealed class Entry(TKey key, TPart part)
    {
        public TKey Key => key;

        public TPart Part => part;
    }
}
