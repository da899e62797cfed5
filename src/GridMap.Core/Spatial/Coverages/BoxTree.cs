using System.Runtime.CompilerServices;

namespace GridMap.Core.Spatial.Coverages;

/// <summary>What a search of a <see cref="BoxTree"/> asks and does.</summary>
internal interface IBoxSearch
{
    /// <summary>Boxes farther than that are left out; it may shrink during the search.</summary>
    double Limit { get; }

    /// <summary>No more than the distance to anything in the box.</summary>
    double DistanceTo(in LonLatBox box);

    /// <summary>Looks at an item.</summary>
    void Visit(int item);
}

/// <summary>
/// A packed tree of boxes: the items in Hilbert order, then level by level the boxes over each eight. Flat arrays. A search
/// sees boxes up to 27 mm larger at each side.
/// </summary>
internal sealed class BoxTree
{
    private const int Fan = 8;

    private readonly int[] items;
    private readonly PackedBox[][] levels;

    private BoxTree(int[] items, PackedBox[][] levels)
    {
        this.items = items;
        this.levels = levels;
    }

    public long SizeInBytes =>
        (items.Length * (long)sizeof(int)) + levels.Sum(static level => level.Length * (long)Unsafe.SizeOf<PackedBox>());

    /// <summary>The tree over all boxes; items are their numbers.</summary>
    public static BoxTree Build(LonLatBox[] boxes) => Build(boxes, [.. Enumerable.Range(0, boxes.Length)]);

    /// <summary>The tree over boxes that hold an item each.</summary>
    public static BoxTree Build(LonLatBox[] boxes, int[] items)
    {
        var all = LonLatBox.Nothing;
        foreach (var box in boxes)
        {
            all = all.Plus(box);
        }

        var order = Enumerable.Range(0, boxes.Length).ToArray();
        Array.Sort(Array.ConvertAll(boxes, box => HilbertKey(box, all)), order);
        var levels = new List<LonLatBox[]> { Array.ConvertAll(order, place => boxes[place]) };
        while (levels[^1].Length > Fan)
        {
            levels.Add(Above(levels[^1]));
        }

        return new BoxTree(
            Array.ConvertAll(order, place => items[place]),
            [.. levels.Select(static level => Array.ConvertAll(level, PackedBox.Around))]);
    }

    /// <summary>Depth first, the nearer boxes first.</summary>
    public void Search<TSearch>(ref TSearch search)
        where TSearch : IBoxSearch, allows ref struct
    {
        if (items.Length > 0)
        {
            Search(ref search, levels.Length - 1, 0, levels[^1].Length);
        }
    }

    /// <summary>The items whose boxes meet a box; perhaps some beside it.</summary>
    public List<int> ListMeeting(LonLatBox box)
    {
        var search = new MeetingSearch(box, []);
        Search(ref search);
        return search.Found;
    }

    private void Search<TSearch>(ref TSearch search, int level, int from, int to)
        where TSearch : IBoxSearch, allows ref struct
    {
        Span<double> distances = stackalloc double[Fan];
        Span<int> order = stackalloc int[Fan];
        var near = 0;
        for (var i = from; i < to; i++)
        {
            var distance = search.DistanceTo(levels[level][i].ToBox());
            if (distance <= search.Limit)
            {
                distances[near] = distance;
                order[near++] = i;
            }
        }

        distances = distances[..near];
        distances.Sort(order[..near]);
        for (var i = 0; i < near && distances[i] <= search.Limit; i++)
        {
            if (level == 0)
            {
                search.Visit(items[order[i]]);
            }
            else
            {
                var below = order[i] * Fan;
                Search(ref search, level - 1, below, Math.Min(below + Fan, levels[level - 1].Length));
            }
        }
    }

    private static LonLatBox[] Above(LonLatBox[] boxes)
    {
        var above = new LonLatBox[(boxes.Length + Fan - 1) / Fan];
        Array.Fill(above, LonLatBox.Nothing);
        for (var i = 0; i < boxes.Length; i++)
        {
            above[i / Fan] = above[i / Fan].Plus(boxes[i]);
        }

        return above;
    }

    private static ulong HilbertKey(in LonLatBox box, in LonLatBox all)
    {
        var x = Scale(box.West + box.East, all.West, all.East);
        var y = Scale(box.South + box.North, all.South, all.North);
        return HilbertCurve.Rank(x, y);
    }

    private static uint Scale(double doubled, double low, double high) =>
        high > low ? (uint)Math.Clamp(((doubled / 2) - low) / (high - low) * uint.MaxValue, 0, uint.MaxValue) : 0;

    private readonly record struct MeetingSearch(LonLatBox Box, List<int> Found) : IBoxSearch
    {
        public double Limit => 0;

        public double DistanceTo(in LonLatBox other) => Box.Meets(other) ? 0 : double.PositiveInfinity;

        public void Visit(int item) => Found.Add(item);
    }

    /// <summary>A box in half the room: its sides in whole units, rounded outwards.</summary>
    private readonly record struct PackedBox(int West, int South, int East, int North)
    {
        // About four million a degree, 27 mm each: 180 degrees fit, and so does what is no box.
        private const double UnitsPerDegree = 1 << 22;

        public static PackedBox Around(LonLatBox box) => new(
            ToUnits(Math.Floor(box.West * UnitsPerDegree)), ToUnits(Math.Floor(box.South * UnitsPerDegree)),
            ToUnits(Math.Ceiling(box.East * UnitsPerDegree)), ToUnits(Math.Ceiling(box.North * UnitsPerDegree)));

        // By a power of two: exact.
        public LonLatBox ToBox() => new(
            West / UnitsPerDegree, South / UnitsPerDegree, East / UnitsPerDegree, North / UnitsPerDegree);

        private static int ToUnits(double units) => (int)Math.Clamp(units, int.MinValue, int.MaxValue);
    }
}
