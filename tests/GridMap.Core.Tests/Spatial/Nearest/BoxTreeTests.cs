using CsCheck;
using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Nearest;

namespace GridMap.Core.Tests.Spatial.Nearest;

public class BoxTreeTests
{
    [Fact]
    public void The_curve_visits_every_cell_once_and_steps_to_a_neighbour()
    {
        const int Side = 64;
        var cells = (from x in Enumerable.Range(0, Side) from y in Enumerable.Range(0, Side) select (x, y))
            .OrderBy(c => HilbertCurve.Rank((uint)c.x << 26, (uint)c.y << 26)).ToArray();
        Assert.All(
            cells.Zip(cells.Skip(1)),
            pair => Assert.Equal(1, Math.Abs(pair.First.x - pair.Second.x) + Math.Abs(pair.First.y - pair.Second.y)));
        Assert.Equal(cells.Length, cells.Select(c => HilbertCurve.Rank((uint)c.x << 26, (uint)c.y << 26)).Distinct().Count());
    }

    [Fact]
    public void A_tree_holds_every_box_exactly_or_in_wide_leaves_widened() =>
        Gen.Select(Gen.OneOf<long>(0, 10, 1_000_000, 100_000_000_000), Gen.Int[1, 3_000], Gen.Bool).Sample(
            (spread, count, points) =>
            {
                var random = new Random(count);
                var boxes = Enumerable.Range(0, count).Select(_ => Box(random, spread, points)).ToArray();
                var order = HilbertOrder.Sort(boxes, [.. Enumerable.Range(0, count)], (a, b) => a.CompareTo(b));
                var tree = new BoxTree(boxes, order);
                Assert.Equal(Enumerable.Range(0, count), order.Order());
                for (var place = 0; place < count; place++)
                {
                    var box = boxes[order[place]];
                    Assert.True(spread <= 1_000_000 ? tree.BoxAt(place) == box : tree.BoxAt(place).Holds(box));
                    Assert.Contains(place, tree.List(box));
                }

                Assert.True(tree.Node(tree.Levels - 1, 0) == boxes.Aggregate((a, b) => a.Union(b)));
            },
            iter: 100);

    [Fact]
    public void Equal_boxes_lie_in_the_order_of_ties()
    {
        var boxes = Enumerable.Repeat(new LatticeBox(5, 5, 5, 5), 10_000).ToArray();
        var order = HilbertOrder.Sort(boxes, [.. Enumerable.Range(0, boxes.Length)], (a, b) => b.CompareTo(a));
        Assert.Equal(Enumerable.Range(0, boxes.Length).Reverse(), order);
    }

    private static LatticeBox Box(Random random, long spread, bool point)
    {
        var at = LatticeBox.Of(new LatticePoint(random.NextInt64(spread + 1), random.NextInt64((spread / 2) + 1)));
        return point ? at : at.Union(LatticeBox.Of(new LatticePoint(
            at.MinX + random.NextInt64((spread / 10) + 1), at.MinY + random.NextInt64((spread / 10) + 1))));
    }
}
