namespace GridMap.Core.Grids;

/// <summary>Sorted arrays that are never changed, and the next one after a few changes: copied, not sorted again.</summary>
internal static class SortedItems
{
    /// <summary>The array without some of its items and with others.</summary>
    /// <param name="items">Sorted, without equal ones.</param>
    /// <param name="removed">What goes; what is not there is passed over.</param>
    /// <param name="added">What comes, in any order; nothing that compares equal may be left in the array.</param>
    /// <param name="order">The order.</param>
    public static T[] Replace<T>(T[] items, IEnumerable<T> removed, IEnumerable<T> added, IComparer<T> order)
    {
        var gone = removed.Select(item => Array.BinarySearch(items, item, order)).Where(static at => at >= 0).Order().ToArray();
        var come = added.Order(order).ToArray();
        var result = new T[items.Length - gone.Length + come.Length];
        var (from, to, next) = (0, 0, 0);
        foreach (var item in come)
        {
            var place = Array.BinarySearch(items, item, order);
            Copy(place < 0 ? ~place : place);
            result[to++] = item;
        }

        Copy(items.Length);
        return result;

        void Copy(int end)
        {
            while (from < end)
            {
                var until = next < gone.Length ? Math.Min(gone[next], end) : end;
                Array.Copy(items, from, result, to, until - from);
                to += until - from;
                from = until;
                if (next < gone.Length && gone[next] == from && from < end)
                {
                    (from, next) = (from + 1, next + 1);
                }
            }
        }
    }

    /// <summary>The items between the first that is not below a key and the first that is above it.</summary>
    /// <param name="items">Sorted.</param>
    /// <param name="compareToKey">The sign of an item less the key.</param>
    public static ArraySegment<T> Range<T>(T[] items, Func<T, int> compareToKey)
    {
        var from = First(items, item => compareToKey(item) >= 0);
        var to = First(items, item => compareToKey(item) > 0);
        return new ArraySegment<T>(items, from, to - from);
    }

    private static int First<T>(T[] items, Func<T, bool> holds)
    {
        var (low, high) = (0, items.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = holds(items[middle]) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
