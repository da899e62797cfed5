using GridMap.Core;
using GridMap.Core.Grids;
using NetTopologySuite.Geometries;

namespace GridMap.Cli.Tests.RealInput;

/// <summary>What the oracle takes for a difference, on four squares of a degree around the point 1, 1.</summary>
public sealed class PostGisOracleTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gridmap-oracle-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task None_is_right_on_the_outer_border_and_wrong_where_squares_meet()
    {
        (string Code, int X, int Y)[] all = [("sw", 0, 0), ("se", 1, 0), ("nw", 0, 1), ("ne", 1, 1)];
        var file = Path.Combine(folder.FullName, "squares.geojson");
        await File.WriteAllTextAsync(
            file,
            $$"""{"type":"FeatureCollection","features":[{{string.Join(',', all.Select(static s => Feature(s.Code, s.X, s.Y)))}}]}""",
            TestContext.Current.CancellationToken);

        Assert.Empty(await PostGisOracle.DifferencesAsync(Map(all), file, "code", seed: 5));

        // Without the square in the north-east nobody has the corner where all meet; its other corners are outer ones.
        var differences = await PostGisOracle.DifferencesAsync(Map(all[..3]), file, "code", seed: 5);
        var corners = differences.Where(static d => d.Contains("border 0.0E+000")).Order().ToArray();
        Assert.Equal([At(1, 1)], corners.Select(static d => d[..d.IndexOf(": none", StringComparison.Ordinal)]));
    }

    private static string At(int x, int y) => $"{new Core.Spatial.LonLat(x, y)}";

    private static string Feature(string code, int x, int y) =>
        $$$"""{"type":"Feature","properties":{"code":"{{{code}}}"},"geometry":{"type":"Polygon","coordinates":[["""
        + string.Join(',', Square(x, y).Coordinates.Select(static c => $"[{c.X},{c.Y}]")) + "]]}}";

    private static Polygon Square(int x, int y) =>
        new(new([new(x, y), new(x + 1, y), new(x + 1, y + 1), new(x, y + 1), new(x, y)]));

    private static MapSnapshot Map((string Code, int X, int Y)[] squares) => MapSnapshot.Empty(new(2026, 1, 1)) with
    {
        NextId = 100,
        Partitions =
        [
            new Partition
            {
                Id = 1,
                Code = "p",
                Name = LocalText.Same("p"),
                Tiling = Tiling.Complete,
                Levels = [new Level("grid", LocalText.Same("grid"))],
                IsDefault = true,
            },
        ],
        Grids = [.. squares.Select(static (s, i) => new GridVersion(
            new Grid { Id = 10 + i, Partition = "p", Code = s.Code, Level = "grid" }, Square(s.X, s.Y)))],
    };
}
