using CsCheck;
using GridMap.Core.Grids;
using GridMap.Core.Spatial;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Tests.Grids;

/// <summary>A partition that was changed step by step, beside one built at once from the grids that came out.</summary>
public class PartitionMapWithTests
{
    private const int Side = 9;
    private const double Step = 0.01;

    private static readonly GridVersion[] Town = [.. Enumerable.Range(0, Side * Side).Select(
        static i => Leaf(i + 1, (i % Side, i / Side), (1, 1)))];

    /// <summary>A rectangle put in the place of a grid or as a new one (it may overlap others), or a grid retired.</summary>
    private static readonly Gen<(long Id, (double X, double Y) Corner, (double X, double Y) Size, bool Retire)[]> Changes =
        Gen.Select(
            Gen.Long[1, (Side * Side) + 5],
            Gen.Select(Quarter(0, Side), Quarter(0, Side)),
            Gen.Select(Quarter(0.25, 3), Quarter(0.25, 3)),
            Gen.Frequency((3, Gen.Const(false)), (1, Gen.Const(true)))).Array[1, 6];

    [Fact]
    public void It_answers_as_one_built_from_scratch() => Changes.Sample(
        static changes =>
        {
            var map = PartitionMap.Build(Pictures.Partition(), Town);
            foreach (var (id, corner, size, retire) in changes)
            {
                map = retire ? map.With(map.Partition, [], [id]) : map.With(map.Partition, [Leaf(id, corner, size)], []);
            }

            Assert.Equal(Picture(PartitionMap.Build(map.Partition, map.Grids)), Picture(map));
            Assert.Equal(Picture(map), Picture(map.Compact()));
        },
        iter: 60);

    [Fact]
    public void Threads_that_ask_at_once_before_it_is_prepared_and_those_that_ask_later_hear_the_same()
    {
        var prepared = PartitionMap.Build(Pictures.Partition(), Town);
        prepared.Prepare();
        var expected = Picture(prepared);
        var map = PartitionMap.Build(Pictures.Partition(), Town);
        Parallel.For(0, 8, new() { MaxDegreeOfParallelism = 8 }, _ => Assert.Equal(expected, Picture(map)));
        Assert.Same(map.Index, map.Index);
    }

    [Fact]
    public void A_small_change_leaves_the_base_as_it_is_and_many_compact_it()
    {
        var map = PartitionMap.Build(Pictures.Partition(), Town);
        map = map.With(map.Partition, [Leaf(1, (0, 0), (1, 0.5))], []);
        Assert.Equal(1, map.ChangedCount);
        Assert.Equal(0, map.Compact().ChangedCount);
        var all = map.With(map.Partition, [.. Enumerable.Range(1, 65).Select(static i => Leaf(i, (i % 9, i / 9), (1, 1)))], []);
        Assert.Equal(0, all.ChangedCount);
    }

    [Fact]
    public void A_grid_renamed_moved_under_another_and_recoded_is_found_by_its_new_code_alone()
    {
        var map = PartitionMap.Build(Pictures.Partition(), Pictures.Grids("c\nd\na < c POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))"));
        var leaf = map.Grids[2];
        var moved = new GridVersion(leaf.Grid with { Code = "b", Name = "B", ParentId = 2 }, leaf.Shape);
        map = map.With(map.Partition, [moved], []);
        Assert.Null(map.Tree.Find("a"));
        Assert.Empty(map.Tree.ListChildren(1));
        var point = LatticePoint.From(new LonLat(0.5, 0.5));
        var found = map.FindLeaf(point)!;
        Assert.Equal("d/b B", $"{string.Join('/', map.FindPlace(point)!.Value.Path.Select(g => g.Code))} {found.Name}");
    }

    private static Gen<double> Quarter(double from, double to) => Gen.Int[(int)(from * 4), (int)(to * 4)].Select(n => n / 4.0);

    private static string Picture(PartitionMap map)
    {
        var lines = new List<string>();
        for (var i = -3; i < Side * 4; i += 2)
        {
            for (var j = -3; j < Side * 4; j += 3)
            {
                // Some lie on borders and corners, most beside them.
                var (x, y) = ((i / 4.0) + (j % 4 == 0 ? 0 : 0.013), (j / 4.0) + (i % 3 == 0 ? 0 : 0.017));
                lines.Add($"{x} {y} {At(map, LatticePoint.From(new LonLat(x * Step, y * Step)))}");
            }
        }

        return string.Join('\n', lines);
    }

    private static string At(PartitionMap map, LatticePoint point)
    {
        var shares = string.Join(' ', map.ListShares(point, 300)
            .Where(s => s.Share > 1e-4).OrderBy(s => s.Grid.Id).Select(s => $"{s.Grid.Code}:{s.Share:F4}"));
        return map.FindPlace(point) is { } place && place is var (leaf, _, metres, across)
            ? $"{leaf.Code} {map.FindLeaf(point)!.Code} {metres:F4} {across?.Code} {map.HasOtherWithin(point, place, 50)} {shares}"
            : $"outside {map.FindNearest(point)?.Grid.Code} {map.FindNearest(point)?.Metres:F4} {shares}";
    }

    private static GridVersion Leaf(long id, (double X, double Y) corner, (double X, double Y) size)
    {
        var (west, south) = (corner.X * Step, corner.Y * Step);
        var (east, north) = (west + (size.X * Step), south + (size.Y * Step));
        var grid = new Grid { Id = id, Partition = "governance", Code = $"g{id}", Level = "grid" };
        return new GridVersion(grid, new Polygon(new LinearRing(
        [
            new(west, south), new(east, south), new(east, north), new(west, north), new(west, south),
        ])));
    }
}
