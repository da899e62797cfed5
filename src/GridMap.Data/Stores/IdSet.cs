using System.Collections;
using System.Numerics;
using System.Runtime.InteropServices;

namespace GridMap.Data.Stores;

/// <summary>A set of internal ids, in half a byte an id where they follow each other, as those of an import do.</summary>
internal sealed class IdSet : IEnumerable<long>
{
    private const int BitsOfWord = 6;
    private readonly Dictionary<long, ulong> words = [];

    /// <summary>Adds an id; false where it is there.</summary>
    public bool Add(long id)
    {
        ref var word = ref CollectionsMarshal.GetValueRefOrAddDefault(words, id >> BitsOfWord, out _);
        var before = word;
        word |= 1UL << (int)id;
        return word != before;
    }

    /// <inheritdoc/>
    public IEnumerator<long> GetEnumerator()
    {
        foreach (var (at, word) in words)
        {
            for (var left = word; left != 0; left &= left - 1)
            {
                yield return (at << BitsOfWord) + BitOperations.TrailingZeroCount(left);
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
