using CsCheck;
using GridMap.Core.Grids;
using GridMap.Core.History;
using GridMap.Core.Locating;
using GridMap.Core.Spatial;
using GridMap.Core.Tests.Grids;

namespace GridMap.Core.Tests;

public class CityMapWithTests
{
    private static readonly MapSnapshot Town = MapSnapshot.Empty(new DateOnly(2026, 11, 22)) with
    {
        Partitions = [Pictures.Partition(), Pictures.Partition("police") with { Id = 1001 }],
        NextId = 2000,
        Grids =
        [
            .. Pictures.Grids("a POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))\nb POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0))"),
            .. Pictures.Grids("p POLYGON ((0 0, 2 0, 2 1, 0 1, 0 0))", "police").Select(g => g.WithId(50)),
        ],
    };

    [Fact]
    public void A_partition_that_the_change_does_not_touch_is_shared()
    {
        var before = CityMap.Build(Town);
        var after = before.With(Changes(put: [], retired: [1]), new MapState(1, Town.State.Date));
        Assert.Same(before.FindPartition("police"), after.FindPartition("police"));
        Assert.NotSame(before.FindPartition("governance"), after.FindPartition("governance"));
    }

    [Fact]
    public void The_next_map_answers_as_one_built_from_scratch()
    {
        var square = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[1, 2]);
        var change = Gen.Select(Gen.Long[1, 4], square, Gen.Bool);
        change.Array[1, 6].Sample(
            changes =>
            {
                var (map, snapshot) = (CityMap.Build(Town), Town);
                foreach (var (id, (x, y, size), retire) in changes)
                {
                    var set = retire ? Changes([], [id]) : Changes([Square(id, x, y, size)], []);
                    var state = new MapState(map.State.Revision + 1, map.State.Date);
                    map = map.With(set, state);
                    snapshot = snapshot.Plus(set, state, null);
                }

                Assert.Equal(Picture(CityMap.Build(snapshot)), Picture(map));
            },
            iter: 30);
    }

    private static string Picture(CityMap map) => string.Join('\n',
        from x in Enumerable.Range(0, 11)
        from y in Enumerable.Range(0, 11)
        let answer = map.Locate(new LocateQuery { Point = new LonLat(x / 2.0, y / 2.0), At = default })
        select $"{answer.State} {x} {y} " + string.Join(' ', answer.Results.Select(r =>
            $"{r.Partition.Code} {r.Grid?.Code} {r.Certainty} {r.Border?.DistanceMetres} {r.Nearest?.Grid.Code}")));

    private static GridVersion Square(long id, int x, int y, int size) => Pictures.Grids(
        $"g{id} POLYGON (({x} {y}, {x + size} {y}, {x + size} {y + size}, {x} {y + size}, {x} {y}))")[0].WithId(id);

    private static ChangeSet Changes(IReadOnlyList<GridVersion> put, IReadOnlyList<long> retired) => new()
    {
        ExpectedRevision = 0,
        NextId = 2000,
        Effective = Town.State.Date,
        Actor = "test",
        Grids = new Changes<GridVersion>(put, retired),
    };
}
