using CsCheck;
using GridMap.Core.Spatial.Nearest;

namespace GridMap.Core.Tests.Spatial.Nearest;

public class LanesTests
{
    private static readonly Gen<double> Value = Gen.OneOf(
        Gen.Double[0, 10], Gen.Int[0, 3].Select(static i => (double)i), Gen.Const(double.PositiveInfinity));

    private static readonly Gen<double[]> Values =
        Gen.Int[1, 4].SelectMany(static blocks => Value.Array[8 * blocks]);

    [Fact]
    public void At_most_marks_each_value_that_is_not_above_the_limit() =>
        Gen.Select(Values, Value).Sample((values, limit) =>
        {
            var bits = Lanes.AtMost(values, limit);
            Assert.All(values.Index(), v => Assert.Equal(v.Item <= limit, (bits >> v.Index & 1) != 0));
            Assert.Equal(0u, (uint)((ulong)bits >> values.Length));
        });

    [Fact]
    public void The_index_of_the_least_is_that_of_the_first_of_the_least_values() =>
        Values.Sample(values => Assert.Equal(Array.IndexOf(values, values.Min()), Lanes.IndexOfLeast(values)));

    [Fact]
    public void So_many_values_do_not_exceed_the_one_that_is_found_or_it_is_no_less_than_the_limit() =>
        Values.SelectMany(static values => Gen.Select(Gen.Const(values), Gen.Int[1, values.Length], Value)).Sample((values, count, limit) =>
        {
            var found = Lanes.NotExceededBy(values, count, limit);
            Assert.True(found >= limit || values.Count(v => v <= found) >= count, $"{found}");
            Assert.True(found <= limit);
        });

    [Fact]
    public void What_is_found_for_values_that_are_apart_is_near_the_one_of_that_rank()
    {
        double[] values = [.. Enumerable.Range(1, 32).Select(static i => (double)(i * 7 % 33))];

        Assert.InRange(Lanes.NotExceededBy(values, 10, 1_000), 10, 10.5);
        Assert.InRange(Lanes.NotExceededBy(values, 32, 1_000), 32, 32.5);
    }

    [Fact]
    public void Nodes_leave_the_queue_nearest_first() =>
        Gen.Double[0, 10].Array[0, 300].Sample(leasts =>
        {
            var queue = new NodeQueue();
            var left = new List<double>();
            for (var i = 0; i < leasts.Length; i++)
            {
                queue.Enqueue(new(leasts[i], 0, 0, i));
                if (i % 3 == 2)
                {
                    var taken = queue.Dequeue();
                    Assert.Equal(leasts[taken.Index], taken.Least);
                    Assert.True(taken.Least <= queue.NextLeast);
                }
            }

            while (queue.NextLeast < double.PositiveInfinity)
            {
                left.Add(queue.Dequeue().Least);
            }

            Assert.Equal(left.Order(), left);
            Assert.Equal(leasts.Length - (leasts.Length / 3), left.Count);
        });
}
