using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;

namespace GridMap.Data.Exchange.GeoJson;

/// <summary>Reads plain decimal numbers, as coordinates are written.</summary>
internal static class DecimalNumber
{
    // Both sides of the division are whole numbers that a double holds exactly, so that the one rounding of the
    // division gives what double.Parse gives (W. D. Clinger, How to read floating point numbers accurately, 1990).
    private const ulong MostExact = 1UL << 53;

    // What a ulong surely holds.
    private const int MostDigits = 19;

    private const ulong Zeros = 0x3030303030303030, Sixes = 0x0606060606060606;
    private const ulong HighHalves = 0xF0F0F0F0F0F0F0F0, LowHalves = 0x0F0F0F0F0F0F0F0F;

    private static readonly ulong[] WholePowers = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

    private static readonly double[] Powers =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
    ];

    /// <summary>Reads a number at the start of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="number">The very double that <see cref="double.Parse(string)"/> gives.</param>
    /// <param name="mayEnd">Whether the text may end with the number; else something must follow it.</param>
    /// <returns>
    /// How many bytes it took; 0 where the text does not begin with a JSON number without exponent, or ends too soon.
    /// </returns>
    public static int Read(ReadOnlySpan<byte> text, out double number, bool mayEnd = false)
    {
        number = 0;
        var at = text.Length > 0 && text[0] == '-' ? 1 : 0;
        var first = at;
        ulong digits = 0;
        at = ReadDigits(text, at, ref digits);
        var count = at - first;
        if (count == 0 || (count > 1 && text[first] == '0'))
        {
            return 0;
        }

        var places = 0;
        if (at < text.Length && text[at] == '.')
        {
            var point = ++at;
            at = ReadDigits(text, at, ref digits);
            places = at - point;
            if (places == 0)
            {
                return 0;
            }
        }

        if (at >= text.Length ? !mayEnd : (text[at] | 0x20) == 'e')
        {
            return 0;
        }

        if (count + places > MostDigits || digits > MostExact)
        {
            number = double.Parse(text[..at], NumberStyles.Float, CultureInfo.InvariantCulture);
            return at;
        }

        number = digits / Powers[places];
        number = first == 1 ? -number : number;
        return at;
    }

    // Beyond 19 digits the value wraps around; who asks looks at their count first.
    private static int ReadDigits(ReadOnlySpan<byte> text, int at, ref ulong digits)
    {
        while (at + sizeof(ulong) <= text.Length)
        {
            var word = BinaryPrimitives.ReadUInt64LittleEndian(text[at..]);
            var count = CountDigits(word);
            digits = (digits * WholePowers[count]) + Value(word, count);
            at += count;
            if (count < sizeof(ulong))
            {
                return at;
            }
        }

        for (; at < text.Length && (uint)text[at] - '0' <= 9; at++)
        {
            digits = (digits * 10) + text[at] - '0';
        }

        return at;
    }

    /// <summary>How many of eight bytes, from the first on, are digits: the high half is 3, and adding 6 leaves it so.</summary>
    private static int CountDigits(ulong word)
    {
        var others = ((word & HighHalves) ^ Zeros) | (((word + Sixes) & HighHalves) ^ Zeros);
        return BitOperations.TrailingZeroCount(others) / 8;
    }

    /// <summary>The number that the first so many bytes are, by pairs, then fours, then eights.</summary>
    private static ulong Value(ulong word, int count)
    {
        // Two shifts, because one by 64 would be none.
        var digits = ((word & LowHalves) << (4 * (8 - count))) << (4 * (8 - count));
        digits = ((digits * 10) + (digits >> 8)) & 0x00FF00FF00FF00FF;
        digits = ((digits * 100) + (digits >> 16)) & 0x0000FFFF0000FFFF;
        return ((digits * 10_000) + (digits >> 32)) & 0x00000000FFFFFFFF;
    }
}
