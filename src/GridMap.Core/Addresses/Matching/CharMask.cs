using System.Numerics;

namespace GridMap.Core.Addresses.Matching;

/// <summary>A set of places in a text of at most 256 characters.</summary>
internal struct CharMask
{
    /// <summary>How many characters it has room for.</summary>
    public const int Capacity = 256;

    private ulong a, b, c, d;

    /// <summary>The places from one to before another.</summary>
    public static CharMask Span(int from, int to)
    {
        var mask = default(CharMask);
        for (var at = from; at < to; at++)
        {
            mask.Add(at);
        }

        return mask;
    }

    /// <summary>Adds a place; one beyond the capacity is passed over.</summary>
    public void Add(int at)
    {
        var bit = 1UL << (at & 63);
        switch (at >> 6)
        {
            case 0:
                a |= bit;
                break;
            case 1:
                b |= bit;
                break;
            case 2:
                c |= bit;
                break;
            case 3:
                d |= bit;
                break;
        }
    }

    /// <summary>Whether a place is in it.</summary>
    public readonly bool Has(int at) => (((at >> 6) switch { 0 => a, 1 => b, 2 => c, 3 => d, _ => 0 }) >> (at & 63) & 1) != 0;

    /// <summary>Whether the two have a place in common.</summary>
    public readonly bool Meets(in CharMask other) => ((a & other.a) | (b & other.b) | (c & other.c) | (d & other.d)) != 0;

    /// <summary>Adds another set.</summary>
    public void Add(in CharMask other) => (a, b, c, d) = (a | other.a, b | other.b, c | other.c, d | other.d);

    /// <summary>How many places there are.</summary>
    public readonly int Count =>
        BitOperations.PopCount(a) + BitOperations.PopCount(b) + BitOperations.PopCount(c) + BitOperations.PopCount(d);
}
