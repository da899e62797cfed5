using System.Globalization;
using System.Text.Json;
using CsCheck;
using GridMap.Data.Exchange;
using GridMap.Data.Tests.Importing;
using GridMap.Tests.Shared;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;

namespace GridMap.Data.Tests.Exchange;

/// <summary>The fast reading of coordinates, held against the framework's numbers and NetTopologySuite's reader.</summary>
public sealed class GeoJsonReadingTests : IDisposable
{
    private static readonly JsonSerializerOptions PeerOptions = new() { Converters = { new GeoJsonConverterFactory() } };

    private readonly ImportBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void Every_way_to_write_a_number_gives_the_double_that_the_framework_gives()
    {
        var digits = Gen.Char["0123456789"].Array[1, 22].Select(static d => new string(d));
        var whole = digits.Select(static d => d.TrimStart('0') is { Length: > 0 } t ? t : "0");
        var texts = Gen.Select(Gen.Char["- "], whole, digits, Gen.Int[0, 3], Gen.Int[-30, 30],
            static (sign, i, f, form, e) => sign.ToString().Trim() + form switch
            {
                0 => i,
                1 => $"{i}e{e}",
                _ => $"{i}.{f}",
            });
        // Coordinates as they are: short, on the lattice, and as a double prints itself.
        var coordinates = Gen.Select(Gen.Double[-180, 180], Gen.Int[0, 17], static (x, n) =>
            n > 15 ? x.ToString("R", CultureInfo.InvariantCulture) : x.ToString($"F{n}", CultureInfo.InvariantCulture));

        Gen.OneOf(texts, coordinates).Array[2, 400].Sample(
            numbers =>
            {
                var expected = numbers.Select(static n => BitConverter.DoubleToInt64Bits(
                    double.Parse(n, CultureInfo.InvariantCulture)));
                var line = (LineString)Read($"[{string.Join(',', numbers.Select(static n => $"[{n},0]"))}]", "LineString");
                Assert.Equal(expected, line.Coordinates.Select(static c => BitConverter.DoubleToInt64Bits(c.X)));
            },
            iter: 300, threads: 1);
    }

    [Fact]
    public void A_number_half_way_between_two_doubles_is_the_even_one_beside_numbers_with_exponents() => Assert.Equal(
        10508829145807108.0, Read("[[10508829145807109.000,0],[1e2,0]]", "LineString").Coordinate.X);

    [Theory]
    [InlineData("berlin-lor/lor.geojson")]
    [InlineData("neukoelln/grids.geojson")]
    [InlineData("neukoelln/parking_strips.geojson")]
    [InlineData("neukoelln/parks_leisure.geojson")]
    public void Real_files_have_the_geometries_that_NetTopologySuite_reads(string file)
    {
        var path = SharedGeodata.Path(file);

        var ours = Shapes(path);

        Assert.Equal(Peer(File.ReadAllText(path)).Select(static g => g.AsText()), ours.Select(static g => g!.AsText()));
    }

    [Theory]
    [InlineData("Point", "[1,2]")]
    [InlineData("Point", " [ -1.5 ,\n2e0, 7 ] ")]
    [InlineData("MultiPoint", "[[1,2],[3,4]]")]
    [InlineData("LineString", "[[1,2],[3,4.000000000000000001]]")]
    [InlineData("MultiLineString", "[[[1,2],[3,4]],[[1,2,9],[3,4,9],[5,6,9]]]")]
    [InlineData("Polygon", "[[[0,0],[9,0],[9,9],[0,0]],[[5,1],[6,1],[6,2],[5,1]]]")]
    [InlineData("MultiPolygon", "[[[[0,0],[9,0],[9,9],[0,0]],[[5,1],[6,1],[6,2],[5,1]]],[[[10,0],[11,0],[11,1],[10,0]]]]")]
    public void Each_type_is_what_NetTopologySuite_reads_wherever_the_type_stands(string type, string coordinates)
    {
        var first = Read(coordinates, type);
        var last = Shapes(bench.Write("last.geojson", Collection(
            $$$"""{"geometry":{"x":[{"coordinates":0}],"coordinates":{{{coordinates}}},"type":"{{{type}}}"},"type":"Feature","properties":{"}":"{\""}}"""))).Single();

        var expected = Peer(Collection(Feature(coordinates, type))).Single();
        Assert.Equal((expected.AsText(), expected.AsText()), (first.AsText(), last!.AsText()));
    }

    [Fact]
    public void Members_of_a_collection_are_read_one_by_one()
    {
        var member = """{"type":"LineString","coordinates":[[1,2],[3,4]]}""";
        var text = $$$"""{"type":"Feature","properties":{},"geometry":{"type":"GeometryCollection","geometries":[{{{member}}},{{{member}}}]}}""";

        Assert.Equal(
            "GEOMETRYCOLLECTION (LINESTRING (1 2, 3 4), LINESTRING (1 2, 3 4))",
            Shapes(bench.Write("f.geojson", Collection(text))).Single()!.AsText());
    }

    [Theory]
    [InlineData("[[0,0],[1,01],[1,1]]")]
    [InlineData("[[0,0],[1,1.],[1,1]]")]
    [InlineData("[[0,0],[1,.5],[1,1]]")]
    [InlineData("[[0,0],[1,+5],[1,1]]")]
    [InlineData("[[0,0],[1,-],[1,1]]")]
    [InlineData("[[0,0][1,1]]")]
    [InlineData("[[0,0],[1 1]]")]
    [InlineData("[[0,0],[1,1]")]
    [InlineData("[[0,0],[1,1],]")]
    public void What_is_no_JSON_is_an_error_of_the_file(string coordinates) => Assert.Contains(
        "is not valid GeoJSON after feature 0",
        Assert.Throws<ExchangeException>(() => Read(coordinates, "LineString")).Message);

    [Fact]
    public void A_quote_that_is_missing_in_a_large_file_is_found_without_holding_the_file()
    {
        var feature = Feature("[[0,0],[1,1]]", "LineString");
        var path = bench.Write("f.geojson", Collection([
            feature.Replace("{\"type\":\"Feature\"", "{\"id\":\"7,\"type\":\"Feature\""),
            .. Enumerable.Repeat(feature, 20_000)]));

        Assert.Contains("is not valid GeoJSON", Assert.Throws<ExchangeException>(() => Shapes(path)).Message);
    }

    private Geometry Read(string coordinates, string type) =>
        Shapes(bench.Write("f.geojson", Collection(Feature(coordinates, type)))).Single()!;

    private static List<Geometry?> Shapes(string path)
    {
        using var source = SourceFile.Open(new SourceOptions(path));
        return [.. source.ReadRows().Select(static r => r.Shape)];
    }

    private static IEnumerable<Geometry> Peer(string json) =>
        JsonSerializer.Deserialize<FeatureCollection>(json, PeerOptions)!.Select(static f => Flat(f.Geometry));

    // NetTopologySuite keeps heights.
    private static Geometry Flat(Geometry shape)
    {
        var flat = shape.Copy();
        flat.Apply(new DropHeights());
        return new GeometryFactory().CreateGeometry(flat);
    }

    private static string Feature(string coordinates, string type) =>
        $$$"""{"type":"Feature","properties":{"code":"a"},"geometry":{"type":"{{{type}}}","coordinates":{{{coordinates}}}}}""";

    private static string Collection(params IEnumerable<string> features) =>
        $$$"""{"type":"FeatureCollection","features":[{{{string.Join(",\n", features)}}}]}""";

    private sealed class DropHeights : IEntireCoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => false;

        public void Filter(CoordinateSequence seq)
        {
            for (var i = 0; seq.HasZ && i < seq.Count; i++)
            {
                seq.SetZ(i, double.NaN);
            }
        }
    }
}
