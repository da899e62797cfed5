namespace GridMap.Cli.Generating;

/// <summary>
/// SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", OOPSLA 2014; the constants are
/// those of their mix13 variant). Integer arithmetic alone, so a seed gives the same numbers everywhere and for ever,
/// which <see cref="System.Random"/> does not promise.
/// </summary>
internal sealed class SplitMix
{
    private readonly ulong seed;
    private ulong state;

    public SplitMix(ulong seed)
    {
        this.seed = seed;
        state = seed;
    }

    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>0 to count - 1.</summary>
    public int Below(int count) => (int)Math.BigMul(Next(), (ulong)count, out _);

    /// <summary>Both ends included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>0 included, 1 excluded.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public double Between(double low, double high) => low + ((high - low) * Unit());

    public bool Chance(double probability) => Unit() < probability;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    public List<T> Shuffled<T>(IEnumerable<T> items)
    {
        var list = items.ToList();
        for (var i = list.Count - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }

        return list;
    }

    /// <summary>
    /// A stream of its own for a purpose, whatever was drawn from this one: a change in one kind of thing leaves the
    /// others as they were.
    /// </summary>
    public SplitMix Fork(string purpose)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var c in purpose)
        {
            hash = (hash ^ c) * 0x100000001B3;
        }

        return new SplitMix(new SplitMix(seed ^ hash).Next());
    }
}
