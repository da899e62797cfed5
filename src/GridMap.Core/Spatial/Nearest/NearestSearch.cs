namespace GridMap.Core.Spatial.Nearest;

/// <summary>
/// One search for the nearest items, over one index or several after another: the limit, the radius and what was found
/// hold across them. Not thread-safe; each search is its own.
/// </summary>
/// <typeparam name="TItem">The items.</typeparam>
/// <typeparam name="TItems">What is asked about them.</typeparam>
public sealed class NearestSearch<TItem, TItems>
    where TItem : class
    where TItems : INearestItems<TItem>
{
    private readonly DistanceBound bound;
    private readonly double radius;
    private readonly int limit;

    /// <summary>What was found so far: a heap with the farthest on top.</summary>
    private readonly List<(double Distance, TItem Item)> found;

    private readonly PriorityQueue<(int Level, int Index), double> waiting = new();

    /// <summary>Starts a search.</summary>
    /// <param name="point">From where.</param>
    /// <param name="limit">At most how many; 1 or more.</param>
    /// <param name="radius">At most how far, metres, included; infinity: no limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is below 1, the radius negative or not a number.</exception>
    public NearestSearch(LatticePoint point, int limit, double radius)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        if (!(radius >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(radius), radius, "The radius must be 0 or more metres.");
        }

        bound = new DistanceBound(point);
        this.limit = limit;
        this.radius = radius;
        found = new List<(double, TItem)>(Math.Min(limit, 64));
    }

    /// <summary>Nothing farther than this can be among the nearest any more.</summary>
    private double Reach => found.Count < limit ? radius : found[0].Distance;

    /// <summary>What was found, nearest first.</summary>
    public IReadOnlyList<(double Distance, TItem Item)> List()
    {
        var sorted = found.ToArray();
        Array.Sort(sorted, Compare);
        return sorted;
    }

    /// <summary>Searches a tree, whose numbers count from <paramref name="first"/>.</summary>
    internal void Visit(BoxTree tree, int first, RetiredSet retired, TItems items)
    {
        if (tree.Levels == 0)
        {
            return;
        }

        Push(tree, tree.Levels - 1, 0);
        while (waiting.TryDequeue(out var node, out var distance) && distance <= Reach)
        {
            if (node.Level == 0)
            {
                VisitLeaf(tree, node.Index, first, retired, items);
            }
            else
            {
                VisitNode(tree, node.Level, node.Index);
            }
        }

        waiting.Clear();
    }

    private void VisitNode(BoxTree tree, int level, int index)
    {
        var (start, end) = tree.Children(level, index);
        for (var child = start; child < end; child++)
        {
            Push(tree, level - 1, child);
        }
    }

    private void Push(BoxTree tree, int level, int index)
    {
        var distance = bound.To(tree.Node(level, index));
        if (distance <= Reach)
        {
            waiting.Enqueue((level, index), distance);
        }
    }

    private void VisitLeaf(BoxTree tree, int index, int first, RetiredSet retired, TItems items)
    {
        var (start, end) = tree.Children(0, index);
        for (var place = start; place < end; place++)
        {
            var number = first + tree.NumberAt(place);
            if (bound.To(tree.BoxAt(place)) <= Reach
                && !retired.Contains(number)
                && items.Find(number) is { } item)
            {
                Offer(items.Measure(item), item);
            }
        }
    }

    private void Offer(double distance, TItem item)
    {
        if (!(distance <= radius))
        {
            return;
        }

        if (found.Count < limit)
        {
            found.Add((distance, item));
            SiftUp(found.Count - 1);
        }
        else if (Compare((distance, item), found[0]) < 0)
        {
            found[0] = (distance, item);
            SiftDown();
        }
    }

    private static int Compare((double Distance, TItem Item) a, (double Distance, TItem Item) b)
    {
        var byDistance = a.Distance.CompareTo(b.Distance);
        return byDistance != 0 ? byDistance : TItems.Compare(a.Item, b.Item);
    }

    private void SiftUp(int at)
    {
        while (at > 0 && Compare(found[at], found[(at - 1) / 2]) > 0)
        {
            (found[at], found[(at - 1) / 2]) = (found[(at - 1) / 2], found[at]);
            at = (at - 1) / 2;
        }
    }

    private void SiftDown()
    {
        for (var at = 0; ;)
        {
            var child = (2 * at) + 1;
            if (child + 1 < found.Count && Compare(found[child + 1], found[child]) > 0)
            {
                child++;
            }

            if (child >= found.Count || Compare(found[child], found[at]) <= 0)
            {
                return;
            }

            (found[at], found[child]) = (found[child], found[at]);
            at = child;
        }
    }
}
