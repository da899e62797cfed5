using System.Runtime.InteropServices;
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
/// nearest 500 metres and goes eight times as far until it has enough. All trees are searched at once, the nearest node
/// of any first.
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
    private const int MostKept = 4_096;

    [ThreadStatic]
    private static NearestSearch<TItem, TItems>? spare;

    private readonly PriorityQueue<(int Part, int Level, int Index), double> waiting = new();
    private readonly CandidateList candidates = new();
    private readonly List<Part> parts = [];

    /// <summary>For as many candidates as were asked for, those that are certainly nearest, their greatest distances.</summary>
    private readonly LeastValues most = new();

    private LatticePoint point;
    private double radius;
    private int limit;

    /// <summary>Square metres: what is at least that far cannot be among the nearest.</summary>
    private double reach;

    /// <summary>Whether anything was out of reach in this round.</summary>
    private bool leftOut;

    private NearestSearch()
    {
    }

    /// <summary>Starts a search: add indexes to it, list what it finds, dispose of it.</summary>
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
        search.parts.Clear();
        return search;
    }

    /// <summary>Adds a tree to those to search.</summary>
    public void Add(BoxTree tree, NearestIndex.Numbers numbers, TItems items)
    {
        if (tree.Count > 0)
        {
            parts.Add(new(tree, numbers, items));
        }
    }

    /// <summary>What is found, nearest first.</summary>
    public (double Distance, TItem Item)[] List()
    {
        Collect();
        candidates.Sort(reach);
        var from = new PointFrame(point.ToLonLat());
        var found = new (double Distance, TItem Item)[Math.Min(limit, candidates.Count)];
        var filled = 0;
        for (var i = 0; i < candidates.Count; i++)
        {
            if (filled == limit && candidates.Leasts[i] > SquareBeyond(found[^1].Distance))
            {
                break;
            }

            var hit = Measure(from, candidates.Candidates[i]);
            if (hit.Distance <= radius)
            {
                filled = Insert(found, filled, hit);
            }
        }

        return filled == found.Length ? found : found[..filled];
    }

    /// <summary>Gives the arrays back.</summary>
    public void Dispose()
    {
        parts.Clear();
        if (candidates.Count <= MostKept)
        {
            spare = this;
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

    /// <summary>Runs rounds until nothing was left out but what is certainly too far.</summary>
    private void Collect()
    {
        for (var rim = FirstRim; rim <= LastRim; rim *= RimGrowth)
        {
            Collect(new PlaneBound(point, rim), rim * rim);
            if (!leftOut || reach < rim * rim)
            {
                return;
            }
        }

        Collect(new FarBound(point), double.PositiveInfinity);
    }

    /// <summary>One round, that looks no farther than the bound's rim.</summary>
    private void Collect<TBound>(in TBound bound, double rimSquare)
        where TBound : struct, IDistanceBound
    {
        reach = Math.Min(rimSquare, SquareBeyond(radius));
        leftOut = false;
        candidates.Clear();
        most.Clear(limit);
        waiting.Clear();
        for (var part = 0; part < parts.Count; part++)
        {
            waiting.Enqueue((part, parts[part].Tree.Levels - 1, 0), 0);
        }

        while (waiting.TryDequeue(out var node, out var least) && least <= reach)
        {
            Visit(bound, node.Part, node.Level, node.Index);
        }
    }

    private void Visit<TBound>(in TBound bound, int part, int level, int index)
        where TBound : struct, IDistanceBound
    {
        var tree = parts[part].Tree;
        var box = tree.Node(level, index);
        if (box.IsPoint)
        {
            VisitPlace(bound, box, part, tree.EntriesBelow(level, index));
        }
        else if (level == 0)
        {
            VisitLeaf(bound, part, index);
        }
        else
        {
            VisitNode(bound, part, level, index);
        }
    }

    private void VisitNode<TBound>(in TBound bound, int part, int level, int index)
        where TBound : struct, IDistanceBound
    {
        var tree = parts[part].Tree;
        var (first, nodes) = tree.NodesBelow(level, index);
        Span<double> least = stackalloc double[BoxTree.Fanout];
        Span<double> greatest = stackalloc double[BoxTree.Fanout];
        bound.Between(tree.Sides(level - 1, first), least, greatest);
        ShrinkTo(greatest[..nodes], parts[part], level - 1, first);
        for (var i = 0; i < nodes; i++)
        {
            if (least[i] <= reach)
            {
                waiting.Enqueue((part, level - 1, first + i), least[i]);
            }
            else
            {
                leftOut = true;
            }
        }
    }

    /// <summary>A node with as many entries as are asked for, all of which qualify, bounds the reach before it is visited.</summary>
    private void ShrinkTo(ReadOnlySpan<double> greatest, in Part part, int level, int first)
    {
        var (nearest, node) = (double.PositiveInfinity, 0);
        for (var i = 0; i < greatest.Length; i++)
        {
            if (greatest[i] < nearest)
            {
                (nearest, node) = (greatest[i], i);
            }
        }

        if (nearest < reach && part.Items.TakesAll
            && part.Tree.EntriesBelow(level, first + node).Count - part.Numbers.Retired.Count >= limit)
        {
            reach = Math.Min(reach, SquareBeyond(Math.Sqrt(nearest)));
        }
    }

    private void VisitLeaf<TBound>(in TBound bound, int part, int index)
        where TBound : struct, IDistanceBound
    {
        ref readonly var visited = ref CollectionsMarshal.AsSpan(parts)[part];
        Span<double> least = stackalloc double[BoxTree.LeafSize];
        Span<double> greatest = stackalloc double[BoxTree.LeafSize];
        bound.Between(visited.Tree.LeafAt(index), least, greatest);
        var (first, entries) = visited.Tree.EntriesBelow(0, index);
        for (var i = 0; i < entries; i++)
        {
            if (!(least[i] <= reach))
            {
                leftOut = true;
            }
            else if (visited.Qualifies(first + i))
            {
                Accept(least[i], greatest[i], new(part, first + i));
            }
        }
    }

    /// <summary>Entries that are all in one place, in the order of ties: the first that qualify will do.</summary>
    private void VisitPlace<TBound>(in TBound bound, in LatticeBox box, int part, (int First, int Count) entries)
        where TBound : struct, IDistanceBound
    {
        var (least, greatest) = (bound.Least(box), bound.Most(box));
        if (!(least <= reach))
        {
            leftOut = true;
            return;
        }

        var found = 0;
        for (var place = entries.First; place < entries.First + entries.Count && found < limit; place++)
        {
            if (parts[part].Qualifies(place))
            {
                Accept(least, greatest, new(part, place));
                found++;
            }
        }
    }

    private void Accept(double least, double greatest, Candidate candidate)
    {
        candidates.Add(least, candidate);
        if (greatest < most.Greatest)
        {
            most.Offer(greatest);
            reach = Math.Min(reach, SquareBeyond(Math.Sqrt(most.Greatest)));
        }
    }

    private (double Distance, TItem Item) Measure(in PointFrame from, Candidate candidate)
    {
        var (tree, numbers, items) = parts[candidate.Tree];
        var item = items.Get(numbers.At(candidate.Place));
        var box = tree.BoxAt(candidate.Place);
        return (box.IsPoint ? Geodesic.Distance(from, box.Corner.ToLonLat()) : TItems.Measure(from, item), item);
    }

    /// <summary>A tree to search.</summary>
    private readonly record struct Part(BoxTree Tree, NearestIndex.Numbers Numbers, TItems Items)
    {
        public bool Qualifies(int place) => Numbers.At(place) is >= 0 and var number && Items.Qualifies(number);
    }
}
