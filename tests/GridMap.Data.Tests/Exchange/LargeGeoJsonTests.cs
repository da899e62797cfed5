using System.Globalization;
using System.Text;
using GridMap.Data.Exchange;
using GridMap.Data.Tests.Importing;
using GridMap.Data.Tests.Stores;

namespace GridMap.Data.Tests.Exchange;

/// <summary>What reading a large file holds in memory, which is counted for the whole process.</summary>
[Collection(nameof(Alone))]
public sealed class LargeGeoJsonTests : IDisposable
{
    private readonly ImportBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void A_file_of_200_megabytes_is_read_in_the_memory_of_a_few()
    {
        var path = bench.PathOf("large.geojson");
        WriteLarge(path, 200_000_000);
        using var source = SourceFile.Open(new SourceOptions(path));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        var vertices = 0L;
        foreach (var row in source.ReadRows())
        {
            vertices += row.Shape!.NumPoints;

            // What is held, and not garbage.
            most = row.Number % 20_000 == 0 ? Math.Max(most, GC.GetTotalMemory(forceFullCollection: true)) : most;
        }

        Assert.True(new FileInfo(path).Length >= 200_000_000 && vertices > 6_000_000, $"{vertices} vertices");
        Assert.InRange(most, 1, before + 50_000_000);
    }

    private static void WriteLarge(string path, long bytes)
    {
        var ring = string.Join(',', Enumerable.Range(0, 101).Select(static i => string.Create(
            CultureInfo.InvariantCulture, $"[{119 + Math.Cos(i % 100):0.000000000},{36 + Math.Sin(i % 100):0.000000000}]")));
        var feature = Encoding.UTF8.GetBytes($",\n{ImportBench.Feature("\"code\":\"a\"", $"[[{ring}]]")}");
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        file.Write(Encoding.UTF8.GetBytes($"{{\"type\":\"FeatureCollection\",\"features\":[{Encoding.UTF8.GetString(feature[2..])}"));
        while (file.Position < bytes)
        {
            file.Write(feature);
        }

        file.Write("]}"u8);
    }
}
