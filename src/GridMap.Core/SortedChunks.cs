using System.Collections;

namespace GridMap.Core;

/// <summary>
/// A sorted list that never changes, in chunks of some hundred items. The next one after a change shares all chunks that
/// the change does not touch, so that a change costs what it changed and not what there is. Safe to share between threads.
/// </summary>
/// <remarks>
/// No two items compare equal, except where the list was built from such: then they stay, and a search finds the first.
/// </remarks>
internal sealed class SortedChunks<T> : IReadOnlyList<T>
    where T : class
{
    private const int ChunkSize = 512;

    private readonly IComparer<T> order;

    /// <summary>None is empty.</summary>
    private readonly T[][] chunks;

    /// <summary>How many items lie before each chunk, and at the end how many there are.</summary>
    private readonly int[] starts;

    private SortedChunks(IComparer<T> order, T[][] chunks, int[] starts) =>
        (this.order, this.chunks, this.starts) = (order, chunks, starts);

    /// <inheritdoc/>
    public int Count => starts[^1];

    /// <inheritdoc/>
    public T this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            var at = Array.BinarySearch(starts, index);
            var chunk = at < 0 ? ~at - 1 : at;
            return chunks[chunk][index - starts[chunk]];
        }
    }

    /// <summary>A list of items in any order.</summary>
    public static SortedChunks<T> Of(IEnumerable<T> items, IComparer<T> order)
    {
        var all = items.ToArray();
        for (var i = 1; i < all.Length; i++)
        {
            if (order.Compare(all[i - 1], all[i]) > 0)
            {
                all = [.. all.Order(order)];
                break;
            }
        }

        var builder = new Builder((all.Length / ChunkSize) + 1);
        builder.AddPieces(all);
        return builder.Build(order);
    }

    /// <summary>The first item with a key, or null.</summary>
    /// <param name="key">What is looked for; items rise by it.</param>
    /// <param name="compare">The sign of an item's key less that one. Static, so that a search allocates nothing.</param>
    public T? Find<TKey>(TKey key, Func<T, TKey, int> compare)
    {
        var (chunk, at) = FirstNotBelow(key, compare);
        return chunk < chunks.Length && compare(chunks[chunk][at], key) == 0 ? chunks[chunk][at] : null;
    }

    /// <summary>All items with a key, in their order; see <see cref="Find"/>.</summary>
    public IEnumerable<T> List<TKey>(TKey key, Func<T, TKey, int> compare)
    {
        var (chunk, at) = FirstNotBelow(key, compare);
        for (; chunk < chunks.Length; chunk++, at = 0)
        {
            for (; at < chunks[chunk].Length; at++)
            {
                if (compare(chunks[chunk][at], key) != 0)
                {
                    yield break;
                }

                yield return chunks[chunk][at];
            }
        }
    }

    /// <summary>The list after a change.</summary>
    /// <param name="put">What comes; each replaces the item that compares equal, where there is one.</param>
    /// <param name="removed">What goes; what is not there is passed over, and what is also put stays.</param>
    public SortedChunks<T> With(IEnumerable<T> put, IEnumerable<T> removed)
    {
        // The sort is stable: of equal ones, what is put comes after what is removed, and the last one counts.
        (T Item, bool Stays)[] edits =
            [.. removed.Select(static i => (i, false)).Concat(put.Select(static i => (i, true))).OrderBy(static e => e.i, order)];
        if (edits.Length == 0)
        {
            return this;
        }

        // Most changes leave as many chunks as there were, or one more.
        var builder = new Builder(chunks.Length + 1);
        var next = 0;
        for (var at = 0; at < edits.Length;)
        {
            var chunk = ChunkOf(edits[at].Item);
            var end = at + 1;
            while (end < edits.Length && ChunkOf(edits[end].Item) == chunk)
            {
                end++;
            }

            builder.Share(chunks, starts, next, chunk);
            builder.AddPieces(Merge(chunk < chunks.Length ? chunks[chunk] : [], edits.AsSpan(at, end - at)));
            (at, next) = (end, Math.Min(chunk + 1, chunks.Length));
        }

        builder.Share(chunks, starts, next, chunks.Length);
        return builder.Build(order);
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        foreach (var chunk in chunks)
        {
            foreach (var item in chunk)
            {
                yield return item;
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Where the first item that is not below a key lies; in the chunk after the last: nowhere.</summary>
    private (int Chunk, int At) FirstNotBelow<TKey>(TKey key, Func<T, TKey, int> compare)
    {
        var (low, high) = (0, chunks.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = compare(chunks[middle][0], key) < 0 ? (middle + 1, high) : (low, middle);
        }

        // All of that chunk may be below the key; the first of the next one is not.
        var chunk = low - 1;
        var at = chunk < 0 ? 0 : CountBelow(chunks[chunk], key, compare);
        return chunk >= 0 && at < chunks[chunk].Length ? (chunk, at) : (low, 0);
    }

    private static int CountBelow<TKey>(T[] items, TKey key, Func<T, TKey, int> compare)
    {
        var (low, high) = (0, items.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = compare(items[middle], key) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The last chunk that starts at or below an item, or the first.</summary>
    private int ChunkOf(T item)
    {
        var (low, high) = (0, chunks.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = order.Compare(chunks[middle][0], item) <= 0 ? (middle + 1, high) : (low, middle);
        }

        return Math.Max(0, low - 1);
    }

    private T[] Merge(T[] items, ReadOnlySpan<(T Item, bool Stays)> edits)
    {
        var merged = new List<T>(items.Length + edits.Length);
        var from = 0;
        for (var i = 0; i < edits.Length; i++)
        {
            var (item, stays) = edits[i];
            while (from < items.Length && order.Compare(items[from], item) < 0)
            {
                merged.Add(items[from++]);
            }

            while (from < items.Length && order.Compare(items[from], item) == 0)
            {
                from++;
            }

            if (stays && (i + 1 == edits.Length || order.Compare(edits[i + 1].Item, item) != 0))
            {
                merged.Add(item);
            }
        }

        merged.AddRange(items.AsSpan(from));
        return [.. merged];
    }

    private sealed class Builder(int capacity)
    {
        private readonly List<T[]> chunks = new(capacity);
        private readonly List<int> starts = new(capacity + 1) { 0 };

        /// <summary>Takes over chunks as they are. Their items are not looked at.</summary>
        public void Share(T[][] from, int[] fromStarts, int first, int end)
        {
            chunks.AddRange(from.AsSpan(first, end - first));
            var shift = starts[^1] - fromStarts[first];
            for (var i = first + 1; i <= end; i++)
            {
                starts.Add(fromStarts[i] + shift);
            }
        }

        /// <summary>Adds items; more than two chunks' worth of them are divided.</summary>
        public void AddPieces(T[] items)
        {
            var size = items.Length <= 2 * ChunkSize ? items.Length : ChunkSize;
            for (var start = 0; start < items.Length; start += size)
            {
                var piece = size == items.Length ? items : items[start..Math.Min(items.Length, start + size)];
                chunks.Add(piece);
                starts.Add(starts[^1] + piece.Length);
            }
        }

        public SortedChunks<T> Build(IComparer<T> order) => new(order, [.. chunks], [.. starts]);
    }
}

/// <summary>The items of a type in the order of their internal ids.</summary>
internal static class SortedChunks
{
    /// <summary>The list itself where it is one already.</summary>
    public static SortedChunks<T> ById<T>(IEnumerable<T> items)
        where T : class, IMapItem => items as SortedChunks<T> ?? SortedChunks<T>.Of(items, IdOrder<T>.Instance);

    /// <summary>The item of that id, or null.</summary>
    public static T? Find<T>(this SortedChunks<T> items, long id)
        where T : class, IMapItem => items.Find(id, static (item, key) => item.Id.CompareTo(key));

    private sealed class IdOrder<T> : IComparer<T>
        where T : class, IMapItem
    {
        public static readonly IdOrder<T> Instance = new();

        public int Compare(T? x, T? y) => x!.Id.CompareTo(y!.Id);
    }
}
