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
/// The first stage runs in rounds, each with a bound that is good up to a rim: a nearer rim makes a sharper bound, and too
/// near a one a round for nothing. With a rim of 32 km and at 45 degrees a bound is off by half a hundredth.
/// </para>
/// </remarks>
/// <typeparam name="TItems">What is asked about the items.</typeparam>
internal sealed partial class NearestSearch<TItems> : IDisposable
    where TItems : struct, INearestItems<TItems>
{
    private const double FirstRim = 32_000;
    private const double LastRim = 256_000;
    private const double RimGrowth = 8;
    private const int MostKept = 4_096;

    [ThreadStatic]
    private static NearestSearch<TItems>? spare;

    private readonly CandidateList candidates = new();
    private readonly List<Part> parts = [];

    private Hit[] hits = new Hit[16];
    private LatticePoint point;
    private double radius;
    private int limit;

    private NearestSearch()
    {
    }

    /// <summary>Starts a search: add indexes to it, list what it finds, dispose of it.</summary>
    /// <param name="point">From where.</param>
    /// <param name="limit">At most how many; 1 or more.</param>
    /// <param name="radius">At most how far, metres, included; infinity: no limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is below 1, the radius negative or not a number.</exception>
    public static NearestSearch<TItems> Start(LatticePoint point, int limit, double radius)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        if (!(radius >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(radius), radius, "The radius must be 0 or more metres.");
        }

        // Taken, not shared: what is asked of terms may itself search.
        var search = spare ?? new NearestSearch<TItems>();
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
    /// <param name="result">Makes a result of an item, by its index and number there, and its distance in metres.</param>
    public TResult[] List<TResult>(Func<TItems, int, double, TResult> result)
    {
        var hits = Find();
        var results = new TResult[hits.Length];
        for (var i = 0; i < hits.Length; i++)
        {
            var (items, number) = ItemOf(hits[i].Candidate);
            results[i] = result(items, number, hits[i].Distance);
        }

        return results;
    }

    /// <summary>How many are found.</summary>
    public int Count() => Find().Length;

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

    private ReadOnlySpan<Hit> Find()
    {
        Collect();
        candidates.Sort(reach);
        return Measure();
    }

    /// <summary>The second stage.</summary>
    private ReadOnlySpan<Hit> Measure()
    {
        var from = new ShapeSearch(new PointFrame(point.ToLonLat()));
        var leasts = candidates.Leasts;
        var nearest = candidates.Candidates;
        var found = RoomForHits(Math.Min(limit, leasts.Length));
        var filled = 0;
        for (var i = 0; i < leasts.Length; i++)
        {
            if (filled == limit && leasts[i] > SquareBeyond(found[^1].Distance))
            {
                break;
            }

            var metres = Metres(from, nearest[i]);
            if (metres <= radius)
            {
                filled = Insert(found, filled, new(metres, nearest[i]));
            }
        }

        return found[..filled];
    }

    private Span<Hit> RoomForHits(int count)
    {
        if (hits.Length < count)
        {
            hits = new Hit[Math.Max(count, 2 * hits.Length)];
        }

        return hits.AsSpan(0, count);
    }

    private double Metres(ShapeSearch from, Candidate candidate)
    {
        var box = PartAt(candidate.Part).Tree.BoxAt(candidate.Place);
        if (box.IsPoint)
        {
            return Geodesic.Distance(from.From, box.Corner.ToLonLat());
        }

        var (items, number) = ItemOf(candidate);
        return items.Measure(from, number);
    }

    private (TItems Items, int Number) ItemOf(Candidate candidate)
    {
        ref readonly var part = ref PartAt(candidate.Part);
        return (part.Items, part.Numbers.At(candidate.Place));
    }

    private ref readonly Part PartAt(int index) => ref CollectionsMarshal.AsSpan(parts)[index];

    /// <summary>Puts one into a sorted array, where there is room or it comes before the last; the new count.</summary>
    private int Insert(Span<Hit> found, int filled, in Hit next)
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

    private int Compare(in Hit a, in Hit b) =>
        a.Distance < b.Distance ? -1 : a.Distance > b.Distance ? 1 : CompareKeys(a.Candidate, b.Candidate);

    private int CompareKeys(Candidate a, Candidate b)
    {
        var ((items, number), (others, other)) = (ItemOf(a), ItemOf(b));
        return TItems.Compare(items, number, others, other);
    }

    /// <summary>A candidate that was measured.</summary>
    private readonly record struct Hit(double Distance, Candidate Candidate);

    /// <summary>A tree to search.</summary>
    private readonly record struct Part(BoxTree Tree, NearestIndex.Numbers Numbers, TItems Items)
    {
        public bool TakesAll => Items.TakesAll && Numbers.Retired.Count == 0;

        public uint Narrow(int first, uint places) =>
            Numbers.Order is null ? Items.Narrow(Numbers.First + first, places) : places;

        public bool Qualifies(int place) => Numbers.At(place) is >= 0 and var number && Items.Qualifies(number);
    }
}
