using GridMap.Core.Grids;
using GridMap.Data.Importing;

namespace GridMap.Data.Tests.Importing;

/// <summary>An empty store, a folder for files, a clock that stands at 2026-11-22, and imports that check the sums.</summary>
internal sealed class ImportBench : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gridmap-import-");

    public MemoryStore Store { get; } = new();

    public IEnumerable<GridVersion> Leaves => Store.Snapshot.Grids.Where(g => g.Shape is not null);

    public string PathOf(string name) => Path.Combine(folder.FullName, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    public async Task<ImportReport> Run(ImportRequest request)
    {
        var report = await Importer.RunAsync(
            Store, request, "tester", new FixedClock(), null, TestContext.Current.CancellationToken);
        Assert.Equal(report.Rows, report.Taken + report.Refused.Count + report.Duplicates.Count);
        Assert.Equal(report.Taken, report.New + report.Changed + report.Unchanged);
        return report;
    }

    public string Tree() => string.Join('\n', Store.Snapshot.Grids
        .OrderBy(g => g.Grid.Code, StringComparer.Ordinal)
        .Select(g => $"{g.Grid.Level} {g.Grid.Code} {g.Grid.Name}{(g.Shape is null ? "" : " " + g.Shape.AsText())}"));

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>A square of one degree, as a Feature.</summary>
    public static string Square(string code, int x, int y, string properties = "") =>
        Feature($"\"code\":\"{code}\"{(properties.Length == 0 ? "" : "," + properties)}",
            $"[[[{x},{y}],[{x + 1},{y}],[{x + 1},{y + 1}],[{x},{y + 1}],[{x},{y}]]]");

    public static string Feature(string properties, string rings) =>
        $$$"""{"type":"Feature","properties":{{{{properties}}}},"geometry":{"type":"Polygon","coordinates":{{{rings}}}}}""";

    public static string Collection(params string[] features) =>
        $$$"""{"type":"FeatureCollection","features":[{{{string.Join(",\n", features)}}}]}""";

    private sealed class FixedClock : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => new(2026, 11, 22, 4, 0, 0, TimeSpan.Zero);
    }
}
