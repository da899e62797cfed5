using System.Text.Json;
using GridMap.Tests.Shared;

namespace GridMap.Cli.Tests.RealInput;

public sealed class BerlinSet : RealSet
{
    internal static string File => SharedGeodata.Path("berlin-lor/lor.geojson");

    internal static string[] Import =>
    [
        "grids", File, "--code", "Schlüssel", "--name", "Planungsraum", "--prefix", "2,4,6,8",
        "--level", "district,level1,level2,grid", "--parent-names", "Bezirk,Prognoseraum,Bezirksregion",
        "--set", "population=Einwohner insgesamt",
    ];

    protected override IReadOnlyList<string[]> Imports => [[.. Import, "--accept-findings"]];
}

public class BerlinTests(BerlinSet set) : IClassFixture<BerlinSet>
{
    [Theory]
    [InlineData(StoreKind.GeoPackage)]
    [InlineData(StoreKind.PostGis)]
    public async Task All_areas_are_taken_by_their_umlauted_fields(StoreKind kind)
    {
        var imported = await set.InAsync(kind);

        Assert.Equal("448 448 0 0", imported.Counts);
        var map = await imported.LoadAsync();
        Assert.Equal("12 60 138 448", string.Join(' ', map.Partitions.Single().Levels
            .Select(l => map.Grids.Count(g => g.Grid.Level == l.Id))));
        Assert.Equal(3_762_456, map.Grids.Sum(static g => g.Grid.Stated.Population));
    }

    [Theory]
    [InlineData(StoreKind.GeoPackage)]
    [InlineData(StoreKind.PostGis)]
    public async Task It_is_refused_for_its_two_errors_unless_they_are_accepted(StoreKind kind)
    {
        var store = await set.NewStoreAsync(kind, "refused");

        var (result, report) = await set.ImportAsync(store, BerlinSet.Import);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(
            "It would add 2 errors to the partition 'governance': 1 overlap, 1 gap. overlap 04020208 04061757 at 13.231930 "
            + "52.503715; gap 04020208 04061757 at 13.245476 52.504678. Correct the file, or take it as it is with "
            + "--accept-findings", result.Out);
        Assert.Equal("gap, overlap", string.Join(", ", report.Findings
            .Where(static f => f.Severity == "error").Select(static f => f.Rule).Order()));
        Assert.Empty((await new ImportedSet(store, [], []).LoadAsync()).Grids);
    }

    [Theory]
    [InlineData(StoreKind.GeoPackage)]
    [InlineData(StoreKind.PostGis)]
    public async Task Check_finds_the_one_overlap_and_the_one_gap_of_a_tenth_of_a_square_metre(StoreKind kind)
    {
        var imported = await set.InAsync(kind);
        var file = Path.Combine(set.Folder, $"{kind}.geojson");

        var result = await Cli.RunAsync("check", "--store", imported.Store, "--geojson", file);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("error\toverlap\tgovernance\t04020208 04061757\t13.231930\t52.503715\t0.1\t", result.Out);
        Assert.Contains("error\tgap\tgovernance\t04020208 04061757\t13.245476\t52.504678\t0.11\t", result.Out);
        Assert.Contains("2 of them errors.", result.Out);
        Assert.Contains("2 of them were accepted when they were imported.", result.Out);
        using var json = JsonDocument.Parse(await System.IO.File.ReadAllTextAsync(file));
        var places = json.RootElement.GetProperty("features").EnumerateArray().Take(2)
            .Select(static f => f.GetProperty("geometry").GetProperty("type").GetString());
        Assert.All(places, static type => Assert.Matches("Polygon|Collection", type));
    }

    [Theory]
    [InlineData(StoreKind.GeoPackage)]
    [InlineData(StoreKind.PostGis)]
    public async Task A_hundred_thousand_points_are_where_PostGIS_has_them(StoreKind kind)
    {
        var map = await (await set.InAsync(kind)).LoadAsync();

        Assert.Empty(await PostGisOracle.DifferencesAsync(map, BerlinSet.File, "Schlüssel", seed: 2));
    }
}
