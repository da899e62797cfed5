using System.Text.Json;

namespace GridMap.Cli.Tests.Commands;

/// <summary>
/// A town of two grids in one community, west and east of 119.1 E, with a beat that reaches into both, two dwellings and
/// a kind that nobody programmed.
/// </summary>
public sealed class ShortfallTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("gridmap-shortfall-").FullName;

    private string Store => Path.Combine(folder, "town.gpkg");

    public async ValueTask InitializeAsync()
    {
        await ImportAsync(
            "grids", "g.csv",
            """
            code,name,wkt
            1201,West,"POLYGON ((119.09 36.69, 119.1 36.69, 119.1 36.71, 119.09 36.71, 119.09 36.69))"
            1202,East,"POLYGON ((119.1 36.69, 119.11 36.69, 119.11 36.71, 119.1 36.71, 119.1 36.69))"
            """,
            "--code", "code", "--name", "name", "--prefix", "2,4", "--level", "community,grid");
        await ImportAsync(
            "grids", "b.csv",
            """
            code,wkt
            B1,"POLYGON ((119.09 36.69, 119.105 36.69, 119.105 36.71, 119.09 36.71, 119.09 36.69))"
            """,
            "--code", "code", "--partition", "police", "--tiling", "partial");
        await ImportAsync(
            "kinds", "k.json",
            """
            [{"id":"clinic","name":{"zh":"卫生站","en":"Clinic"},"icon":"clinic","attributes":[
              {"id":"night","name":{"zh":"夜间","en":"At night"},"type":"boolean","filterable":true}]}]
            """);
        await ImportAsync(
            "resources", "c.csv", "id,name,night,exit_gates,lon,lat\n1,甲,true,119.0921 36.7,119.092,36.7\n2,乙,false,,119.093,36.7\n",
            "--kind", "clinic", "--id", "id", "--name", "name");
        await ImportAsync("dwellings", "d.csv", "id,households,lon,lat\n1,40,119.094,36.7\n2,7,119.108,36.7\n", "--id", "id");
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Grids_where_households_lack_a_clinic_are_listed_and_summed()
    {
        var answer = await RunAsync("shortfall", "--kind", "clinic", "--metres", "500");
        Assert.Contains("1202\tEast\t7\t7\t1.00\t1\t1\t\n", answer);
        Assert.DoesNotContain("1201", answer);
        Assert.EndsWith("7 of 47 households in 2 grids have none within the distance.\n", answer);
    }

    [Fact]
    public async Task The_same_is_written_as_GeoJSON_with_areas_and_as_CSV()
    {
        var (geojson, csv) = (Path.Combine(folder, "s.geojson"), Path.Combine(folder, "s.csv"));
        await RunAsync(
            "shortfall", "--kind", "clinic", "--metres", "500", "--level", "community", "--geojson", geojson, "--csv", csv);

        Assert.Contains("grid,12,,clinic,500,47,7,0.148936,2,1,false\r\n", await File.ReadAllTextAsync(csv, Token));
        using var answer = JsonDocument.Parse(await File.ReadAllTextAsync(geojson, Token));
        var feature = answer.RootElement.GetProperty("features")[0];
        Assert.Equal("Polygon", feature.GetProperty("geometry").GetProperty("type").GetString());
        Assert.Equal(7, feature.GetProperty("properties").GetProperty("householdsWithout").GetInt32());
    }

    [Theory]
    [InlineData("volcano", "500", "grid", "--kind 'volcano' is not known here. Known: clinic.")]
    [InlineData("clinic", "-1", "grid", "--metres -1 must be from 0 to 100000.")]
    [InlineData("clinic", "500", "province", "--level 'province' is no level of governance. Its levels: community, grid.")]
    public async Task What_cannot_be_asked_is_one_line_with_the_cure(string kind, string metres, string level, string says)
    {
        var result = await Cli.RunAsync(
            "shortfall", "--kind", kind, "--metres", metres, "--level", level, "--store", Store);
        Assert.Equal((2, $"gridmap: {says}\n"), (result.ExitCode, result.Error));
    }

    [Fact]
    public async Task A_new_kind_is_found_filtered_and_exported_without_code()
    {
        Assert.Contains("甲", await RunAsync("nearest", "--kind", "clinic", "--lon", "119.1", "--lat", "36.7", "--where", "night=true"));
        Assert.Contains("乙", await RunAsync("nearest", "--kind", "clinic", "--lon", "119.1", "--lat", "36.7", "--where", "night=false"));
        var unknown = await Cli.RunAsync(
            "nearest", "--kind", "clinic", "--lon", "119.1", "--lat", "36.7", "--where", "beds=3", "--store", Store);
        Assert.Equal(
            "gridmap: --where takes ATTRIBUTE=VALUE; 'beds=3' is none of a clinic. Attributes to filter on: night.\n", unknown.Error);

        var (items, kinds) = (Path.Combine(folder, "out.csv"), Path.Combine(folder, "kinds.json"));
        await RunAsync("export", "resources", items, "--kind", "clinic");
        await RunAsync("export", "kinds", kinds);
        Assert.Contains("119.0921 36.7", await File.ReadAllTextAsync(items, Token));
        Assert.Contains("unchanged", await RunAsync("import", "kinds", kinds));
    }

    [Fact]
    public async Task Partitions_are_compared_at_a_level_so_that_a_beat_in_two_grids_of_one_community_does_not_straddle()
    {
        Assert.Contains("1 grids of police lie in more than one", await RunAsync("compare", "--a", "police", "--b", "governance"));
        var communities = await RunAsync("compare", "--a", "police", "--b", "governance", "--b-level", "community");
        Assert.Contains("B1\t12\t", communities);
        Assert.Contains("0 grids of police lie in more than one", communities);
    }

    [Fact]
    public async Task Export_of_findings_writes_all_that_check_finds()
    {
        var file = Path.Combine(folder, "findings.csv");
        await RunAsync("export", "findings", file);
        using var check = JsonDocument.Parse((await Cli.RunAsync("check", "--json", "--store", Store)).Out);
        var found = check.RootElement.GetProperty("features").EnumerateArray()
            .Select(static f => f.GetProperty("properties").GetProperty("rule").GetString()).ToList();
        Assert.NotEmpty(found);
        Assert.Equal(
            found, (await File.ReadAllLinesAsync(file, Token)).Skip(1).Select(static line => line.Split(',')[0]));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Task<string> RunAsync(params string[] args) => Cli.DoAsync([.. args, "--store", Store]);

    private async Task ImportAsync(string what, string name, string text, params string[] options)
    {
        var file = Path.Combine(folder, name);
        await File.WriteAllTextAsync(file, text, Token);
        await RunAsync(["import", what, file, .. options]);
    }
}
