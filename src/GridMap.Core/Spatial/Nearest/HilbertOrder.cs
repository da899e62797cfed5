using System.Numerics;

namespace GridMap.Core.Spatial.Nearest;

/// <summary>Sorts boxes along a Hilbert curve through their middles; equal boxes by a comparison.</summary>
/// <remarks>
/// The high half of the rank is sorted by radix, the entry in the low half of the word. What is equal so far is a short
/// run in all but odd data, and is sorted by comparing.
/// </remarks>
internal sealed class HilbertOrder
{
    private const int DigitBits = 11;
    private const int SmallSet = 4_096;

    private readonly LatticeBox[] boxes;
    private readonly int[] numbers;
    private readonly Comparison<int> ties;
    private readonly ulong[] ranks;

    private HilbertOrder(LatticeBox[] boxes, int[] numbers, Comparison<int> ties, ulong[] ranks)
    {
        this.boxes = boxes;
        this.numbers = numbers;
        this.ties = ties;
        this.ranks = ranks;
    }

    /// <summary>The numbers of boxes in order.</summary>
    /// <param name="boxes">All boxes.</param>
    /// <param name="numbers">Which of them.</param>
    /// <param name="ties">Compares the numbers of two equal boxes.</param>
    public static int[] Sort(LatticeBox[] boxes, int[] numbers, Comparison<int> ties)
    {
        if (numbers.Length < 2)
        {
            return numbers;
        }

        using var ranks = new Rented<ulong>(numbers.Length);
        using var words = new Rented<ulong>(numbers.Length);
        using var spare = new Rented<ulong>(numbers.Length);
        return new HilbertOrder(boxes, numbers, ties, ranks.Array)
            .Sort(words.Array.AsSpan(0, numbers.Length), spare.Array.AsSpan(0, numbers.Length));
    }

    private int[] Sort(Span<ulong> words, Span<ulong> spare)
    {
        RankAll();
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = (ranks[i] & ~(ulong)uint.MaxValue) | (uint)i;
        }

        if (words.Length <= SmallSet)
        {
            words.Sort();
        }
        else
        {
            for (var shift = 32; shift < 64; shift += DigitBits)
            {
                SortByDigit(words, spare, shift);
                var sorted = spare;
                spare = words;
                words = sorted;
            }
        }

        SortRuns(words);
        var order = new int[words.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = numbers[(int)(uint)words[i]];
        }

        return order;
    }

    private void RankAll()
    {
        var whole = boxes[numbers[0]];
        foreach (var number in numbers)
        {
            whole = whole.Union(boxes[number]);
        }

        // As finely as the curve's 32 bits allow.
        var shift = Math.Max(0, 32 - BitOperations.LeadingZeroCount(
            (ulong)Math.Max(whole.MaxX - whole.MinX, whole.MaxY - whole.MinY)));
        Ranges.ForEach(numbers.Length, (start, end) =>
        {
            for (var i = start; i < end; i++)
            {
                ref readonly var box = ref boxes[numbers[i]];
                ranks[i] = HilbertCurve.Rank(
                    (uint)((((box.MinX + box.MaxX) >> 1) - whole.MinX) >> shift),
                    (uint)((((box.MinY + box.MaxY) >> 1) - whole.MinY) >> shift));
            }
        });
    }

    private static void SortByDigit(ReadOnlySpan<ulong> from, Span<ulong> to, int shift)
    {
        const ulong Mask = (1 << DigitBits) - 1;
        Span<int> places = stackalloc int[1 << DigitBits];
        places.Clear();
        foreach (var word in from)
        {
            places[(int)(word >> shift & Mask)]++;
        }

        var place = 0;
        foreach (ref var count in places)
        {
            (count, place) = (place, place + count);
        }

        foreach (var word in from)
        {
            to[places[(int)(word >> shift & Mask)]++] = word;
        }
    }

    private void SortRuns(Span<ulong> words)
    {
        for (var start = 0; start < words.Length;)
        {
            var end = start + 1;
            while (end < words.Length && words[end] >> 32 == words[start] >> 32)
            {
                end++;
            }

            if (end - start > 1)
            {
                words[start..end].Sort(Compare);
            }

            start = end;
        }
    }

    private int Compare(ulong a, ulong b)
    {
        var (i, j) = ((int)(uint)a, (int)(uint)b);
        var byRank = ranks[i].CompareTo(ranks[j]);
        if (byRank != 0 || i == j)
        {
            return byRank;
        }

        var (p, q) = (boxes[numbers[i]], boxes[numbers[j]]);
        return p == q
            ? ties(numbers[i], numbers[j])
            : (p.MinX, p.MinY, p.MaxX, p.MaxY).CompareTo((q.MinX, q.MinY, q.MaxX, q.MaxY));
    }
}
