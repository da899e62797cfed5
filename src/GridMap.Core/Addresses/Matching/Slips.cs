namespace GridMap.Core.Addresses.Matching;

/// <summary>Counts the slips between two names: a character too many, missing, another one, or two exchanged.</summary>
/// <remarks>The restricted Damerau–Levenshtein distance (optimal string alignment).</remarks>
internal static class Slips
{
    private const int Longest = 64;

    /// <summary>The number of slips, or <paramref name="most"/> + 1 when there are more or a name is longer than 64.</summary>
    public static int Count(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most || a.Length > Longest || b.Length > Longest)
        {
            return most + 1;
        }

        Trim(ref a, ref b);
        if (a.IsEmpty || b.IsEmpty)
        {
            return a.Length + b.Length;
        }

        Span<int> before = stackalloc int[b.Length + 1], last = stackalloc int[b.Length + 1], row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var least = row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    cost = Math.Min(cost, before[j - 2] + 1);
                }

                row[j] = cost;
                least = Math.Min(least, cost);
            }

            if (least > most)
            {
                return most + 1;
            }

            var spare = before;
            before = last;
            last = row;
            row = spare;
        }

        return last[b.Length];
    }

    /// <summary>
    /// Whether names differ in what tells neighbours apart, a number or a quarter of the sky: 中山东路 and 中山西路, 一期 and 二期
    /// are two names and no slip.
    /// </summary>
    public static bool TellsApart(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Trim(ref a, ref b);
        return a.Length <= 1 && b.Length <= 1 && (Tells(a, b.IsEmpty) && Tells(b, a.IsEmpty));
    }

    private static bool Tells(ReadOnlySpan<char> rest, bool alone) =>
        rest.IsEmpty || char.IsAsciiDigit(rest[0])
        || (alone ? "东南西北" : "东南西北中上下前后内外左右").Contains(rest[0]);

    private static void Trim(ref ReadOnlySpan<char> a, ref ReadOnlySpan<char> b)
    {
        var same = a.CommonPrefixLength(b);
        a = a[same..];
        b = b[same..];
        while (!a.IsEmpty && !b.IsEmpty && a[^1] == b[^1])
        {
            a = a[..^1];
            b = b[..^1];
        }
    }
}
