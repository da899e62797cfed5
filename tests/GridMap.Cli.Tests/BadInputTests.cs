using System.Text;
using GridMap.Tests.Shared;

namespace GridMap.Cli.Tests;

/// <summary>Bad input gets one line that names the cure, and nothing is written.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string Square = "[[[0,0],[1,0],[1,1],[0,1],[0,0]]]";

    private readonly string folder = Directory.CreateTempSubdirectory("gridmap-bad-").FullName;

    private string Store => Path.Combine(folder, "store.gpkg");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("[[[0,0],[1,1],[1,0],[0,1],[0,0]]]", "self-crossing")]
    [InlineData("[[[0,0],[1,0],[1,1],[0,1],[0,0]],[[5,5],[6,5],[6,6],[5,5]]]", "hole-outside")]
    [InlineData("[[[190,0],[191,0],[191,1],[190,0]]]", "range")]
    [InlineData("[[[36,119],[37,119],[37,120],[36,119]]]", "swapped")]
    [InlineData("[[[1e999,0],[1,0],[1,1],[1e999,0]]]", "coordinate")]
    [InlineData("[[[419574,4063596],[419575,4063596],[419575,4063597],[419574,4063596]]]", "range")]
    public async Task A_row_with_a_bad_polygon_is_refused_by_name_and_strict_refuses_the_file(string rings, string rule)
    {
        var file = Write("g.geojson", Grids(("a", Square), ("b", rings)));

        var lenient = await Cli.RunAsync("import", "grids", file, "--code", "code", "--store", Store, "--dry-run");
        var strict = await Cli.RunAsync("import", "grids", file, "--code", "code", "--store", Store, "--strict");

        Assert.Contains("2 rows read, 1 taken (1 new, 0 changed, 0 unchanged), 0 duplicates, 1 refused", lenient.Out);
        Assert.Contains($"\n2\t{rule}\t", lenient.Out);
        Assert.Equal(1, strict.ExitCode);
        Assert.Contains("Refused, nothing is written:", strict.Out);
        Assert.Contains("--strict", strict.Out);
    }

    [Fact]
    public async Task A_file_of_which_no_row_was_taken_is_not_said_to_be_in_the_store()
    {
        var file = Write("g.csv", "id,lon,lat\n1,190,3\n2,NaN,3\n3,36,119\n");

        var result = await Cli.RunAsync(
            "import", "dwellings", file, "--id", "id", "--lon", "lon", "--lat", "lat", "--store", Store);

        Assert.Contains("No row was taken: nothing has changed.", result.Out);
        Assert.Contains("\n1\trange\t190 3\tLongitude must be from -180 to 180", result.Out);
        Assert.Contains("\n2\tcoordinate\tNaN 3\tA coordinate is not a finite number.", result.Out);
        Assert.Contains("\n3\tswapped\t36 119\t", result.Out);
    }

    [Fact]
    public async Task A_vocabulary_is_exported_as_JSON_only()
    {
        await Cli.RunAsync("import", "vocabulary", Write("v.json", """{"kinds":[]}"""), "--store", Store);
        var result = await Cli.RunAsync(
            "export", "vocabulary", Path.Combine(folder, "v.gpkg"), "--store", Store);

        Assert.Equal((2, "gridmap: Kinds and vocabularies are written as JSON only. Name a .json file.\n"), (result.ExitCode, result.Error));
    }

    [Theory]
    [InlineData("cut.geojson", """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"a"}""")]
    [InlineData("not.gpkg", "abc")]
    [InlineData("what.kml", "abc")]
    public async Task A_file_that_cannot_be_read_is_one_line_with_its_name(string name, string content)
    {
        var result = await Cli.RunAsync("import", "grids", Write(name, content), "--code", "code", "--store", Store);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("gridmap: ", result.Error);
        Assert.Contains(name, result.Error);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
        Assert.Equal("revision\trecorded\teffective\tactor\tchanges\tdocument\tnote\n", await Cli.DoAsync("revisions", "--store", Store));
    }

    [Fact]
    public async Task A_shapefile_that_was_cut_off_is_one_line_and_nothing_is_written()
    {
        foreach (var ending in new[] { "shp", "shx", "dbf" })
        {
            File.Copy(SharedGeodata.Path($"seoul/seoul_municipalities.{ending}"), Path.Combine(folder, $"cut.{ending}"));
        }

        await using (var shapes = File.OpenWrite(Path.Combine(folder, "cut.shp")))
        {
            shapes.SetLength(shapes.Length / 2);
        }

        var result = await Cli.RunAsync(
            "import", "grids", Path.Combine(folder, "cut.shp"), "--code", "code", "--store", Store, "--strict");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("cut.shp", result.Out + result.Error);
        Assert.DoesNotContain("Published", result.Out);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var result = await Cli.RunAsync("import", "grids", Path.Combine(folder, "none.geojson"), "--code", "c", "--store", Store);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("none.geojson", result.Error);
    }

    [Fact]
    public async Task Broken_quotes_of_a_CSV_are_refused_with_their_row()
    {
        var file = Write("a.csv", "id,text,lon,lat\n1,\"a,1,1\n2,b,1,1\n");

        var result = await Cli.RunAsync(
            "import", "addresses", file, "--text", "{text}", "--id", "id", "--lon", "lon", "--lat", "lat", "--store", Store);

        Assert.Contains("2 rows read, 1 taken (1 new, 0 changed, 0 unchanged), 0 duplicates, 1 refused", result.Out);
        Assert.Contains("quote", result.Out);
    }

    [Fact]
    public async Task An_unknown_coordinate_system_is_refused_with_those_that_are_taken()
    {
        var file = Write("g.geojson", Grids(("a", Square)));

        var import = await Cli.RunAsync("import", "grids", file, "--code", "code", "--crs", "EPSG:99999", "--store", Store);
        var locate = await Cli.RunAsync("locate", "--lon", "1", "--lat", "2", "--crs", "moon", "--store", Store);

        Assert.Equal((2, 2), (import.ExitCode, locate.ExitCode));
        Assert.Contains("99999", import.Error);
        Assert.Contains("moon", locate.Error);
        Assert.Contains("EPSG:n", locate.Error);
    }

    [Fact]
    public async Task A_field_that_the_file_lacks_is_refused_with_those_it_has()
    {
        var file = Write("g.geojson", Grids(("a", Square)));

        var result = await Cli.RunAsync("import", "grids", file, "--code", "kode", "--store", Store);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("has no field 'kode'. Its fields: ", result.Error);
    }

    [Theory]
    [InlineData("caf\u00e9", Square, "\n1\tencoding\t\tA text is not UTF-8.")]
    [InlineData("a", "[[[[[0,0],[1,0],[1,1],[0,0]]]]]", "\n1\tcoordinate\tStartArray\tA position must be two numbers")]
    public async Task A_file_whose_only_row_is_not_understood_is_told_why_and_not_that_it_has_no_fields(
        string code, string rings, string cause)
    {
        var file = Path.Combine(folder, "g.geojson");
        await File.WriteAllTextAsync(file, Grids((code, rings)), Encoding.Latin1, TestContext.Current.CancellationToken);

        var result = await Cli.RunAsync("import", "grids", file, "--code", "code", "--store", Store);

        Assert.Contains("1 rows read, 0 taken (0 new, 0 changed, 0 unchanged), 0 duplicates, 1 refused", result.Out);
        Assert.Contains(cause, result.Out);
        Assert.DoesNotContain("has no field", result.Out + result.Error);
    }

    [Theory]
    [InlineData("nowhere/deeper/store.gpkg", "nowhere")]
    [InlineData("Host=127.0.0.1;Port=1;Database=x;Username=y;Password=secret;Timeout=1", "127.0.0.1:1")]
    [InlineData("store.txt", "store.txt")]
    public async Task A_wrong_store_is_one_line_without_the_password(string setting, string named)
    {
        var store = setting.StartsWith("Host=", StringComparison.Ordinal) ? setting : Path.Combine(folder, setting);

        var result = await Cli.RunAsync("revisions", "--store", store);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(named, result.Error);
        Assert.DoesNotContain("secret", result.Error);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Without_debugging_there_is_no_stack_trace_and_with_it_there_is()
    {
        var output = new StringWriter();
        string[] args = ["revisions", "--store", Path.Combine(folder, "store.txt")];
        var host = Cli.Host(output, output, static name => name == "GRIDMAP_DEBUG" ? "1" : null);

        await CommandLine.RunAsync(args, host, TestContext.Current.CancellationToken);

        Assert.Contains("   at GridMap.", output.ToString());
        Assert.DoesNotContain("   at GridMap.", (await Cli.RunAsync(args)).Error);
    }

    private string Write(string name, string content)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, content);
        return file;
    }

    private static string Grids(params (string Code, string Rings)[] grids) =>
        $$"""{"type":"FeatureCollection","features":[{{string.Join(',', grids.Select(static g =>
            $$$"""{"type":"Feature","properties":{"code":"{{{g.Code}}}"},"geometry":{"type":"Polygon","coordinates":{{{g.Rings}}}}}"""))}}]}""";
}
