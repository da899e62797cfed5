using GridMap.Core.Grids;
using GridMap.Core.History;
using GridMap.Core.Locating;
using GridMap.Core.Reference;
using GridMap.Core.Resources;
using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Distances;
using NetTopologySuite.IO;
using Town = GridMap.Core.Tests.Addresses.Town;

namespace GridMap.Core.Tests.Locating;

/// <summary>
/// Two grids, west and east of 119.01; 临河小区 lies in both, its door plate in the west; building 9 stands in the west and is
/// assigned to the east.
/// </summary>
public class AddressLocateTests
{
    private const long West = 11, East = 12;

    private static readonly CityMap City = CityMap.Build(new MapSnapshot
    {
        State = new MapState(3, new DateOnly(2026, 11, 22)),
        NextId = 1000,
        Partitions =
        [
            new Partition
            {
                Id = 1, Code = "governance", Name = LocalText.Same("governance"), Tiling = Tiling.Complete, IsDefault = true,
                Levels = [new Level("community", LocalText.Same("community")), new Level("grid", LocalText.Same("grid"))],
            },
        ],
        Grids =
        [
            new GridVersion(new Grid { Id = 10, Partition = "governance", Level = "community", Code = "G", Name = "河东社区" }, null),
            Leaf(West, "G001", "POLYGON((119 36, 119.01 36, 119.01 36.01, 119 36.01, 119 36))"),
            Leaf(East, "G002", "POLYGON((119.01 36, 119.02 36, 119.02 36.01, 119.01 36.01, 119.01 36))"),
        ],
        Reference =
        [
            new ReferenceFeature
            {
                Id = 40, Layer = ReferenceLayers.Compound, SourceKey = new("survey", "C1"), Name = "临河小区",
                Shape = Shape("POLYGON((119.007 36.002, 119.011 36.002, 119.011 36.004, 119.007 36.004, 119.007 36.002))"),
            },
        ],
        Resources =
        [
            Resource(50, "landmark", "第一医院", "POINT(119.015 36.005)", "H1"),
            Resource(51, "lamp_post", null, "POINT(119.002 36.002)", "LD-0715-33"),
            Resource(52, "toilet", "河东公厕", "POINT(119.003 36.003)", "W7"),
        ],
        Addresses =
        [
            .. Town.Read(
                "district road number compound building unit",
                """
                119.0068,36.003 河区 临河路 5号 临河小区 - -
                119.008,36.003 河区 临河路 5号 临河小区 1号楼 -
                119.0105,36.003 河区 临河路 5号 临河小区 2号楼 -
                119.0095,36.0035 河区 临河路 5号 临河小区 3号楼 1单元
                119.0105,36.0035 河区 临河路 5号 临河小区 3号楼 2单元
                119.002,36.008 河区 河西路 1号 - - -
                119.018,36.008 河区 河西路 9号 - - -
                119.0021,36.006 河区 城墙路 9号 城墙小区 9号楼 -
                """).Select(static a => (a.Text.EndsWith("9号楼") ? a with { AssignedGridId = East } : a) with { Id = a.Id + 100 }),
        ],
    });

    [Theory]
    [InlineData("临河小区1号楼", "building G001 Sure: G001 1.00")]
    [InlineData("临河路5号临河小区", "compound G001 Check: G001 0.75, G002 0.25")]
    [InlineData("临河小区3号楼", "building G001 Check: G001 0.50, G002 0.50")]
    [InlineData("临河小区3号楼2单元", "unit G002 Sure: G002 1.00")]
    [InlineData("河西路", "road G001 Check: G001 0.50, G002 0.50")]
    [InlineData("第一医院", "landmark G002 Sure: G002 1.00")]
    [InlineData("河东公厕", "landmark G001 Sure: G001 1.00")]
    [InlineData("LD-0715-33", "landmark G001 Sure: G001 1.00")]
    [InlineData("ld071533", "landmark G001 Sure: G001 1.00")]
    [InlineData("G002", "community G002 Sure: G002 1.00")]
    public void An_answer_has_every_grid_that_the_thing_found_touches(string question, string expected) =>
        Assert.Equal(expected, Write(Ask(question)));

    [Fact]
    public void An_assigned_grid_outranks_the_position_and_is_shown_as_such()
    {
        var answer = Ask("城墙小区9号楼").Results[0];
        Assert.Equal("building G002 assigned Sure: G002 1.00", Write(Ask("城墙小区9号楼")));
        Assert.Equal("G001", answer.ByPosition!.Code);
        Assert.Equal(["G", "G002"], answer.Path.Select(static g => g.Code));
    }

    [Fact]
    public void A_point_that_is_such_an_address_has_its_assigned_grid_and_one_beside_it_has_not()
    {
        Assert.True(Locate(119.0021, 36.006).IsAssigned);
        Assert.Equal("G002", Locate(119.0021, 36.006).Grid!.Code);
        Assert.False(Locate(119.0022, 36.006).IsAssigned);
        Assert.Equal("G001", Locate(119.0022, 36.006).Grid!.Code);
    }

    [Fact]
    public void The_nearest_addresses_of_a_point_are_those_of_measuring_all()
    {
        var point = new LonLat(119.0096, 36.0033);
        var all = City.Snapshot.Addresses
            .Select(a => (a.Text, Metres: Geodesic.Distance(point, a.Point)))
            .OrderBy(static a => a.Metres).Take(3).Select(static a => a.Text);
        Assert.Equal(all, City.Addresses.Nearest(point, 3).Select(static n => n.Address.Text));
        Assert.Empty(City.Addresses.Nearest(point, 3, radiusMetres: 1));
    }

    [Fact]
    public void The_nearest_address_comes_with_a_point_when_it_is_asked_for()
    {
        var query = new LocateQuery { Point = new(119.0081, 36.003), At = default, IncludeAddress = true };
        Assert.EndsWith("1号楼", City.Locate(query).Address!.Address.Text);
        Assert.Null(City.Locate(query with { IncludeAddress = false }).Address);
        Assert.Null(City.Locate(query with { Point = new(119.5, 36.5) }).Address);
    }

    [Fact]
    public void A_change_of_addresses_is_found_at_once()
    {
        var next = City.With(
            new ChangeSet
            {
                ExpectedRevision = 3,
                NextId = 1000,
                Effective = new DateOnly(2026, 11, 22),
                Actor = "tester",
                Addresses = new([Town.Make(900, "河区临河路7号", [], new LonLat(119.001, 36.001))], [106]),
            },
            new MapState(4, new DateOnly(2026, 11, 22)));
        Assert.Equal("河区临河路7号", next.Addresses.Search("临河路7号", 1)[0].Text);
        Assert.NotEqual("河区河西路1号", next.Addresses.Search("河西路1号", 1)[0].Text);
        Assert.Equal("河区河西路1号", City.Addresses.Search("河西路1号", 1)[0].Text);
    }

    [Fact]
    public void The_code_of_a_retired_grid_is_answered_by_who_has_its_area_now()
    {
        var merged = City.With(
            new ChangeSet
            {
                ExpectedRevision = 3,
                NextId = 1000,
                Effective = new DateOnly(2026, 11, 22),
                Actor = "tester",
                Grids = new([Leaf(East, "G002", "POLYGON((119 36, 119.02 36, 119.02 36.01, 119 36.01, 119 36))")], [West]),
            },
            new MapState(4, new DateOnly(2026, 11, 22)));
        var candidate = merged.Locate(new AddressQuery { Text = "G001", At = default }).Candidates[0];
        Assert.Equal("community G002 Sure: G002 1.00", Write(candidate));
        Assert.Equal(["G001"], merged.Snapshot.RetiredGrids.Select(static g => g.Grid.Code));
    }

    [Fact]
    public void An_unknown_partition_is_refused() => Assert.Throws<ArgumentException>(
        () => City.Locate(new AddressQuery { Text = "临河路", At = default, Partition = "fishing" }));

    private static AddressCandidate Ask(string question) =>
        City.Locate(new AddressQuery { Text = question, At = default }).Candidates[0];

    private static PartitionAnswer Locate(double lon, double lat) =>
        City.Locate(new LocateQuery { Point = new(lon, lat), At = default }).Results[0];

    private static string Write(AddressCandidate candidate)
    {
        var result = candidate.Results[0];
        return $"{candidate.Hit.Precision.ToString().ToLowerInvariant()} {result.Grid?.Code}{(result.IsAssigned ? " assigned" : "")} "
            + $"{result.Certainty}: {string.Join(", ", result.Grids.Select(static s => $"{s.Grid.Code} {s.Share:0.00}"))}";
    }

    private static GridVersion Leaf(long id, string code, string wkt) =>
        new(new Grid { Id = id, Partition = "governance", Level = "grid", Code = code, ParentId = 10 }, Shape(wkt));

    private static Resource Resource(long id, string kind, string? name, string wkt, string key) =>
        new() { Id = id, SourceKey = new("city", key), Kind = kind, Name = name, Shape = Shape(wkt) };

    private static NetTopologySuite.Geometries.Geometry Shape(string wkt) => new WKTReader().Read(wkt);
}
