namespace GridMap.Bench.Ratios;

/// <summary>Random reads of a table of 64 MB: what no lookup in memory can be faster than.</summary>
internal sealed class MemoryFloor
{
    private const int Entries = 1 << 24;
    private const int Reads = 2_000_000;

    private readonly int[] table = new int[Entries];

    public MemoryFloor()
    {
        for (var i = 0; i < Entries; i++)
        {
            table[i] = i * 31;
        }
    }

    /// <summary>Each read's place is known beforehand.</summary>
    public long ReadIndependently()
    {
        var (place, sum) = (1u, 0L);
        for (var i = 0; i < Reads; i++)
        {
            place = (place * 1664525) + 1013904223;
            sum += table[place >> 8];
        }

        Sink.Take(sum);
        return Reads;
    }

    /// <summary>Each read's place depends on what the last one gave.</summary>
    public long ReadDependently()
    {
        var (place, last) = (1u, 0);
        for (var i = 0; i < Reads; i++)
        {
            place = (place * 1664525) + 1013904223;
            last = table[((place >> 8) + ((uint)last >> 31)) & (Entries - 1)];
        }

        Sink.Take(last);
        return Reads;
    }
}
