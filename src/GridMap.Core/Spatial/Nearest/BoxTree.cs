using System.Numerics;

namespace GridMap.Core.Spatial.Nearest;

/// <summary>
/// Boxes sorted along a Hilbert curve and packed sixteen to a node, level upon level, in flat arrays: a packed R-tree
/// (I. Kamel, C. Faloutsos, "Hilbert R-tree", 1994). Frozen; it knows boxes and numbers only.
/// </summary>
/// <remarks>
/// An entry costs 12 bytes where all boxes are points, else 20, and 2 more for the nodes above it: its corners are kept
/// as 32-bit offsets from its leaf's corner. Where a leaf is wider than 4.29 degrees the offsets count coarser steps and
/// the box is widened to whole ones, which keeps it a bound.
/// </remarks>
internal sealed class BoxTree
{
    /// <summary>Children of a node.</summary>
    public const int Fanout = 16;

    private readonly LatticeBox[] nodes;
    private readonly int[] levelStarts;
    private readonly int[] numbers;
    private readonly uint[] west;
    private readonly uint[] south;
    private readonly uint[]? east;
    private readonly uint[]? north;

    private BoxTree(ReadOnlySpan<LatticeBox> boxes, int[] order)
    {
        numbers = order;
        levelStarts = LevelStarts(boxes.Length);
        nodes = new LatticeBox[levelStarts[^1]];
        west = new uint[boxes.Length];
        south = new uint[boxes.Length];
        if (!AllPoints(boxes))
        {
            east = new uint[boxes.Length];
            north = new uint[boxes.Length];
        }

        PackLeaves(boxes);
        PackUpperNodes();
    }

    /// <summary>Entries.</summary>
    public int Count => numbers.Length;

    /// <summary>Levels of nodes; 0 for an empty tree. Level 0 are the leaves, the last is the root alone.</summary>
    public int Levels => levelStarts.Length - 1;

    /// <summary>Bytes of its arrays.</summary>
    public long Bytes => (nodes.LongLength * 32) + (numbers.LongLength * (east is null ? 12 : 20));

    /// <summary>Packs boxes; the number of an entry is its place in the span.</summary>
    public static BoxTree Build(ReadOnlySpan<LatticeBox> boxes)
    {
        var order = new int[boxes.Length];
        var ranks = new ulong[boxes.Length];
        if (boxes.Length > 0)
        {
            var scale = new RankScale(UnionOf(boxes));
            for (var i = 0; i < boxes.Length; i++)
            {
                order[i] = i;
                ranks[i] = scale.RankOf(boxes[i]);
            }
        }

        Array.Sort(ranks, order);
        return new BoxTree(boxes, order);
    }

    /// <summary>The box of a node.</summary>
    public ref readonly LatticeBox Node(int level, int index) => ref nodes[levelStarts[level] + index];

    /// <summary>The children of a node: nodes of the level below, or, of a leaf, entries by their place.</summary>
    public (int Start, int End) Children(int level, int index)
    {
        var below = level == 0 ? Count : levelStarts[level] - levelStarts[level - 1];
        return (index * Fanout, Math.Min((index + 1) * Fanout, below));
    }

    /// <summary>The number of the entry at a place.</summary>
    public int NumberAt(int place) => numbers[place];

    /// <summary>A box that holds the entry at a place, and is its box where its leaf is narrower than 4.29 degrees.</summary>
    public LatticeBox BoxAt(int place)
    {
        ref readonly var leaf = ref nodes[place / Fanout];
        var shift = ShiftOf(leaf);
        var step = (1L << shift) - 1;
        var minX = leaf.MinX + ((long)west[place] << shift);
        var minY = leaf.MinY + ((long)south[place] << shift);
        return east is null
            ? new LatticeBox(minX, minY, minX + step, minY + step)
            : new LatticeBox(
                minX,
                minY,
                leaf.MinX + ((long)east[place] << shift) + step,
                leaf.MinY + ((long)north![place] << shift) + step);
    }

    private static int[] LevelStarts(int count)
    {
        var starts = new List<int> { 0 };
        for (var width = count; width > 1 || (width == 1 && starts.Count == 1);)
        {
            width = (width + Fanout - 1) / Fanout;
            starts.Add(starts[^1] + width);
        }

        return [.. starts];
    }

    private static bool AllPoints(ReadOnlySpan<LatticeBox> boxes)
    {
        foreach (ref readonly var box in boxes)
        {
            if (box.MinX != box.MaxX || box.MinY != box.MaxY)
            {
                return false;
            }
        }

        return true;
    }

    private static LatticeBox UnionOf(ReadOnlySpan<LatticeBox> boxes)
    {
        var union = boxes[0];
        foreach (ref readonly var box in boxes)
        {
            union = union.Union(box);
        }

        return union;
    }

    /// <summary>By how many bits the offsets of a leaf are coarser than the lattice.</summary>
    private static int ShiftOf(in LatticeBox leaf) =>
        Math.Max(0, 32 - BitOperations.LeadingZeroCount((ulong)Math.Max(leaf.MaxX - leaf.MinX, leaf.MaxY - leaf.MinY)));

    private void PackLeaves(ReadOnlySpan<LatticeBox> boxes)
    {
        for (var start = 0; start < Count; start += Fanout)
        {
            var end = Math.Min(start + Fanout, Count);
            var leaf = boxes[numbers[start]];
            for (var place = start + 1; place < end; place++)
            {
                leaf = leaf.Union(boxes[numbers[place]]);
            }

            nodes[start / Fanout] = leaf;
            for (var place = start; place < end; place++)
            {
                PackEntry(place, leaf, boxes[numbers[place]]);
            }
        }
    }

    private void PackEntry(int place, in LatticeBox leaf, in LatticeBox box)
    {
        var shift = ShiftOf(leaf);
        west[place] = (uint)((box.MinX - leaf.MinX) >> shift);
        south[place] = (uint)((box.MinY - leaf.MinY) >> shift);
        if (east is not null)
        {
            east[place] = (uint)((box.MaxX - leaf.MinX) >> shift);
            north![place] = (uint)((box.MaxY - leaf.MinY) >> shift);
        }
    }

    private void PackUpperNodes()
    {
        for (var level = 1; level < Levels; level++)
        {
            for (var index = 0; index < levelStarts[level + 1] - levelStarts[level]; index++)
            {
                var (start, end) = Children(level, index);
                nodes[levelStarts[level] + index] =
                    UnionOf(nodes.AsSpan(levelStarts[level - 1] + start, end - start));
            }
        }
    }

    /// <summary>Takes the middles of boxes to the square of the curve, as finely as 32 bits allow.</summary>
    private readonly struct RankScale(LatticeBox whole)
    {
        private readonly int shift = ShiftOf(whole);

        public ulong RankOf(in LatticeBox box) => HilbertCurve.Rank(
            (uint)((((box.MinX + box.MaxX) >> 1) - whole.MinX) >> shift),
            (uint)((((box.MinY + box.MaxY) >> 1) - whole.MinY) >> shift));
    }
}
