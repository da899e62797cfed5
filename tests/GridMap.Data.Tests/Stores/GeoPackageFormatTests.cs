using System.Diagnostics;
using GridMap.Core.Duties;
using GridMap.Core.History;
using GridMap.Data.Stores;
using static GridMap.Tests.Shared.Stores.Samples;

namespace GridMap.Data.Tests.Stores;

/// <summary>The GeoPackage as others see it: GDAL's checker and <c>ogrinfo</c>.</summary>
public sealed class GeoPackageFormatTests : IDisposable
{
    private const string Square = "POLYGON ((119 36, 119.1 36, 119.1 36.1, 119 36.1, 119 36))";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gridmap-gdal-");

    private string FilePath => Path.Combine(folder.FullName, "map.gpkg");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task The_checker_of_GDAL_finds_nothing_wrong()
    {
        await FillAsync();
        const string Checker = "/usr/lib/python3/dist-packages/osgeo_utils/samples/validate_gpkg.py";
        RequireFile(Checker);
        Assert.Equal("", await RunAsync("/usr/bin/python3", Checker, "--extra", FilePath));
    }

    [Fact]
    public async Task Layers_show_what_is_in_force_today_and_no_history()
    {
        await FillAsync();
        RequireFile("/usr/bin/ogrinfo");
        var info = await RunAsync("/usr/bin/ogrinfo", "-ro", "-so", "-al", FilePath);
        var counts = info.Split('\n').Where(static l => l.StartsWith("Layer name: ", StringComparison.Ordinal)
            || l.StartsWith("Feature Count: ", StringComparison.Ordinal)).Select(static l => l.Split(": ")[1].Trim());
        Assert.Equal(
            "current_grid 2 current_reference 1 current_dwelling 1 current_address 1 current_resource 1 "
            + "current_upper_grid 1 current_partition 1 current_term 1 current_duty 1 current_emergency 1 current_calendar 0",
            string.Join(' ', counts));
    }

    private async Task FillAsync()
    {
        // The views go by the day in Shanghai: from 16:00 UTC on, that is tomorrow.
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(8));
        await using var store = await MapStores.OpenAsync(
            FilePath, StoreAccess.Client, TimeProvider.System, CancellationToken.None);
        await store.PublishAsync(Items(today.AddDays(-10)), CancellationToken.None);
        await store.PublishAsync(
            Changes(1, 100, today) with { Grids = new([Grid(2, "b", Square, "renamed")], [4]) },
            CancellationToken.None);
        await store.PublishAsync(
            Changes(2, 100, today.AddDays(5)) with { Resources = new([Resource(13, "POINT (1 1)")], [12]) },
            CancellationToken.None);
    }

    private static ChangeSet Items(DateOnly effective) => Changes(0, 100, effective) with
    {
        Terms = new([Term(14, "parking")], []),
        Partitions = new([Partition(15, "governance")], []),
        Grids = new([Grid(1, "a", null), Grid(2, "b", Square), Grid(3, "c", Square), Grid(4, "d", Square)], []),
        Reference = new([Feature(5, "GEOMETRYCOLLECTION (POINT (1 1), LINESTRING (0 0, 1 1))")], []),
        Dwellings = new([Dwelling(6, "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))")], []),
        Addresses = new([Address(7, 119, 36)], []),
        Persons = new([Person(8, "王芳")], []),
        Duties = new([Duty(9, new DutyHolder.OfPerson(8))], []),
        Emergencies = new([Emergency(10, DateTimeOffset.UnixEpoch)], []),
        Resources = new([Resource(12, "LINESTRING (0 0, 1 1)")], []),
    };

    private static void RequireFile(string path)
    {
        var reason = $"no {path}: run tools/test, or install gdal-bin and python3-gdal";
        Assert.SkipUnless(File.Exists(path) || Environment.GetEnvironmentVariable("CI") == "true", reason);
        Assert.True(File.Exists(path), reason);
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return string.Concat(output);
    }
}
