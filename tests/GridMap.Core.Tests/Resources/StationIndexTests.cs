using GridMap.Core.Grids;
using GridMap.Core.Resources;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Tests.Resources;

public class StationIndexTests
{
    private static readonly Grid[] Path = [MakeGrid(1, "s"), MakeGrid(2, "g")];

    [Fact]
    public void The_leaf_s_stations_come_first_then_the_nearer() => Assert.Equal(
        ["near g", "far g", "nearest s"],
        List(
            MakeStation("nearest", "grid_station", 0.001, 1),
            MakeStation("far", "grid_station", 0.5, 2),
            MakeStation("near", "workroom", 0.1, 1, 2),
            MakeStation("elsewhere", "grid_station", 0, 3)));

    [Fact]
    public void What_serves_a_grid_is_a_station_whatever_its_kind_and_what_serves_none_is_not() => Assert.Equal(
        ["clinic g"], List(MakeStation("clinic", "clinic", 0, 2), MakeStation("none", "grid_station", 0)));

    [Fact]
    public void Equally_near_ones_come_in_the_order_of_their_keys() => Assert.Equal(
        ["a g", "b g"], List(MakeStation("b", "workroom", 0.1, 2), MakeStation("a", "workroom", 0.1, 2)));

    private static IEnumerable<string> List(params Resource[] resources) =>
        StationIndex.Build(resources.Select((r, i) => r.WithId(i + 1))).ListFor(Path, new(0, 0))
            .Select(a => $"{a.Station.SourceKey.Id} {a.Grid.Code}");

    private static Grid MakeGrid(long id, string code) =>
        new() { Id = id, Partition = "governance", Level = "grid", Code = code };

    private static Resource MakeStation(string id, string kind, double lon, params long[] serves) => new()
    {
        Id = 1,
        SourceKey = new("t", id),
        Kind = kind,
        Shape = new Point(lon, 0),
        Serves = serves,
    };
}
