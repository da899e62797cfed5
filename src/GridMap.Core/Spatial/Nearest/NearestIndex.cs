namespace GridMap.Core.Spatial.Nearest;

/// <summary>
/// An index of boxes for searching the nearest: a large frozen tree and a small one of what came since, less what was
/// retired. Immutable and safe to share between threads.
/// </summary>
/// <remarks>
/// It knows boxes and numbers; the caller keeps the items, filters and measures them through
/// <see cref="INearestItems{TItem}"/> while the search runs. The first box has number 0; a number is given once.
/// </remarks>
public sealed class NearestIndex
{
    /// <summary>An index of nothing.</summary>
    public static readonly NearestIndex Empty = Build([]);

    private readonly BoxTree frozen;
    private readonly LatticeBox[] added;
    private readonly BoxTree addedTree;
    private readonly RetiredSet retired;

    private NearestIndex(BoxTree frozen, LatticeBox[] added, RetiredSet retired)
    {
        this.frozen = frozen;
        this.added = added;
        this.retired = retired;
        addedTree = BoxTree.Build(added);
    }

    /// <summary>Numbers given so far, those of retired boxes included: the next box gets this one.</summary>
    public int Count => frozen.Count + added.Length;

    /// <summary>How many boxes came since the large tree was built; a change costs time in proportion to it.</summary>
    public int AddedCount => added.Length;

    /// <summary>Bytes that the index holds, the items not counted.</summary>
    public long Bytes => frozen.Bytes + addedTree.Bytes + (added.LongLength * 32) + retired.Bytes;

    /// <summary>Builds an index; the number of a box is its place in the span.</summary>
    public static NearestIndex Build(ReadOnlySpan<LatticeBox> boxes) => new(BoxTree.Build(boxes), [], default);

    /// <summary>
    /// The index with more boxes, numbered on from <see cref="Count"/>, and without the retired ones. The large tree is
    /// shared: the cost is that of the boxes added since it was built, and a bit for each number. Build anew when
    /// <see cref="AddedCount"/> has grown to some thousand.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A retired number was never given.</exception>
    public NearestIndex With(IReadOnlyCollection<LatticeBox> put, IReadOnlyCollection<int> retire)
    {
        foreach (var number in retire)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(number, nameof(retire));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, Count, nameof(retire));
        }

        return new NearestIndex(frozen, [.. added, .. put], retired.With(retire));
    }

    /// <summary>Runs a search over this index.</summary>
    /// <param name="search">The search; it may have been over others before.</param>
    /// <param name="items">The items behind the numbers of this index.</param>
    public void Visit<TItem, TItems>(NearestSearch<TItem, TItems> search, TItems items)
        where TItem : class
        where TItems : INearestItems<TItem>
    {
        search.Visit(frozen, 0, retired, items);
        search.Visit(addedTree, frozen.Count, retired, items);
    }
}
