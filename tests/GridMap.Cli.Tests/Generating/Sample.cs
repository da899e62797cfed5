using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace GridMap.Cli.Tests.Generating;

/// <summary>A feature of a GeoJSON file, read with nothing of the project.</summary>
internal sealed record SampleFeature(IReadOnlyDictionary<string, string> Properties, Geometry Shape)
{
    public string this[string property] => Properties[property];

    public string? Find(string property) => Properties.GetValueOrDefault(property);
}

/// <summary>The committed sample.</summary>
internal static class Sample
{
    private static readonly Lazy<STRtree<SampleFeature>> Grids = new(() =>
    {
        var tree = new STRtree<SampleFeature>();
        Features("grids.geojson").ForEach(g => tree.Insert(g.Shape.EnvelopeInternal, g));
        tree.Build();
        return tree;
    });

    public static string Folder { get; } = Path.Combine(FindRoot(), "geodata", "sample");

    public static List<SampleFeature> Features(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, file)));
        return [.. document.RootElement.GetProperty("features").EnumerateArray().Select(Read)];
    }

    /// <summary>Rows as columns by name; the sample quotes no value.</summary>
    public static List<Dictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, file));
        Assert.DoesNotContain(lines, l => l.Contains('"'));
        var columns = lines[0].Split(',');
        return [.. lines.Skip(1).Select(l => columns.Zip(l.Split(',')).ToDictionary(p => p.First, p => p.Second))];
    }

    public static Point PointOf(Dictionary<string, string> row) => new(double.Parse(row["lon"]), double.Parse(row["lat"]));

    /// <summary>The one grid that covers a point off the borders.</summary>
    public static SampleFeature GridAt(Point at) =>
        Grids.Value.Query(at.EnvelopeInternal).Single(g => g.Shape.Covers(at));

    private static SampleFeature Read(JsonElement feature) => new(
        feature.GetProperty("properties").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ToString()),
        ReadShape(feature.GetProperty("geometry")));

    private static Geometry ReadShape(JsonElement geometry)
    {
        var coordinates = geometry.GetProperty("coordinates");
        return geometry.GetProperty("type").GetString() switch
        {
            "Point" => new Point(ReadPosition(coordinates)),
            "LineString" => new LineString(ReadPositions(coordinates)),
            _ => new Polygon(new LinearRing(ReadPositions(coordinates[0]))),
        };
    }

    private static Coordinate[] ReadPositions(JsonElement positions) => [.. positions.EnumerateArray().Select(ReadPosition)];

    private static Coordinate ReadPosition(JsonElement p) => new(p[0].GetDouble(), p[1].GetDouble());

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "GridMap.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
