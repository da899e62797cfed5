using System.CommandLine;
using GridMap.Cli.Commands.Importing;
using GridMap.Core.Grids;
using GridMap.Data.Importing;

namespace GridMap.Cli.Tests.Commands;

public sealed class ImportRequestTests : IDisposable
{
    private readonly string mapping = Path.GetTempFileName();

    public void Dispose() => File.Delete(mapping);

    [Fact]
    public void Options_say_what_a_request_says()
    {
        var grids = Assert.IsType<GridImport>(Request(
            "import", "grids", "g.geojson", "--code", "code", "--prefix", "2,4,6,8", "--level", "a,b,c,d",
            "--parent-names", "A, B,C", "--tiling", "partial", "--set", "population=Einwohner insgesamt", "--set", "x=y",
            "--accept-findings", "--effective", "2026-12-01", "--crs", "EPSG:4326"));

        Assert.Equal("g.geojson", grids.File);
        Assert.Equal([2, 4, 6, 8], grids.Prefix);
        Assert.Equal(["a", "b", "c", "d"], grids.Level);
        Assert.Equal(["A", "B", "C"], grids.ParentNames);
        Assert.Equal(Tiling.Partial, grids.Tiling);
        Assert.Equal("governance", grids.Partition);
        Assert.Equal([new("population", "Einwohner insgesamt"), new("x", "y")], grids.Set.OrderBy(static p => p.Key));
        Assert.True(grids.AcceptFindings);
        Assert.False(grids.Strict);
        Assert.Equal("2026-12-01", grids.Effective);
        Assert.Equal("EPSG:4326", grids.Crs);
    }

    [Fact]
    public void An_option_wins_over_the_mapping_file_and_pairs_are_added_to_it()
    {
        File.WriteAllText(mapping, """{"kind":"park","capacity":"places","set":{"a":"A","b":"B"},"strict":true}""");

        var resources = Assert.IsType<ResourceImport>(
            Request("import", "resources", "p.csv", "--mapping", mapping, "--kind", "parking", "--set", "b=BB,c=C"));

        Assert.Equal("parking", resources.Kind);
        Assert.Equal("places", resources.Capacity);
        Assert.True(resources.Strict);
        Assert.Equal("a=A b=BB c=C", string.Join(' ', resources.Set.Select(static p => $"{p.Key}={p.Value}").Order()));
    }

    [Theory]
    [InlineData("""{"kind":"parking","capcity":"n"}""", "capcity")]
    [InlineData("""{"kind":""", "is not JSON")]
    [InlineData("""[]""", "must be a JSON object")]
    [InlineData("""{"import":"grids","code":"c"}""", "is for import grids, not for import resources")]
    public async Task A_mapping_that_does_not_fit_is_refused_with_its_fault(string json, string fault)
    {
        File.WriteAllText(mapping, json);

        var result = await Cli.RunAsync("import", "resources", "p.csv", "--mapping", mapping);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(fault, result.Error);
        Assert.Contains(mapping, result.Error);
    }

    private static ImportRequest Request(params string[] args)
    {
        var parsed = CommandLine.Build(Cli.Host(TextWriter.Null, TextWriter.Null)).Parse(args);
        Assert.Empty(parsed.Errors);
        return ((ImportCommand)parsed.CommandResult.Command).Request(parsed);
    }
}
