using GridMap.Core.History;
using GridMap.Data.Importing;
using GridMap.Tests.Shared;
using static GridMap.Data.Tests.Importing.ImportBench;

namespace GridMap.Data.Tests.Importing;

public sealed class GridImportTests : IDisposable
{
    private readonly ImportBench bench = new();

    public void Dispose() => bench.Dispose();

    private GridImport Grids(params string[] features) =>
        new()
        {
            File = bench.Write("grids.geojson", Collection(features)),
            Code = "code",
            Name = features.Any(f => f.Contains("\"name\"")) ? "name" : null,
        };

    [Fact]
    public async Task Leaves_alone_make_a_partition_of_one_level()
    {
        var report = await bench.Run(Grids(Square("b", 1, 0, "\"name\":\"B\""), Square("a", 0, 0)));

        Assert.Equal(ImportOutcome.Published, report.Outcome);
        Assert.Equal(1, report.Revision);
        Assert.Equal(
            """
            grid a  POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))
            grid b B POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0))
            """.ReplaceLineEndings("\n"),
            bench.Tree());
    }

    [Fact]
    public async Task Prefixes_make_the_grids_above_with_their_names()
    {
        await bench.Run(Grids(
            Square("1011", 0, 0, "\"s\":\"East\",\"c\":\"Mill\""), Square("1021", 1, 0, "\"s\":\"East\",\"c\":\"Port\""))
            with
        { Prefix = [2, 3, 4], Level = ["street", "community", "grid"], ParentNames = ["s", "c"] });

        Assert.Equal(
            """
            street 10 East
            community 101 Mill
            grid 1011  POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))
            community 102 Port
            grid 1021  POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0))
            """.ReplaceLineEndings("\n"),
            bench.Tree());
    }

    [Fact]
    public async Task A_parent_field_makes_the_grids_above()
    {
        await bench.Run(Grids(Square("a", 0, 0, "\"up\":\"X\""), Square("b", 1, 0, "\"up\":\"X\"")) with { Parent = "up" });

        Assert.Equal("community X", bench.Tree().Split('\n')[0].Trim());
        Assert.All(bench.Leaves, g => Assert.Equal(bench.Store.Snapshot.Grids.Single(u => u.Shape is null).Id, g.Grid.ParentId));
    }

    [Fact]
    public async Task An_upper_file_gives_each_leaf_the_polygon_that_holds_it()
    {
        var upper = bench.Write("upper.geojson", Collection(
            Feature("\"code\":\"W\",\"name\":\"West\"", "[[[0,0],[2,0],[2,1],[0,1],[0,0]]]"),
            Feature("\"code\":\"E\",\"name\":\"East\"", "[[[2,0],[3,0],[3,1],[2,1],[2,0]]]")));

        await bench.Run(Grids(Square("1", 0, 0), Square("2", 1, 0), Square("3", 2, 0)) with { Upper = upper });

        var names = bench.Store.Snapshot.Grids.ToDictionary(g => g.Id, g => g.Grid.Name);
        Assert.Equal(["1 West", "2 West", "3 East"], bench.Leaves.Select(g => $"{g.Grid.Code} {names[g.Grid.ParentId!.Value]}"));
    }

    [Fact]
    public async Task The_same_file_twice_changes_nothing()
    {
        var request = Grids(Square("1011", 0, 0), Square("1021", 1, 0)) with { Prefix = [2, 4] };
        await bench.Run(request);
        var report = await bench.Run(request);

        Assert.Equal((ImportOutcome.Unchanged, 2L, 0L), (report.Outcome, report.Unchanged, report.New + report.Changed));
        Assert.Single(bench.Store.Published);
    }

    [Fact]
    public async Task Each_change_of_a_grid_has_its_type()
    {
        await bench.Run(Grids(
            Square("same", 0, 0), Square("name", 1, 0, "\"name\":\"old\""), Square("drawn", 2, 0), Square("moved", 3, 0),
            Square("gone", 4, 0)));
        var report = await bench.Run(Grids(
            Square("same", 0, 0),
            Square("name", 1, 0, "\"name\":\"new\""),
            Feature("\"code\":\"drawn\"", "[[[2,0],[3,0],[3,1],[2,0.9],[2,0]]]"),
            Feature("\"code\":\"moved\"", "[[[3,0],[4,0],[4,1],[3.000001,1],[3,0]]]"),
            Square("new", 5, 0)) with
        { RetireMissing = true });

        var codes = bench.Store.Published.SelectMany(c => c.Grids.Put).DistinctBy(g => g.Id).ToDictionary(g => g.Id, g => g.Grid.Code);
        Assert.Equal(
            ["drawn Redrawn", "gone Retired", "moved Redigitised", "name Renamed", "new Created"],
            bench.Store.Published[1].GridEvents.Select(e => $"{codes[e.GridId]} {e.Change}").Order());
        Assert.Equal((1L, 3L, 1L, 1L), (report.New, report.Changed, report.Unchanged, report.Retired));
    }

    [Fact]
    public async Task A_retired_code_is_refused_for_another_grid()
    {
        await bench.Run(Grids(Square("a", 0, 0), Square("b", 1, 0)));
        await bench.Run(Grids(Square("a", 0, 0)) with { RetireMissing = true });
        var report = await bench.Run(Grids(Square("b", 1, 0)));

        Assert.Equal("code-used b", $"{report.Refused.Single().Rule} {report.Refused.Single().Value}");
    }

    [Theory]
    [InlineData("self-crossing", "[[[0,0],[1,1],[1,0],[0,1],[0,0]]]")]
    [InlineData("hole-outside", "[[[0,0],[1,0],[1,1],[0,1],[0,0]],[[5,5],[6,5],[6,6],[5,5]]]")]
    public async Task An_invalid_polygon_is_refused_and_can_be_taken_as_it_is(string rule, string rings)
    {
        var request = Grids(Feature("\"code\":\"a\"", rings), Square("b", 7, 0));
        var report = await bench.Run(request);

        Assert.Equal((rule, 1L, 1L), (report.Refused.Single().Rule, report.Refused.Single().Row, report.Taken));
        Assert.Equal(1, (await bench.Run(request with { AcceptFindings = true })).New);
    }

    [Theory]
    [InlineData("range", "[[[190,0],[191,0],[191,1],[190,0]]]")]
    [InlineData("swapped", "[[[36,119],[37,119],[37,120],[36,119]]]")]
    [InlineData("range", "[[[447969,4283132],[448969,4283132],[448969,4284132],[447969,4283132]]]")]
    [InlineData("open-ring", "[[[0,0],[1,0],[1,1],[0,1]]]")]
    [InlineData("few-points", "[[[0,0],[1,0],[0,0]]]")]
    [InlineData("empty-geometry", "[]")]
    [InlineData("coordinate", "[[[0,0],[1,null],[1,1],[0,0]]]")]
    [InlineData("coordinate", "[[[0,0],[1e999,0],[1,1],[0,0]]]")]
    public async Task A_bad_geometry_is_refused_with_its_rule(string rule, string rings)
    {
        var report = await bench.Run(Grids(Square("a", 0, 0), Feature("\"code\":\"b\"", rings)));

        Assert.Equal((rule, 2L), (report.Refused.Single().Rule, report.Refused.Single().Row));
    }

    [Fact]
    public async Task Of_two_rows_with_one_code_the_first_is_taken_and_the_second_reported()
    {
        var report = await bench.Run(Grids(Square("a", 0, 0), Square("a", 0, 0), Square("a", 1, 0)));

        Assert.Equal((2L, "duplicate"), (report.Duplicates.Single().Row, report.Duplicates.Single().Rule));
        Assert.Equal((3L, "duplicate-code"), (report.Refused.Single().Row, report.Refused.Single().Rule));
    }

    [Fact]
    public async Task Strict_refuses_the_whole_file_for_one_row_and_a_dry_run_writes_nothing()
    {
        var request = Grids(Square("a", 0, 0), Square("", 1, 0));

        Assert.Equal(ImportOutcome.Refused, (await bench.Run(request with { Strict = true })).Outcome);
        Assert.Equal(ImportOutcome.DryRun, (await bench.Run(request with { DryRun = true })).Outcome);
        Assert.Empty(bench.Store.Published);
    }

    [Fact]
    public async Task A_field_that_the_file_lacks_is_named_with_those_that_it_has()
    {
        var e = await Assert.ThrowsAsync<ImportException>(
            () => bench.Run(Grids(Square("a", 0, 0)) with { Category = "kind" }));

        Assert.Contains("no field 'kind'. Its fields: code.", e.Message);
    }

    [Fact]
    public async Task Neukoelln_has_54_leaves_under_31_upper_grids()
    {
        var report = await bench.Run(new GridImport
        {
            File = SharedGeodata.Path("neukoelln/grids.geojson"),
            Code = "code",
            Name = "name",
            Prefix = [2, 4, 6, 8],
            ParentNames = ["district", "level1", "level2"],
            Set = new Dictionary<string, string> { ["population"] = "residents" },
        });

        Assert.Equal((54L, 54L), (report.Rows, report.New));
        Assert.Equal(
            "community 18, district 4, grid 54, street 9",
            string.Join(", ", bench.Store.Snapshot.Grids.CountBy(g => g.Grid.Level).OrderBy(l => l.Key).Select(l => $"{l.Key} {l.Value}")));
        Assert.Equal(475_684, bench.Leaves.Sum(g => g.Grid.Stated.Population));
        Assert.All(bench.Store.Published[0].GridEvents, e => Assert.Equal(GridChange.Created, e.Change));
    }
}
