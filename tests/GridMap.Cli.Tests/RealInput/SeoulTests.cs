using System.Text.Json;
using GridMap.Tests.Shared;

namespace GridMap.Cli.Tests.RealInput;

public sealed class SeoulSet : RealSet
{
    internal static string Dong => SharedGeodata.Path("seoul/seoul_submunicipalities.shp");

    protected override IReadOnlyList<string[]> Imports =>
    [
        ["grids", Dong, "--code", "code", "--name", "name", "--level", "gu,dong",
            "--upper", SharedGeodata.Path("seoul/seoul_municipalities.shp")],
    ];
}

public sealed class JusoSet : RealSet
{
    internal static string Dong => SharedGeodata.Path("seoul/juso_seoul_neighborhoods.shp");

    protected override IReadOnlyList<string[]> Imports =>
    [
        ["grids", Dong, "--code", "EMD_CD", "--name", "EMD_KOR_NM", "--level", "dong", "--accept-findings"],
    ];
}

public class SeoulTests(SeoulSet clean, JusoSet dirty) : IClassFixture<SeoulSet>, IClassFixture<JusoSet>
{
    [Theory]
    [InlineData(StoreKind.GeoPackage)]
    [InlineData(StoreKind.PostGis)]
    public async Task Each_dong_goes_to_its_gu_and_nothing_is_wrong(StoreKind kind)
    {
        var imported = await clean.InAsync(kind);

        Assert.Equal("423 423 0 0", imported.Counts);
        var map = await imported.LoadAsync();
        var codes = map.Grids.ToDictionary(static g => g.Id, static g => g.Grid.Code);
        var dong = map.Grids.Where(static g => g.Grid.Level == "dong").ToArray();
        Assert.Equal((423, 25), (dong.Length, map.Grids.Count(static g => g.Grid.Level == "gu")));
        // The statistics office's codes nest by the first five digits: the places say the same.
        Assert.All(dong, g => Assert.StartsWith(codes[g.Grid.ParentId!.Value][..5], g.Grid.Code));
        Assert.Contains("종로구", map.Grids.Select(static g => g.Grid.Name));
        Assert.Contains("사직동", map.Grids.Select(static g => g.Grid.Name));
        Assert.Contains("0 of them errors", await Cli.DoAsync("check", "--store", imported.Store));
    }

    [Theory]
    [InlineData(StoreKind.GeoPackage)]
    [InlineData(StoreKind.PostGis)]
    public async Task The_overlaps_and_holes_of_the_dirty_tiling_are_found_and_placed(StoreKind kind)
    {
        var imported = await dirty.InAsync(kind);

        Assert.Equal("467 467 0 0", imported.Counts);
        Assert.Contains("청운동", (await imported.LoadAsync()).Grids.Select(static g => g.Grid.Name));
        var result = await Cli.RunAsync("check", "--json", "--store", imported.Store);
        Assert.Equal(1, result.ExitCode);
        var findings = JsonElement.Parse(result.Out).GetProperty("features").EnumerateArray()
            .Where(static f => f.GetProperty("properties").GetProperty("severity").GetString() == "error")
            .GroupBy(static f => f.GetProperty("properties").GetProperty("rule").GetString()!)
            .ToDictionary(static g => g.Key);
        Assert.Equal((41, 273), (findings["overlap"].Count(), findings["gap"].Count()));
        // Whoever measured 387 and 2,964 square metres used another plane: one percent is allowed.
        Assert.InRange(findings["overlap"].Sum(Size), 387 * 0.985, 387 * 1.015);
        Assert.InRange(findings["gap"].Sum(Size), 2964 * 0.985, 2964 * 1.015);
        Assert.All(findings.Values.SelectMany(static g => g), static f =>
            Assert.Matches("Polygon|Collection", f.GetProperty("geometry").GetProperty("type").GetString()));
    }

    [Theory]
    [InlineData(StoreKind.GeoPackage)]
    [InlineData(StoreKind.PostGis)]
    public async Task A_hundred_thousand_points_are_where_PostGIS_has_them(StoreKind kind)
    {
        var map = await (await clean.InAsync(kind)).LoadAsync();

        Assert.Empty(await PostGisOracle.DifferencesAsync(map, SeoulSet.Dong, "code", 3, "-a_srs", "EPSG:4326"));
    }

    [Theory]
    [InlineData(StoreKind.GeoPackage)]
    [InlineData(StoreKind.PostGis)]
    public async Task So_they_are_in_the_dirty_tiling(StoreKind kind)
    {
        var map = await (await dirty.InAsync(kind)).LoadAsync();

        Assert.Empty(await PostGisOracle.DifferencesAsync(map, JusoSet.Dong, "EMD_CD", 4, "-a_srs", "EPSG:4326"));
    }

    private static double Size(JsonElement finding) =>
        finding.GetProperty("properties").GetProperty("measure").GetDouble();
}
