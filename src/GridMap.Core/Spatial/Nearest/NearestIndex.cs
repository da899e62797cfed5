namespace GridMap.Core.Spatial.Nearest;

/// <summary>
/// An index of boxes for searching the nearest: frozen trees, large, and a small one of what came since, less what was
/// retired. Immutable and safe to share between threads.
/// </summary>
/// <remarks>
/// It knows boxes and numbers; the caller keeps the items in the order of their numbers, filters and measures them
/// through <see cref="INearestItems{TSelf}"/> while the search runs. A number is given once.
/// </remarks>
internal sealed class NearestIndex
{
    // Apart, because a point takes half the memory of a box.
    private readonly BoxTree points;
    private readonly BoxTree shapes;
    private readonly LatticeBox[] added;
    private readonly int[] addedOrder;
    private readonly BoxTree addedTree;
    private readonly RetiredSet retired;

    private NearestIndex(
        BoxTree points, BoxTree shapes, LatticeBox[] added, int[] addedOrder, RetiredSet retired)
    {
        this.points = points;
        this.shapes = shapes;
        this.added = added;
        this.addedOrder = addedOrder;
        this.retired = retired;
        addedTree = new BoxTree(added, addedOrder);
    }

    /// <summary>Numbers given so far, those of retired boxes included: the next box gets this one.</summary>
    public int Count => points.Count + shapes.Count + added.Length;

    /// <summary>How many numbers were retired since the build.</summary>
    public int RetiredCount => retired.Count;

    /// <summary>Bytes that the index holds, the items not counted.</summary>
    public long Bytes =>
        points.Bytes + shapes.Bytes + addedTree.Bytes + (added.LongLength * 36) + retired.Bytes;

    private int FrozenCount => points.Count + shapes.Count;

    /// <summary>Builds an index.</summary>
    /// <param name="boxes">The boxes; the array may be longer.</param>
    /// <param name="count">How many they are.</param>
    /// <param name="ties">
    /// Compares the items of two equal boxes by their place among the boxes: where many are in one place, the first of
    /// them are found without looking at all.
    /// </param>
    /// <param name="order">
    /// The place among the boxes of each number: number 0 was given to the box at the first of these places.
    /// </param>
    public static NearestIndex Build(LatticeBox[] boxes, int count, Comparison<int> ties, out int[] order)
    {
        var points = HilbertOrder.Sort(boxes, ListPlaces(boxes.AsSpan(0, count), ofPoints: true), ties);
        var shapes = HilbertOrder.Sort(boxes, ListPlaces(boxes.AsSpan(0, count), ofPoints: false), ties);
        order = shapes.Length == 0 ? points : [.. points, .. shapes];
        return new(new BoxTree(boxes, points), new BoxTree(boxes, shapes), [], [], default);
    }

    /// <summary>
    /// The index with more boxes, numbered on from <see cref="Count"/>, and without the retired ones. The frozen trees
    /// are shared: the cost is that of the boxes added since they were built, and a bit for each number.
    /// </summary>
    /// <param name="put">The boxes to add.</param>
    /// <param name="retire">Numbers to retire.</param>
    /// <param name="ties">Compares two items by how many were added before each since the build.</param>
    /// <exception cref="ArgumentOutOfRangeException">A retired number was never given.</exception>
    public NearestIndex With(
        IReadOnlyCollection<LatticeBox> put, IReadOnlyCollection<int> retire, Comparison<int> ties)
    {
        foreach (var number in retire)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(number, nameof(retire));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, Count, nameof(retire));
        }

        LatticeBox[] boxes = [.. added, .. put];
        var order = HilbertOrder.Sort(boxes, [.. Enumerable.Range(0, boxes.Length)], ties);
        return new(points, shapes, boxes, order, retired.With(retire));
    }

    /// <summary>Whether a number was retired.</summary>
    public bool IsRetired(int number) => retired.Contains(number);

    /// <summary>The numbers given by the build that may belong to a box.</summary>
    public IEnumerable<int> ListFrozen(LatticeBox box) =>
        box.IsPoint ? points.List(box) : shapes.List(box).Select(place => points.Count + place);

    /// <summary>Adds this index to those that a search goes through.</summary>
    /// <param name="search">The search.</param>
    /// <param name="items">The items behind the numbers of this index.</param>
    public void AddTo<TItems>(NearestSearch<TItems> search, TItems items)
        where TItems : struct, INearestItems<TItems>
    {
        search.Add(points, new Numbers(0, null, retired), items);
        search.Add(shapes, new Numbers(points.Count, null, retired), items);
        search.Add(addedTree, new Numbers(FrozenCount, addedOrder, retired), items);
    }

    private static int[] ListPlaces(ReadOnlySpan<LatticeBox> boxes, bool ofPoints)
    {
        var count = 0;
        foreach (ref readonly var box in boxes)
        {
            count += box.IsPoint == ofPoints ? 1 : 0;
        }

        var places = new int[count];
        for (int place = 0, listed = 0; listed < count; place++)
        {
            places[listed] = place;
            listed += boxes[place].IsPoint == ofPoints ? 1 : 0;
        }

        return places;
    }

    /// <summary>The numbers of a tree's places.</summary>
    internal readonly record struct Numbers(int First, int[]? Order, RetiredSet Retired)
    {
        /// <summary>The number of a place; −1 when it is retired.</summary>
        public int At(int place)
        {
            var number = First + (Order is null ? place : Order[place]);
            return Retired.Contains(number) ? -1 : number;
        }
    }
}
