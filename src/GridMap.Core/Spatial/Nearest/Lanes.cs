using System.Numerics;
using System.Runtime.Intrinsics;

namespace GridMap.Core.Spatial.Nearest;

/// <summary>Looks at several values at once: four or eight to a step, no branch that could be guessed wrongly.</summary>
internal static class Lanes
{
    /// <summary>A bit for each value that is at most the limit, the first value lowest. NaN is not.</summary>
    /// <param name="values">A multiple of eight, at most 32.</param>
    /// <param name="limit">The limit.</param>
    public static uint AtMost(ReadOnlySpan<double> values, double limit)
    {
        var (bits, most) = (0u, Vector512.Create(limit));
        for (var i = 0; i < values.Length; i += Vector512<double>.Count)
        {
            bits |= (uint)Vector512.LessThanOrEqual(Vector512.Create(values[i..]), most).ExtractMostSignificantBits() << i;
        }

        return bits;
    }

    /// <summary>The place of the least value, the first of several; none is NaN.</summary>
    /// <param name="values">A multiple of eight, at most 32.</param>
    public static int IndexOfLeast(ReadOnlySpan<double> values)
    {
        var least = Vector512.Create(values);
        for (var i = Vector512<double>.Count; i < values.Length; i += Vector512<double>.Count)
        {
            least = Vector512.MinNative(least, Vector512.Create(values[i..]));
        }

        var four = Vector256.MinNative(least.GetLower(), least.GetUpper());
        var two = Vector128.MinNative(four.GetLower(), four.GetUpper());
        return BitOperations.TrailingZeroCount(AtMost(values, two[0] < two[1] ? two[0] : two[1]));
    }

    /// <summary>
    /// A value that at least so many of the values do not exceed, seldom more than these; or the limit or more where that
    /// is not less. Found by halving, which costs less than to sort.
    /// </summary>
    /// <param name="values">A multiple of eight, at most 32; none is NaN.</param>
    /// <param name="count">How many; 1 or more, and no more than there are values.</param>
    /// <param name="limit">Beyond what values do not matter.</param>
    public static double NotExceededBy(ReadOnlySpan<double> values, int count, double limit)
    {
        const int Halvings = 7;
        var greatest = Greatest(values);
        var (low, high) = (0.0, greatest < limit ? greatest : limit);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            var isEnough = BitOperations.PopCount(AtMost(values, middle)) >= count;
            (low, high) = (isEnough ? low : middle, isEnough ? middle : high);
        }

        return high;
    }

    private static double Greatest(ReadOnlySpan<double> values)
    {
        var greatest = Vector512.Create(values);
        for (var i = Vector512<double>.Count; i < values.Length; i += Vector512<double>.Count)
        {
            greatest = Vector512.MaxNative(greatest, Vector512.Create(values[i..]));
        }

        var four = Vector256.MaxNative(greatest.GetLower(), greatest.GetUpper());
        var two = Vector128.MaxNative(four.GetLower(), four.GetUpper());
        return two[0] > two[1] ? two[0] : two[1];
    }
}
