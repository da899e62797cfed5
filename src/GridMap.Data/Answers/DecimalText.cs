using System.Buffers.Text;
using System.Text.Json;

namespace GridMap.Data.Answers;

/// <summary>Writes numbers as <see cref="Utf8JsonWriter"/> does, those with few decimals several times as fast.</summary>
internal static class DecimalText
{
    /// <summary>The most bytes that a number takes.</summary>
    public const int Longest = 32;

    // A decimal of up to 15 digits is the shortest text of the double nearest to it, and of no other.
    private const double MostSteps = 1e15;

    private static readonly double[] Powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];

    /// <summary>Writes a finite number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="decimals">How many decimals it is expected to have at most, 0 to 9; with more it is written whole, too.</param>
    /// <param name="to">Where to; <see cref="Longest"/> bytes.</param>
    /// <returns>How many bytes it took.</returns>
    public static int Write(double value, int decimals, Span<byte> to)
    {
        var steps = Math.Round(value * Powers[decimals]);

        // Below 1e-4 the shortest text may have an exponent, and zero a sign.
        return Math.Abs(steps) < MostSteps && steps / Powers[decimals] == value && Math.Abs(value) >= 1e-4
            ? WriteSteps((long)steps, decimals, to)
            : WriteShortest(value, to);
    }

    private static int WriteSteps(long steps, int decimals, Span<byte> to)
    {
        var (whole, part) = Math.DivRem(Math.Abs(steps), (long)Powers[decimals]);
        var written = 0;
        if (steps < 0)
        {
            to[written++] = (byte)'-';
        }

        Utf8Formatter.TryFormat(whole, to[written..], out var digits);
        written += digits;
        if (part == 0)
        {
            return written;
        }

        for (; part % 10 == 0; decimals--)
        {
            part /= 10;
        }

        to[written++] = (byte)'.';
        for (var place = written + decimals; place-- > written; part /= 10)
        {
            to[place] = (byte)('0' + (part % 10));
        }

        return written + decimals;
    }

    private static int WriteShortest(double value, Span<byte> to)
    {
        Utf8Formatter.TryFormat(value, to, out var written);
        return written;
    }
}
