namespace GridMap.Core.Addresses.Matching;

/// <summary>Lists of numbers by hash, in two flat arrays. Immutable.</summary>
internal sealed class HashTable
{
    private readonly ulong[] hashes;
    private readonly int[] values;
    private readonly int[] starts;
    private readonly int shift;

    private HashTable(ulong[] hashes, int[] values, int bits)
    {
        (this.hashes, this.values) = (hashes, values);
        shift = 64 - bits;
        starts = new int[(1 << bits) + 1];
        for (int at = 0, bucket = 0; bucket < starts.Length; bucket++)
        {
            while (at < hashes.Length && (int)(hashes[at] >> shift) < bucket)
            {
                at++;
            }

            starts[bucket] = at;
        }
    }

    /// <summary>Bytes that it holds.</summary>
    public long Bytes => (hashes.LongLength * 12) + (starts.LongLength * 4);

    /// <summary>A table of pairs; those that occur twice are kept once.</summary>
    public static HashTable Build(List<ulong> hashes, List<int> values)
    {
        var (keys, items) = (hashes.ToArray(), values.ToArray());
        Array.Sort(keys, items);
        var bits = Math.Max(1, Math.Min(24, (int)Math.Log2(Math.Max(2, keys.Length))));
        return new(keys, items, bits);
    }

    /// <summary>The numbers under a hash; empty for none.</summary>
    public ReadOnlySpan<int> Find(ulong hash)
    {
        var bucket = (int)(hash >> shift);
        var (at, end) = (starts[bucket], starts[bucket + 1]);
        while (at < end && hashes[at] < hash)
        {
            at++;
        }

        var from = at;
        while (at < end && hashes[at] == hash)
        {
            at++;
        }

        return values.AsSpan(from, at - from);
    }
}
