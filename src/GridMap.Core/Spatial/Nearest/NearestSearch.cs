using GridMap.Core.Spatial.Distances;

namespace GridMap.Core.Spatial.Nearest;

/// <summary>
/// One search for the nearest items over one index or several. Not thread-safe; each search is its own, and its arrays
/// are lent from the thread.
/// </summary>
/// <remarks>
/// <para>
/// Two stages (T. Seidl, H.-P. Kriegel, "Optimal multi-step k-nearest neighbor search", 1998). The first knows boxes
/// only: it keeps what is not certainly farther than as many others as were asked for. The second measures these in
/// the order of their least distances and stops where the rest is certainly too far.
/// </para>
/// <para>
/// The first stage runs in rounds: <see cref="PlaneBound"/> is sharp only near the point, so a search begins with the
/// nearest 500 metres and goes eight times as far until it has enough. Call <see cref="NearestIndex.Visit"/> for each
/// index, and again for each while <see cref="Widen"/> says so.
/// </para>
/// </remarks>
/// <typeparam name="TItem">The items.</typeparam>
/// <typeparam name="TItems">What is asked about them.</typeparam>
internal sealed class NearestSearch<TItem, TItems> : IDisposable
    where TItem : class
    where TItems : struct, INearestItems<TItem>
{
    private const double FirstRim = 500;
    private const double LastRim = 256_000;
    private const double RimGrowth = 8;

    [ThreadStatic]
    private static NearestSearch<TItem, TItems>? spare;

    private readonly PriorityQueue<(int Level, int Index), double> waiting = new();
    private readonly CandidateList<TItem> candidates = new();

    /// <summary>For as many candidates as were asked for, those that are certainly nearest, their greatest distances.</summary>
    private readonly LeastValues most = new();

    private LatticePoint point;
    private double radius;
    private int limit;
    private double rim;
    private PlaneBound near;
    private FarBound far;

    /// <summary>Square metres: what is at least that far cannot be among the nearest.</summary>
    private double reach;

    private bool leftOut;

    private NearestSearch()
    {
    }

    /// <summary>Starts a search; dispose of it at the end.</summary>
    /// <param name="point">From where.</param>
    /// <param name="limit">At most how many; 1 or more.</param>
    /// <param name="radius">At most how far, metres, included; infinity: no limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is below 1, the radius negative or not a number.</exception>
    public static NearestSearch<TItem, TItems> Start(LatticePoint point, int limit, double radius)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        if (!(radius >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(radius), radius, "The radius must be 0 or more metres.");
        }

        // Taken, not shared: a filter may itself search.
        var search = spare ?? new NearestSearch<TItem, TItems>();
        spare = null;
        (search.point, search.limit, search.radius) = (point, limit, radius);
        search.StartRound(FirstRim);
        return search;
    }

    /// <summary>Whether another round is needed: then the indexes are to be visited again.</summary>
    public bool Widen()
    {
        if (!leftOut || double.IsPositiveInfinity(rim) || reach < rim * rim)
        {
            return false;
        }

        StartRound(rim < LastRim ? rim * RimGrowth : double.PositiveInfinity);
        return true;
    }

    /// <summary>What was found, nearest first.</summary>
    public (double Distance, TItem Item)[] List()
    {
        var from = new PointFrame(point.ToLonLat());
        var found = new (double Distance, TItem Item)[Math.Min(limit, candidates.Count)];
        var filled = 0;
        foreach (ref readonly var candidate in candidates.Sort(reach))
        {
            if (filled == limit && candidate.Least > SquareBeyond(found[^1].Distance))
            {
                break;
            }

            var metres = candidate.Box.IsPoint
                ? Geodesic.Distance(from, candidate.Box.Corner.ToLonLat())
                : TItems.Measure(from, candidate.Item);
            if (metres <= radius)
            {
                filled = Insert(found, filled, (metres, candidate.Item));
            }
        }

        return filled == found.Length ? found : found[..filled];
    }

    /// <summary>Gives the arrays back.</summary>
    public void Dispose()
    {
        if (candidates.TryClear())
        {
            spare = this;
        }
    }

    /// <summary>Searches a tree.</summary>
    internal void Visit(BoxTree tree, in NearestIndex.Numbers numbers, TItems items)
    {
        if (double.IsPositiveInfinity(rim))
        {
            Visit(far, tree, numbers, items);
        }
        else
        {
            Visit(near, tree, numbers, items);
        }
    }

    /// <summary>A little more than a distance, squared: bounds are compared with what was measured and rounded.</summary>
    private static double SquareBeyond(double metres)
    {
        var beyond = (metres * (1 + 1e-8)) + 0.01;
        return beyond * beyond;
    }

    /// <summary>Puts one into a sorted array, where there is room or it comes before the last; the new count.</summary>
    private static int Insert((double Distance, TItem Item)[] found, int filled, (double Distance, TItem Item) next)
    {
        if (filled == found.Length && Compare(next, found[^1]) >= 0)
        {
            return filled;
        }

        var at = Math.Min(filled, found.Length - 1);
        for (; at > 0 && Compare(next, found[at - 1]) < 0; at--)
        {
            found[at] = found[at - 1];
        }

        found[at] = next;
        return Math.Min(filled + 1, found.Length);
    }

    private static int Compare((double Distance, TItem Item) a, (double Distance, TItem Item) b)
    {
        var byDistance = a.Distance.CompareTo(b.Distance);
        return byDistance != 0 ? byDistance : TItems.Compare(a.Item, b.Item);
    }

    private void StartRound(double metres)
    {
        rim = metres;
        reach = Math.Min(rim * rim, SquareBeyond(radius));
        leftOut = false;
        waiting.Clear();
        candidates.TryClear();
        most.Clear(limit);
        if (double.IsPositiveInfinity(rim))
        {
            far = new FarBound(point);
        }
        else
        {
            near = new PlaneBound(point, rim);
        }
    }

    private void Visit<TBound>(in TBound bound, BoxTree tree, in NearestIndex.Numbers numbers, TItems items)
        where TBound : struct, IDistanceBound
    {
        if (tree.Levels > 0)
        {
            waiting.Enqueue((tree.Levels - 1, 0), 0);
        }

        while (waiting.TryDequeue(out var node, out var least) && least <= reach)
        {
            var box = tree.Node(node.Level, node.Index);
            if (box.IsPoint)
            {
                VisitPlace(bound, box, tree.EntriesBelow(node.Level, node.Index), numbers, items);
            }
            else if (node.Level == 0)
            {
                VisitLeaf(bound, tree, node.Index, numbers, items);
            }
            else
            {
                VisitNode(bound, tree, node.Level, node.Index);
            }
        }

        waiting.Clear();
    }

    private void VisitNode<TBound>(in TBound bound, BoxTree tree, int level, int index)
        where TBound : struct, IDistanceBound
    {
        var (first, nodes) = tree.NodesBelow(level, index);
        Span<double> squares = stackalloc double[BoxTree.Fanout];
        bound.Least(tree.Sides(level - 1, first), squares);
        for (var i = 0; i < nodes; i++)
        {
            if (squares[i] <= reach)
            {
                waiting.Enqueue((level - 1, first + i), squares[i]);
            }
            else
            {
                leftOut = true;
            }
        }
    }

    private void VisitLeaf<TBound>(
        in TBound bound, BoxTree tree, int index, in NearestIndex.Numbers numbers, TItems items)
        where TBound : struct, IDistanceBound
    {
        var leaf = tree.LeafAt(index);
        var (first, entries) = tree.EntriesBelow(0, index);
        Span<double> squares = stackalloc double[BoxTree.LeafSize];
        bound.Least(leaf, squares);
        for (var i = 0; i < entries; i++)
        {
            if (!(squares[i] <= reach))
            {
                leftOut = true;
            }
            else if (numbers.At(first + i) is >= 0 and var number && items.Find(number) is { } item)
            {
                var box = leaf.BoxAt(i);
                Accept(bound.Most(box), new(squares[i], item, box));
            }
        }
    }

    /// <summary>Entries that are all in one place, in the order of ties: the first that qualify will do.</summary>
    private void VisitPlace<TBound>(
        in TBound bound, in LatticeBox place, (int First, int Count) entries, in NearestIndex.Numbers numbers, TItems items)
        where TBound : struct, IDistanceBound
    {
        var (least, greatest) = (bound.Least(place), bound.Most(place));
        if (!(least <= reach))
        {
            leftOut = true;
            return;
        }

        var found = 0;
        for (var i = entries.First; i < entries.First + entries.Count && found < limit; i++)
        {
            if (numbers.At(i) is >= 0 and var number && items.Find(number) is { } item)
            {
                Accept(greatest, new(least, item, place));
                found++;
            }
        }
    }

    private void Accept(double greatest, in Candidate<TItem> candidate)
    {
        candidates.Add(candidate);
        if (greatest < most.Greatest)
        {
            most.Offer(greatest);
            reach = Math.Min(reach, SquareBeyond(Math.Sqrt(most.Greatest)));
        }
    }
}
