namespace GridMap.Core.Spatial.Nearest;

/// <summary>Numbers that are no longer there: one bit each. Immutable; <c>default</c> is empty.</summary>
internal readonly struct RetiredSet
{
    private readonly ulong[]? words;

    private RetiredSet(ulong[] words, int count) => (this.words, Count) = (words, count);

    /// <summary>How many there are.</summary>
    public int Count { get; }

    public long Bytes => (words?.LongLength ?? 0) * 8;

    public bool Contains(int number) =>
        words is not null && number >> 6 < words.Length && (words[number >> 6] >> (number & 63) & 1) != 0;

    /// <summary>A copy with more; 125 KB are copied for a million numbers.</summary>
    public RetiredSet With(IReadOnlyCollection<int> numbers)
    {
        if (numbers.Count == 0)
        {
            return this;
        }

        var copy = new ulong[Math.Max((numbers.Max() >> 6) + 1, words?.Length ?? 0)];
        words?.CopyTo(copy, 0);
        var count = Count;
        foreach (var number in numbers)
        {
            count += (int)(~copy[number >> 6] >> (number & 63) & 1);
            copy[number >> 6] |= 1ul << (number & 63);
        }

        return new RetiredSet(copy, count);
    }
}
