using System.Numerics;

namespace GridMap.Core.Spatial.Nearest;

/// <content>The first stage. All trees are searched at once, the nearest node of any first.</content>
internal sealed partial class NearestSearch<TItems>
{
    private readonly NodeQueue waiting = new();
    private readonly double[] leastInLeaf = new double[BoxTree.LeafSize];
    private readonly double[] greatestInLeaf = new double[BoxTree.LeafSize];

    /// <summary>By level of the node that is visited.</summary>
    private readonly double[] leastBelow = new double[BoxTree.MostLevels * BoxTree.Fanout];

    /// <summary>For as many candidates as were asked for, those that are certainly nearest, their greatest distances.</summary>
    private readonly LeastValues most = new();

    /// <summary>Square metres, never infinite: what is farther cannot be among the nearest.</summary>
    private double reach;

    /// <summary>Whether anything was out of reach in this round.</summary>
    private bool leftOut;

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

        Collect(new FarBound(point), double.MaxValue);
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
            waiting.Enqueue(new(0, part, parts[part].Tree.Levels - 1, 0));
        }

        while (waiting.NextLeast <= reach)
        {
            Visit(bound, waiting.Dequeue());
        }
    }

    private void Visit<TBound>(in TBound bound, in WaitingNode node)
        where TBound : struct, IDistanceBound
    {
        var tree = parts[node.Part].Tree;
        var box = tree.Node(node.Level, node.Index);
        if (box.IsPoint)
        {
            VisitPlace(bound, box, node.Part, tree.EntriesBelow(node.Level, node.Index));
        }
        else if (node.Level == 0)
        {
            VisitLeaf(bound, node.Part, node.Index);
        }
        else
        {
            VisitNode(bound, node);
        }
    }

    /// <summary>
    /// The nearest node below is visited at once where none that waits is nearer: the reach has shrunk before the others
    /// are put in the queue.
    /// </summary>
    private void VisitNode<TBound>(in TBound bound, in WaitingNode node)
        where TBound : struct, IDistanceBound
    {
        var tree = parts[node.Part].Tree;
        var (first, nodes) = tree.NodesBelow(node.Level, node.Index);
        var least = leastBelow.AsSpan(node.Level * BoxTree.Fanout, BoxTree.Fanout);
        bound.Least(tree.Sides(node.Level - 1, first), least);
        least[nodes..].Fill(double.PositiveInfinity);
        var nearest = NearestOf(least, tree.Sides(node.Level - 1, first));
        if (least[nearest] <= reach && least[nearest] <= waiting.NextLeast)
        {
            Visit(bound, new(least[nearest], node.Part, node.Level - 1, first + nearest));
            least[nearest] = double.PositiveInfinity;
            nodes--;
        }

        var near = Lanes.AtMost(least, reach);
        leftOut |= BitOperations.PopCount(near) < nodes;
        for (; near != 0; near &= near - 1)
        {
            var below = BitOperations.TrailingZeroCount(near);
            waiting.Enqueue(new(least[below], node.Part, node.Level - 1, first + below));
            if (node.Level == 1)
            {
                tree.PrefetchLeaf(first + below);
            }
        }
    }

    /// <summary>
    /// The nearest node; of several that hold the point the smallest, because what is crowded shrinks the reach most.
    /// </summary>
    private static int NearestOf(ReadOnlySpan<double> least, ReadOnlySpan<double> sides)
    {
        var nearest = Lanes.IndexOfLeast(least);
        var others = Lanes.AtMost(least, least[nearest]);
        for (others &= others - 1; others != 0; others &= others - 1)
        {
            var other = BitOperations.TrailingZeroCount(others);
            nearest = SizeOf(other, sides) < SizeOf(nearest, sides) ? other : nearest;
        }

        return nearest;

        static double SizeOf(int i, ReadOnlySpan<double> sides) =>
            sides[(2 * BoxTree.Fanout) + i] - sides[i] + sides[(3 * BoxTree.Fanout) + i] - sides[BoxTree.Fanout + i];
    }

    private void VisitLeaf<TBound>(in TBound bound, int part, int index)
        where TBound : struct, IDistanceBound
    {
        ref readonly var visited = ref PartAt(part);
        var least = leastInLeaf.AsSpan();
        var greatest = greatestInLeaf.AsSpan();
        bound.Between(visited.Tree.LeafAt(index), least, greatest);
        var (first, entries) = visited.Tree.EntriesBelow(0, index);
        least[entries..].Fill(double.PositiveInfinity);
        greatest[entries..].Fill(double.PositiveInfinity);
        var near = Lanes.AtMost(least, reach);
        if (BitOperations.PopCount(near) > limit && visited.TakesAll)
        {
            ShrinkTo(Lanes.NotExceededBy(greatest, limit, reach));
            near = Lanes.AtMost(least, reach);
        }

        leftOut |= BitOperations.PopCount(near) < entries;
        for (near = visited.Narrow(first, near); near != 0; near &= near - 1)
        {
            // The reach shrinks meanwhile.
            var i = BitOperations.TrailingZeroCount(near);
            if (least[i] <= reach && visited.Qualifies(first + i))
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

    /// <summary>There are as many as were asked for whose greatest distance has at most that square.</summary>
    private void ShrinkTo(double square)
    {
        var beyond = Beyond(square);
        reach = beyond < reach ? beyond : reach;
    }

    /// <summary>
    /// At least <see cref="SquareBeyond"/> of the root, which costs too much here: twice a product is at most the sum of
    /// the squares.
    /// </summary>
    private static double Beyond(double square) => (square * 1.0011) + 0.11;

    private void Accept(double least, double greatest, Candidate candidate)
    {
        candidates.Add(least, candidate);
        if (greatest < most.Greatest)
        {
            most.Offer(greatest);
            ShrinkTo(most.Greatest);
        }
    }
}
