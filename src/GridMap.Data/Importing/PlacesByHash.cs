namespace GridMap.Data.Importing;

/// <summary>
/// Places by the hashes of keys, in about twenty bytes each, in chunks that are not copied when more come. Two keys may
/// have one hash: whoever finds a place looks there for the key itself.
/// </summary>
internal sealed class PlacesByHash
{
    private const int ChunkBits = 12;

    private readonly List<Entry[]> chunks = [];

    /// <summary>The last entry of each bucket, counted from 1; 0: it has none.</summary>
    private int[] last = new int[16];
    private int count;

    /// <summary>Adds a place.</summary>
    public void Add(int hash, long place)
    {
        if (count == last.Length)
        {
            Grow();
        }

        if (count >> ChunkBits == chunks.Count)
        {
            chunks.Add(new Entry[1 << ChunkBits]);
        }

        count++;
        ref var bucket = ref last[hash & (last.Length - 1)];
        At(count) = new Entry(place, hash, bucket);
        bucket = count;
    }

    /// <summary>The places of that hash.</summary>
    public IEnumerable<long> List(int hash)
    {
        for (var number = last[hash & (last.Length - 1)]; number > 0; number = At(number).Before)
        {
            if (At(number).Hash == hash)
            {
                yield return At(number).Place;
            }
        }
    }

    private ref Entry At(int number) => ref chunks[(number - 1) >> ChunkBits][(number - 1) & ((1 << ChunkBits) - 1)];

    private void Grow()
    {
        last = new int[2 * last.Length];
        for (var number = 1; number <= count; number++)
        {
            ref var entry = ref At(number);
            ref var bucket = ref last[entry.Hash & (last.Length - 1)];
            entry = entry with { Before = bucket };
            bucket = number;
        }
    }

    /// <param name="Place">The place.</param>
    /// <param name="Hash">The hash of its key.</param>
    /// <param name="Before">The entry before it in its bucket.</param>
    private readonly record struct Entry(long Place, int Hash, int Before);
}
