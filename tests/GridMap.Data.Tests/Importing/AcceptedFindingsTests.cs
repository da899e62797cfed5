using GridMap.Core.Grids;
using GridMap.Data.Importing;
using GridMap.Tests.Shared;
using static GridMap.Data.Tests.Importing.ImportBench;

namespace GridMap.Data.Tests.Importing;

/// <summary>Errors that an import would add refuse it, unless they are accepted.</summary>
public sealed class AcceptedFindingsTests : IDisposable
{
    private const string Wide = "[[[0,0],[1.001,0],[1.001,1],[0,1],[0,0]]]";

    private readonly ImportBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task An_overlap_refuses_the_import_with_its_place_and_the_cure()
    {
        var report = await bench.Run(Grids(Feature("\"code\":\"a\"", Wide), Square("b", 1, 0)));

        Assert.Equal(ImportOutcome.Refused, report.Outcome);
        Assert.Equal(
            "It would add 1 error to the partition 'governance': 1 overlap. overlap a b at 1.000500 0.500000. Correct the "
            + "file, or take it as it is with --accept-findings: the findings then stay with the state, and 'gridmap "
            + "check' lists them.",
            report.Reason);
        Assert.Equal("overlap a b", $"{report.Findings.Single().Rule} {string.Join(' ', report.Findings.Single().Grids)}");
        Assert.Empty(bench.Store.Published);
    }

    [Fact]
    public async Task Accepted_it_is_taken_and_the_finding_stays_with_the_state()
    {
        var report = await bench.Run(Grids(Feature("\"code\":\"a\"", Wide), Square("b", 1, 0)) with { AcceptFindings = true });

        Assert.Equal((ImportOutcome.Published, 2L), (report.Outcome, report.New));
        Assert.Equal("overlap", bench.Store.Snapshot.AcceptedFindings.Single().Rule);
    }

    [Fact]
    public async Task What_was_there_before_refuses_nothing_and_is_not_accepted_twice()
    {
        await bench.Run(Grids(Feature("\"code\":\"a\"", Wide), Square("b", 1, 0)) with { AcceptFindings = true });

        var report = await bench.Run(Grids(Feature("\"code\":\"a\"", Wide), Square("b", 1, 0), Square("c", 2, 0)));

        Assert.Equal((ImportOutcome.Published, 1L), (report.Outcome, report.New));
        Assert.Single(bench.Store.Snapshot.AcceptedFindings);
    }

    [Fact]
    public async Task A_second_hole_in_one_grid_is_a_new_error()
    {
        const string Shell = "[[0,0],[9,0],[9,9],[0,9],[0,0]]";
        const string Hole = "[[1,1],[1,2],[2,2],[2,1],[1,1]]";
        const string Other = "[[5,5],[5,6],[6,6],[6,5],[5,5]]";
        await bench.Run(Grids(Feature("\"code\":\"a\"", $"[{Shell},{Hole}]")) with { AcceptFindings = true });

        var same = await bench.Run(Grids(Feature("\"code\":\"a\",\"x\":1", $"[{Shell},{Hole}]")));
        var second = await bench.Run(Grids(Feature("\"code\":\"a\"", $"[{Shell},{Hole},{Other}]")));

        Assert.Equal((ImportOutcome.Published, ImportOutcome.Refused), (same.Outcome, second.Outcome));
        Assert.Contains("1 gap. gap a at 5.500000 5.500000.", second.Reason);
    }

    [Fact]
    public async Task A_self_crossing_polygon_is_taken_as_it_is_with_a_finding()
    {
        var report = await bench.Run(
            Grids(Feature("\"code\":\"a\"", "[[[0,0],[1,1],[1,0],[0,1],[0,0]]]"), Square("b", 7, 0)) with { AcceptFindings = true });

        Assert.Equal(ImportOutcome.Published, report.Outcome);
        Assert.Contains("POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0))", bench.Tree());
        Assert.Equal("invalid_polygon a", bench.Store.Snapshot.AcceptedFindings.Select(
            static f => $"{f.Rule} {string.Join(' ', f.Grids)}").Single());
    }

    [Fact]
    public async Task Retiring_a_grid_that_leaves_a_hole_is_refused()
    {
        await bench.Run(Grids(Ring));

        var report = await bench.Run(Grids(Ring[..^1]) with { RetireMissing = true });

        Assert.Contains("1 gap. gap e n s w at 1.500000 1.500000.", report.Reason);
    }

    [Fact]
    public async Task An_outline_that_the_grids_do_not_fill_is_refused_and_a_declared_gap_allows_it()
    {
        await bench.Run(Grids(Square("a", 0, 0)));
        var outline = Reference("outline", "[[[0,0],[2,0],[2,1],[0,1],[0,0]]]");

        var refused = await bench.Run(outline);
        var gap = await bench.Run(Reference("gap", "[[[1,0],[2,0],[2,1],[1,1],[1,0]]]"));
        var taken = await bench.Run(outline);

        Assert.Contains("1 gap. gap a at 1.500000 0.500000.", refused.Reason);
        Assert.Equal((ImportOutcome.Published, ImportOutcome.Published), (gap.Outcome, taken.Outcome));
    }

    [Fact]
    public async Task An_outline_may_come_before_its_grids()
    {
        var outline = await bench.Run(Reference("outline", "[[[0,0],[1,0],[1,1],[0,1],[0,0]]]"));
        var grids = await bench.Run(Grids(Square("a", 0, 0)));

        Assert.Equal((ImportOutcome.Published, ImportOutcome.Published), (outline.Outcome, grids.Outcome));
    }

    [Fact]
    public async Task A_partial_partition_may_have_holes()
    {
        var report = await bench.Run(Grids(Ring[..^1]) with { Tiling = Tiling.Partial });

        Assert.Equal(ImportOutcome.Published, report.Outcome);
    }

    [Fact]
    public async Task Dwellings_that_a_border_cuts_are_no_reason_to_refuse()
    {
        await bench.Run(Grids(Square("a", 0, 0), Square("b", 1, 0)));

        var report = await bench.Run(new DwellingImport
        {
            File = bench.Write("dwellings.geojson", Collection(Feature(
                "\"id\":\"d\"", "[[[0.5,0.2],[1.5,0.2],[1.5,0.8],[0.5,0.8],[0.5,0.2]]]"))),
            Id = "id",
        });

        Assert.Equal((ImportOutcome.Published, 0), (report.Outcome, report.Findings.Count));
    }

    [Fact]
    public async Task Retired_grids_are_reported_with_the_duties_that_cover_them()
    {
        await bench.Run(Grids(Square("a", 0, 0), Square("b", 1, 0)));
        await bench.Run(new DutyImport
        {
            File = bench.Write("duties.csv", "id,role,person_id,person,scope,chain\n1,grid_head,p,Wang,grid:a;grid:b,everyday\n"),
            Source = "staff",
            Id = "id",
        });

        var report = await bench.Run(Grids(Square("a", 0, 0)) with { RetireMissing = true });

        Assert.Equal("Some duties cover grids that are retired: b. Give them others.",
            report.Notes.Single(static n => n.Rule == "retired-grid-duties").Message);
    }

    [Theory]
    [InlineData("berlin-lor/lor.geojson", "Schlüssel", "overlap 1, gap 1")]
    [InlineData("seoul/juso_seoul_neighborhoods.shp", "EMD_CD", "overlap 41, gap 273")]
    public async Task Dirty_real_tilings_are_refused_and_can_be_accepted(string file, string code, string errors)
    {
        var request = new GridImport { File = SharedGeodata.Path(file), Code = code };

        var refused = await bench.Run(request);
        var taken = await bench.Run(request with { AcceptFindings = true });

        Assert.Equal((ImportOutcome.Refused, ImportOutcome.Published), (refused.Outcome, taken.Outcome));
        Assert.Equal(errors, string.Join(", ", bench.Store.Snapshot.AcceptedFindings.CountBy(static f => f.Rule)
            .Select(static r => $"{r.Key} {r.Value}")));
    }

    [Theory]
    [InlineData("neukoelln/grids.geojson", "code", null)]
    [InlineData("seoul/seoul_submunicipalities.shp", "code", null)]
    [InlineData("ellis/ks_ellis_county_vtd.gpkg", "path", "ks_ellis_county_vap_data_vtd")]
    public async Task Clean_real_tilings_are_taken(string file, string code, string? layer)
    {
        var report = await bench.Run(new GridImport { File = SharedGeodata.Path(file), Code = code, Layer = layer });

        Assert.Equal((ImportOutcome.Published, 0), (report.Outcome, report.Findings.Count));
    }

    [Fact]
    public async Task The_whole_sample_is_taken_with_its_pending_revision()
    {
        var reports = await ImportFolder.RunAsync(
            bench.Store, SampleFolder(), "tester", TimeProvider.System, null, TestContext.Current.CancellationToken);

        Assert.All(reports, static r => Assert.Equal((ImportOutcome.Published, 0), (r.Outcome, r.Findings.Count)));
        Assert.Equal(ImportFolder.Read(SampleFolder()).Count, reports.Count);
    }

    // Four grids around a fifth.
    private static string[] Ring =>
    [
        Feature("\"code\":\"s\"", "[[[0,0],[3,0],[2,1],[1,1],[0,0]]]"),
        Feature("\"code\":\"e\"", "[[[3,0],[3,3],[2,2],[2,1],[3,0]]]"),
        Feature("\"code\":\"n\"", "[[[3,3],[0,3],[1,2],[2,2],[3,3]]]"),
        Feature("\"code\":\"w\"", "[[[0,3],[0,0],[1,1],[1,2],[0,3]]]"),
        Square("middle", 1, 1),
    ];

    private GridImport Grids(params string[] features) =>
        new() { File = bench.Write("grids.geojson", Collection(features)), Code = "code" };

    private ReferenceImport Reference(string layer, string rings) =>
        new() { File = bench.Write($"{layer}.geojson", Collection(Feature("\"id\":1", rings))), LayerKind = layer, Id = "id" };

    private static string SampleFolder([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(here, "../../../../geodata/sample"));
}
