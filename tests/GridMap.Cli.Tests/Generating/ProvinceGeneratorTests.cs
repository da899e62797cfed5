using GridMap.Cli.Generating;
using GridMap.Data.Exchange;
using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;

namespace GridMap.Cli.Tests.Generating;

public sealed class ProvinceGeneratorTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("gridmap-province-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 300)]
    [InlineData(3, 4_500)]
    public void The_grids_are_an_exact_coverage_and_each_has_eighty_vertices(int seed, int grids)
    {
        ProvinceGenerator.Write(seed, grids, 0, folder);
        using var source = SourceFile.Open(new SourceOptions(Path.Combine(folder, "grids.geojson")));
        var rows = source.ReadRows().ToList();
        Geometry[] shapes = [.. rows.Select(static r => r.Shape!)];

        Assert.Equal(grids, shapes.Length);
        Assert.All(shapes, static s => Assert.True(s.IsValid && s.NumPoints == 81));
        Assert.True(CoverageValidator.IsValid(shapes));
        Assert.Equal(grids, rows.Select(static r => r.Values[0]).Distinct().Count());
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_gives_others()
    {
        string Folder(string name) => Path.Combine(folder, name);
        var files = ProvinceGenerator.Write(1, 50, 400, Folder("a"));
        ProvinceGenerator.Write(1, 50, 400, Folder("b"));
        ProvinceGenerator.Write(2, 50, 400, Folder("c"));

        Assert.Equal(files, Directory.GetFiles(Folder("a")).Select(static f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        Assert.All(files, f => Assert.Equal(File.ReadAllBytes($"{Folder("a")}/{f}"), File.ReadAllBytes($"{Folder("b")}/{f}")));
        Assert.NotEqual(File.ReadAllText($"{Folder("a")}/grids.geojson"), File.ReadAllText($"{Folder("c")}/grids.geojson"));
        Assert.NotEqual(File.ReadAllText($"{Folder("a")}/toilet.csv"), File.ReadAllText($"{Folder("c")}/toilet.csv"));
    }

    [Fact]
    public async Task What_is_generated_is_imported_whole_and_checks_without_an_error()
    {
        var store = Path.Combine(folder, "province.gpkg");
        await Cli.DoAsync(
            "generate", "--like", "province", "--seed", "4", "--grids", "200", "--resources", "800", "--out", folder);
        await Cli.DoAsync("import", "folder", Path.Combine(folder, "import.json"), "--store", store);

        var revisions = await Cli.DoAsync("revisions", "--store", store);
        Assert.Contains("resources +100", revisions);
        Assert.Equal(0, (await Cli.RunAsync("check", "--store", store)).ExitCode);
    }

    [Theory]
    [InlineData("--grids", "0", "--grids is 0; it takes 1 to 1000000.")]
    [InlineData("--grids", "1000001", "--grids is 1000001; it takes 1 to 1000000.")]
    [InlineData("--resources", "-1", "--resources is -1; it takes 0 to 10000000.")]
    public async Task A_size_out_of_range_is_refused_by_name(string option, string value, string message)
    {
        var result = await Cli.RunAsync("generate", "--like", "province", "--seed", "1", option, value, "--out", folder);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error);
        Assert.Empty(Directory.GetFiles(folder));
    }
}
