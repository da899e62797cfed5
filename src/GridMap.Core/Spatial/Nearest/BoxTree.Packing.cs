namespace GridMap.Core.Spatial.Nearest;

/// <content>Building the arrays.</content>
internal sealed partial class BoxTree
{
    /// <summary>Packs boxes.</summary>
    /// <param name="boxes">All boxes.</param>
    /// <param name="order">The numbers of those to pack, along the curve: the places of the tree.</param>
    public BoxTree(LatticeBox[] boxes, int[] order)
    {
        Count = order.Length;
        sides = Array.TrueForAll(order, number => boxes[number].IsPoint) ? 2 : 4;
        levelStarts = LevelStarts(Count);
        nodes = new double[levelStarts[^1] * 4];
        entries = new int[WidthOf(Count, 0) * LeafSize * sides];
        Ranges.ForEach(Count, (start, end) =>
        {
            for (var first = start; first < end; first += LeafSize)
            {
                PackLeaf(boxes, order.AsSpan(first, Math.Min(LeafSize, end - first)), first / LeafSize);
            }
        });
        PackUpperLevels();
    }

    private static int[] LevelStarts(int count)
    {
        var starts = new List<int> { 0 };
        for (var width = WidthOf(count, 0); width > 0; width = width == 1 ? 0 : (width + Fanout - 1) / Fanout)
        {
            starts.Add(starts[^1] + ((width + Fanout - 1) / Fanout * Fanout));
        }

        return [.. starts];
    }

    private void PackLeaf(LatticeBox[] boxes, ReadOnlySpan<int> numbers, int index)
    {
        var box = boxes[numbers[0]];
        foreach (var number in numbers)
        {
            box = box.Union(boxes[number]);
        }

        PutNode(0, index, box);
        var packed = entries.AsSpan(index * LeafSize * sides, LeafSize * sides);
        for (var i = 0; i < numbers.Length; i++)
        {
            Leaf.Pack(box, boxes[numbers[i]], packed[i..]);
        }
    }

    private void PackUpperLevels()
    {
        for (var level = 1; level < Levels; level++)
        {
            for (var index = 0; index < WidthOf(Count, level); index++)
            {
                var (first, count) = NodesBelow(level, index);
                var box = Node(level - 1, first);
                for (var i = 1; i < count; i++)
                {
                    box = box.Union(Node(level - 1, first + i));
                }

                PutNode(level, index, box);
            }
        }
    }

    private void PutNode(int level, int index, in LatticeBox box)
    {
        var block = nodes.AsSpan(((levelStarts[level] + (index & -Fanout)) * 4) + (index % Fanout));
        block[0] = box.MinX;
        block[Fanout] = box.MinY;
        block[2 * Fanout] = box.MaxX;
        block[3 * Fanout] = box.MaxY;
    }
}
