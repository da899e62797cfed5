
namespace GridMap.Core.Spatial.Nearest;

/// <summary>
/// Boxes in the order of a Hilbert curve, packed 32 to a leaf and 16 nodes to a node, level upon level, in flat arrays: a
/// packed R-tree (I. Kamel, C. Faloutsos, "Hilbert R-tree", 1994). Frozen; it knows boxes and their places only.
/// </summary>
/// <remarks>
/// An entry costs 8 bytes where all boxes are points, else 16, and one more for the nodes above it. The sides of the
/// entries of a leaf, and of the nodes below a node, lie together (all west sides, all south sides …), so that a step
/// of a search reads one piece of memory and compares several boxes at once.
/// </remarks>
internal sealed partial class BoxTree
{
    /// <summary>Entries of a leaf.</summary>
    public const int LeafSize = 32;

    /// <summary>Nodes below a node.</summary>
    public const int Fanout = 16;

    /// <summary>More levels no tree has: 32 entries times 16 to the seventh are 8,589,934,592.</summary>
    public const int MostLevels = 8;

    /// <summary>Where each level begins, a multiple of sixteen, and where the last one ends.</summary>
    private readonly int[] levelStarts;

    /// <summary>By sixteen nodes: their west, south, east and north sides; whole numbers of lattice steps.</summary>
    private readonly double[] nodes;

    /// <summary>By leaf: the west and south sides of its entries, and the east and north ones where not all are points.</summary>
    private readonly int[] entries;

    private readonly int sides;

    /// <summary>Entries.</summary>
    public int Count { get; }

    /// <summary>Levels of nodes; 0 for an empty tree. Level 0 are the leaves, the last is the root alone.</summary>
    public int Levels => levelStarts.Length - 1;

    /// <summary>Bytes of its arrays.</summary>
    public long Bytes => (nodes.LongLength * sizeof(double)) + (entries.LongLength * sizeof(int));

    /// <summary>The nodes below a node that is no leaf: the first, a multiple of sixteen, and how many.</summary>
    public (int First, int Count) NodesBelow(int level, int index)
    {
        var first = index * Fanout;
        return (first, Math.Min(Fanout, WidthOf(Count, level - 1) - first));
    }

    /// <summary>The entries below a node: the first and how many.</summary>
    public (int First, int Count) EntriesBelow(int level, int index)
    {
        var each = LeafSize;
        for (var below = 0; below < level; below++)
        {
            each *= Fanout;
        }

        return (index * each, Math.Min(each, Count - (index * each)));
    }

    /// <summary>
    /// Of sixteen nodes the west sides, then the south, east and north ones, in lattice steps. Those beyond the level's
    /// end mean nothing.
    /// </summary>
    /// <param name="level">The level.</param>
    /// <param name="first">The first node, a multiple of sixteen.</param>
    public ReadOnlySpan<double> Sides(int level, int first) => nodes.AsSpan((levelStarts[level] + first) * 4, Fanout * 4);

    /// <summary>The box of a node.</summary>
    public LatticeBox Node(int level, int index)
    {
        var block = Sides(level, index & -Fanout)[(index % Fanout)..];
        return new((long)block[0], (long)block[Fanout], (long)block[2 * Fanout], (long)block[3 * Fanout]);
    }

    /// <summary>The entries of a leaf.</summary>
    public Leaf LeafAt(int index) =>
        new(Node(0, index), entries.AsSpan(index * LeafSize * sides, LeafSize * sides));

    /// <summary>Sends for a leaf's entries, so that they are on their way from memory when they are asked for.</summary>
    public void PrefetchLeaf(int index) => Memory.Prefetch(in entries[index * LeafSize * sides], LeafSize * sides);

    /// <summary>A box that holds the entry at a place, and is its box where its leaf is narrower than 2.14 degrees.</summary>
    public LatticeBox BoxAt(int place) => LeafAt(place / LeafSize).BoxAt(place % LeafSize);

    /// <summary>The places of the entries that hold a box, as far as the tree knows them.</summary>
    public IEnumerable<int> List(LatticeBox box) => Levels == 0 ? [] : List(box, Levels - 1, 0);

    private IEnumerable<int> List(LatticeBox box, int level, int index)
    {
        if (!Node(level, index).Holds(box))
        {
            return [];
        }

        if (level > 0)
        {
            var (first, count) = NodesBelow(level, index);
            return Enumerable.Range(first, count).SelectMany(below => List(box, level - 1, below));
        }

        var (place, entries) = EntriesBelow(0, index);
        return Enumerable.Range(place, entries).Where(i => LeafAt(index).BoxAt(i - place).Holds(box));
    }

    /// <summary>How many nodes a level has.</summary>
    private static int WidthOf(int count, int level)
    {
        var width = (count + LeafSize - 1) / LeafSize;
        for (var below = 0; below < level; below++)
        {
            width = (width + Fanout - 1) / Fanout;
        }

        return width;
    }
}
