namespace GridMap.Core.Spatial.Nearest;

/// <summary>A node of a tree that a search may yet visit.</summary>
/// <param name="Least">The square of how near anything below it can be, metres.</param>
/// <param name="Part">Which of the trees that are searched.</param>
/// <param name="Level">Its level there.</param>
/// <param name="Index">Its place in the level.</param>
internal readonly record struct WaitingNode(double Least, int Part, int Level, int Index);

/// <summary>Nodes that wait, the nearest first: a binary heap whose array grows and stays.</summary>
internal sealed class NodeQueue
{
    private WaitingNode[] nodes = new WaitingNode[64];
    private int count;

    /// <summary>How near the nearest is; infinite when none waits.</summary>
    public double NextLeast => count > 0 ? nodes[0].Least : double.PositiveInfinity;

    /// <summary>Empties the queue.</summary>
    public void Clear() => count = 0;

    /// <summary>Adds a node.</summary>
    public void Enqueue(in WaitingNode node)
    {
        if (count == nodes.Length)
        {
            Array.Resize(ref nodes, 2 * count);
        }

        var at = count++;
        while (at > 0 && nodes[(at - 1) / 2].Least > node.Least)
        {
            nodes[at] = nodes[(at - 1) / 2];
            at = (at - 1) / 2;
        }

        nodes[at] = node;
    }

    /// <summary>Takes the nearest node away; there must be one.</summary>
    public WaitingNode Dequeue()
    {
        var nearest = nodes[0];
        var last = nodes[--count];
        var at = 0;
        for (var child = 1; child < count; child = (2 * at) + 1)
        {
            if (child + 1 < count && nodes[child + 1].Least < nodes[child].Least)
            {
                child++;
            }

            if (nodes[child].Least >= last.Least)
            {
                break;
            }

            nodes[at] = nodes[child];
            at = child;
        }

        nodes[at] = last;
        return nearest;
    }
}
