using GridMap.Core.Grids;
using GridMap.Core.History;
using GridMap.Core.Spatial;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Tests.Grids;

/// <summary>A change costs what it changed, whatever the size: in bytes, which a busy machine does not alter.</summary>
public sealed class LargePartitionTests(LargePartitionTests.Towns towns) : IClassFixture<LargePartitionTests.Towns>
{
    // More than 65,536 leaves: some share a mark that says that they are as they were.
    private const int Small = 30, Large = 260;
    private const int RowIds = 1_000_000;
    private const double Step = 0.004;

    /// <summary>Leaves in a row have one grid above them.</summary>
    public sealed class Towns
    {
        public CityMap SmallMap { get; } = Town(Small);

        public CityMap LargeMap { get; } = Town(Large);
    }

    [Fact]
    public void A_grid_that_moves_allocates_no_more_in_a_large_partition() => RequireAlike(
        static (side, turn) => [Square(side, 11, 13, 1e-5 * turn)]);

    [Fact]
    public void A_grid_above_others_that_is_renamed_allocates_no_more_in_a_large_partition() => RequireAlike(
        static (_, turn) => [Row(13, $"row {turn}")]);

    [Fact]
    public void Only_the_changed_leaves_have_other_points_and_only_in_the_next_map()
    {
        var changed = Enumerable.Range(0, 20).Select(static i => (X: i * 13, Y: 255 - (i * 11))).ToList();
        var map = Apply(towns.LargeMap, [.. changed.Select(static at => Square(Large, at.X, at.Y, Step / 2))]);
        for (var i = 0; i < Large * Large; i++)
        {
            // Beside the eastern border, above the middle: the changed ones reach over it there.
            var (x, y) = (i % Large, i / Large);
            var over = x > 0 && changed.Contains((x - 1, y)) && !changed.Contains((x, y));
            var point = At(x + 0.1, y + 0.9);
            Assert.Equal(i + 1, towns.LargeMap.Partitions[0].FindLeaf(point)!.Id);
            Assert.Equal(over ? i : i + 1, map.Partitions[0].FindLeaf(point)!.Id);
        }
    }

    [Fact]
    public void Who_asks_for_a_path_after_a_change_hears_the_new_names_and_who_keeps_the_former_map_the_old_ones()
    {
        var before = towns.LargeMap;
        var moved = Apply(before, [Square(Large, 50, 50, 1e-5)]);
        Assert.Equal("/g13011", Path(moved, 10, 50));
        var renamed = Apply(moved, [Row(50, "fifty")]);
        Assert.Equal("fifty/g13011", Path(renamed, 10, 50));
        Assert.Equal("/g13011", Path(moved, 10, 50));
        Assert.Equal("fifty/g13051", Path(renamed, 50, 50));
        Assert.Equal("/g13051", Path(before, 50, 50));
    }

    private static string Path(CityMap map, int x, int y) => string.Join('/',
        map.Partitions[0].FindPlace(At(x + 0.5, y + 0.5))!.Value.Path
            .Select(static g => g.ParentId is null ? g.Name : g.Code));

    private void RequireAlike(Func<int, int, GridVersion[]> change)
    {
        var (small, large) = (Allocated(towns.SmallMap, Small, change), Allocated(towns.LargeMap, Large, change));
        Assert.True(large < 1.5 * small, $"{large} bytes in {Large * Large} grids, {small} in {Small * Small}.");
    }

    /// <summary>Bytes for a change and the first questions after it, the least of some: one may fill the pools.</summary>
    private static long Allocated(CityMap map, int side, Func<int, int, GridVersion[]> change) =>
        Enumerable.Range(1, 5).Min(turn =>
        {
            var put = change(side, turn);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var next = Apply(map, put).Partitions[0];
            _ = next.FindPlace(At(11.5, 13.5));
            _ = next.FindPlace(At(3.5, 5.5));
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });

    private static CityMap Apply(CityMap map, GridVersion[] put) => map.With(
        new ChangeSet
        {
            ExpectedRevision = map.State.Revision,
            NextId = map.Snapshot.NextId,
            Effective = map.State.Date,
            Actor = "test",
            Grids = new(put, []),
        },
        new MapState(map.State.Revision + 1, map.State.Date));

    private static CityMap Town(int side)
    {
        var map = CityMap.Build(MapSnapshot.Empty(new DateOnly(2026, 11, 22)) with
        {
            Partitions = [Pictures.Partition()],
            Grids =
            [
                .. Enumerable.Range(0, side * side).Select(i => Square(side, i % side, i / side, 0)),
                .. Enumerable.Range(0, side).Select(static y => Row(y, "")),
            ],
            NextId = 2 * RowIds,
        });
        map.Prepare();
        return map;
    }

    private static GridVersion Row(int y, string name) => new(
        new Grid { Id = RowIds + y, Partition = "governance", Code = $"r{y}", Name = name, Level = "community" }, null);

    /// <summary>A square whose north-eastern corner is moved eastwards.</summary>
    private static GridVersion Square(int side, int x, int y, double moved)
    {
        var id = (y * side) + x + 1;
        var corner = new Coordinate(Corner(x + 1, y + 1).X + moved, Corner(x + 1, y + 1).Y);
        return new(
            new Grid { Id = id, Partition = "governance", Code = $"g{id}", ParentId = RowIds + y, Level = "grid" },
            new Polygon(new LinearRing([Corner(x, y), Corner(x + 1, y), corner, Corner(x, y + 1), Corner(x, y)])));
    }

    private static LatticePoint At(double x, double y) => LatticePoint.From(new LonLat(Corner(x, y).X, Corner(x, y).Y));

    private static Coordinate Corner(double x, double y) =>
        new(Math.Round(100 + (x * Step), 9), Math.Round(20 + (y * Step), 9));
}
