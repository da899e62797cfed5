using System.Text;
using GridMap.Data.Exchange;
using GridMap.Data.Importing;
using GridMap.Data.Tests.Importing;
using GridMap.Tests.Shared;

namespace GridMap.Data.Tests.Exchange;

public sealed class SourceFileTests : IDisposable
{
    private const string Point = """{"type":"Feature","id":7,"properties":{"a":"x","n":1.50,"o":{"k":[1]}},"geometry":{"coordinates":[1,2,9],"type":"Point"}}""";
    private readonly ImportBench bench = new();

    public void Dispose() => bench.Dispose();

    private static string Rows(string file, string? layer = null)
    {
        using var source = SourceFile.Open(new SourceOptions(file) { Layer = layer });
        return string.Join('\n', source.ReadRows().Select(
            r => r.Problem is { } p ? $"{r.Number} {p.Rule}" : $"{r.Number} {string.Join(',', r.Names.Zip(r.Values))} {r.Shape}"));
    }

    private string Error(string name, string text) =>
        Assert.Throws<ExchangeException>(() => Rows(bench.Write(name, text))).Message;

    [Theory]
    [InlineData("{\"features\":[\n@],\"type\":\"FeatureCollection\"}")]
    [InlineData("\uFEFF{\"type\":\"FeatureCollection\",\"crs\":{\"properties\":{\"name\":\"EPSG:4326\"}},\"features\":[@]}")]
    [InlineData("@")]
    [InlineData("\u001E@\n")]
    public void Each_form_of_GeoJSON_gives_the_same_row(string form) => Assert.Equal(
        "1 (a, x),(n, 1.50),(o, {\"k\":[1]}),(id, 7) POINT (1 2)", Rows(bench.Write("f.geojson", form.Replace("@", Point))));

    [Fact]
    public void Features_on_lines_are_read_one_after_the_other() =>
        Assert.Equal(3, Rows(bench.Write("f.ndjson", $"{Point}\n{Point}\n{Point}")).Split('\n').Length);

    [Fact]
    public void A_file_larger_than_any_buffer_is_read_whole()
    {
        var features = string.Join(",\n", Enumerable.Range(0, 20_000).Select(_ => Point));
        Assert.Equal(20_000, Rows(bench.Write("f.geojson", $$"""{"type":"FeatureCollection","features":[{{features}}]}""")).Split('\n').Length);
    }

    [Fact]
    public void A_truncated_GeoJSON_says_where_and_how_many_features_are_whole() => Assert.Contains(
        "is cut off: it ends inside feature 2, which begins at byte 162",
        Error("f.geojson", $$"""{"type":"FeatureCollection","features":[{{Point}},{{Point[..30]}}"""));

    [Theory]
    [InlineData("f.geojson", "{\"type\":\"FeatureCollection\",\"features\":[{\"a\":NaN}]}", "is not valid GeoJSON after feature 0")]
    [InlineData("f.geojson", "{}", "neither a FeatureCollection nor a Feature")]
    [InlineData("f.geojson", "", "is empty (0 bytes)")]
    [InlineData("f.gpkg", "no database at all, just a text of some length", "is not a GeoPackage")]
    [InlineData("f.shp", "text", "is missing: a Shapefile is .shp, .shx and .dbf")]
    [InlineData("f.xlsx", "text", "is not known from its ending. Accepted: GeoJSON")]
    [InlineData("f.csv", "a,b\n1,2\n", "has no columns 'lon' and 'lat', nor 'wkt'")]
    [InlineData("f.csv", "lon,lat\n1,\0", "holds NUL bytes")]
    public void A_bad_file_is_one_clear_error(string name, string text, string expected) =>
        Assert.Contains(expected, Error(name, text));

    [Theory]
    [InlineData("f.geojson", Point)]
    [InlineData("f.csv", "lon,lat\n1,2\n")]
    public void A_layer_of_a_file_that_has_none_is_an_error_that_says_so(string name, string text)
    {
        var file = bench.Write(name, text);
        Assert.NotEmpty(Rows(file));
        Assert.Equal(
            $"'{file}' has no layers: only a GeoPackage has. Leave --layer out.",
            Assert.Throws<ExchangeException>(() => Rows(file, layer: "roads")).Message);
    }

    [Theory]
    [InlineData("lon,lat,t\n1,2,\"a\nb\"\n", "1 (lon, 1),(lat, 2),(t, a\nb) POINT (1 2)")]
    [InlineData("lon;lat;t\r\n1;2;\"a\"\"b\"\r\n", "1 (lon, 1),(lat, 2),(t, a\"b) POINT (1 2)")]
    [InlineData("lon\tlat\n1\t2", "1 (lon, 1),(lat, 2) POINT (1 2)")]
    [InlineData("lon,lat\n\"1,2\n3,4\n", "1 csv-quotes\n2 (lon, 3),(lat, 4) POINT (3 4)")]
    public void Separators_quotes_and_broken_quotes(string csv, string expected) =>
        Assert.Equal(expected, Rows(bench.Write("f.csv", csv)));

    [Theory]
    [InlineData(54936, "街道网格员")]
    [InlineData(51949, "종로구 사직동")]
    [InlineData(65001, "Straße")]
    public void The_encoding_is_detected(int codePage, string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        File.WriteAllBytes(bench.PathOf("f.csv"), Encoding.GetEncoding(codePage).GetBytes($"t,lon,lat\n{text},1,2\n"));

        Assert.Contains(text, Rows(bench.PathOf("f.csv")));
    }

    [Fact]
    public void A_GeoPackage_of_several_layers_lists_them()
    {
        var file = SharedGeodata.Path("ellis/ks_ellis_county_block.gpkg");
        var e = Assert.Throws<ExchangeException>(() => Rows(file));

        Assert.Contains("ks_ellis_county_vap_data_block, ks_ellis_county_vap_data_block__internal_points", e.Message);
        Assert.Equal(2296, Rows(file, "ks_ellis_county_vap_data_block").Split('\n').Length);
    }

    [Fact]
    public void A_truncated_shapefile_says_so()
    {
        CopySeoul();
        Assert.Equal(25, Rows(bench.PathOf("s.shp")).Split('\n').Length);
        Cut("s.shp", 200_000);

        Assert.Contains("is cut off: it has 200000 of its 405052 bytes", Assert.Throws<ExchangeException>(
            () => Rows(bench.PathOf("s.shp"))).Message);
    }

    [Theory]
    [InlineData(2_000, "is cut off: it holds 1 of its 25 rows")]
    [InlineData(40, "is cut off: it holds 0 of its 25 rows")]
    [InlineData(0, "is cut off inside its header")]
    public void A_truncated_table_of_a_shapefile_says_so(int length, string expected)
    {
        CopySeoul();
        Cut("s.dbf", length);

        Assert.Contains($"s.dbf' {expected}", Assert.Throws<ExchangeException>(() => Rows(bench.PathOf("s.shp"))).Message);
    }

    [Fact]
    public async Task Seouls_dong_lie_in_their_gu()
    {
        var report = await bench.Run(new GridImport
        {
            File = SharedGeodata.Path("seoul/seoul_submunicipalities.shp"),
            Upper = SharedGeodata.Path("seoul/seoul_municipalities.shp"),
            Code = "code",
            Name = "name",
        });

        Assert.Equal((423L, 448), (report.New, bench.Store.Snapshot.Grids.Count));
        Assert.All(bench.Leaves, g => Assert.NotNull(g.Grid.ParentId));
        Assert.Contains(bench.Leaves, g => g.Grid.Name == "사직동");
    }

    [Fact]
    public async Task Ellis_comes_from_UTM_to_Kansas_with_all_its_people()
    {
        var grids = await bench.Run(new GridImport
        {
            File = SharedGeodata.Path("ellis/ks_ellis_county_vtd.gpkg"),
            Layer = "ks_ellis_county_vap_data_vtd",
            Code = "path",
        });
        await bench.Run(new DwellingImport
        {
            File = SharedGeodata.Path("ellis/ks_ellis_county_block.gpkg"),
            Layer = "ks_ellis_county_vap_data_block",
            Id = "path",
            Set = new Dictionary<string, string> { ["population"] = "total_pop" },
        });

        Assert.Equal(43, grids.New);
        Assert.Equal(28_934, bench.Store.Snapshot.Dwellings.Sum(d => d.Population));
        Assert.All(bench.Leaves, g => Assert.InRange(g.Shape!.InteriorPoint.X, -100, -99));
    }

    private void CopySeoul()
    {
        foreach (var ending in new[] { "shp", "shx", "dbf" })
        {
            File.Copy(SharedGeodata.Path($"seoul/seoul_municipalities.{ending}"), bench.PathOf($"s.{ending}"));
            File.SetAttributes(bench.PathOf($"s.{ending}"), FileAttributes.Normal);
        }
    }

    private void Cut(string name, long length)
    {
        using var stream = new FileStream(bench.PathOf(name), FileMode.Open);
        stream.SetLength(length);
    }
}
