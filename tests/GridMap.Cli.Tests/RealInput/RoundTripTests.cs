using GridMap.Tests.Shared.Stores;

namespace GridMap.Cli.Tests.RealInput;

/// <summary>What is exported and imported again is what it was, on real files.</summary>
public class RoundTripTests(NeukoellnSet set) : IClassFixture<NeukoellnSet>
{
    [Theory]
    [InlineData(StoreKind.GeoPackage, "grids", "geojson")]
    [InlineData(StoreKind.GeoPackage, "grids", "gpkg")]
    [InlineData(StoreKind.GeoPackage, "addresses", "csv")]
    [InlineData(StoreKind.PostGis, "grids", "csv")]
    [InlineData(StoreKind.PostGis, "addresses", "gpkg")]
    public async Task Export_and_import_is_the_identity(StoreKind kind, string what, string ending)
    {
        var imported = await set.InAsync(kind);
        var file = Path.Combine(set.Folder, $"{kind}-{what}.{ending}");
        await Cli.DoAsync("export", what, file, "--mapping", $"{file}.json", "--store", imported.Store);

        var (result, again) = await set.ImportAsync(imported.Store, what, file, "--mapping", $"{file}.json");

        Assert.True(result.ExitCode == 0, result.Out + result.Error);
        Assert.Equal((again.Rows, 0, 0, 0), (again.Unchanged, again.New, again.Changed, again.Refused.Count));
    }

    [Theory]
    [InlineData(StoreKind.GeoPackage, StoreKind.PostGis)]
    [InlineData(StoreKind.PostGis, StoreKind.GeoPackage)]
    public async Task A_backup_of_one_kind_of_store_restores_into_the_other(StoreKind from, StoreKind to)
    {
        var imported = await set.InAsync(from);
        var file = Path.Combine(set.Folder, $"{from}-backup.gpkg");
        await Cli.DoAsync("backup", file, "--store", imported.Store);
        var store = await set.NewStoreAsync(to, $"restored-{from}");

        Assert.Contains("5 revisions restored", await Cli.DoAsync("restore", file, "--store", store));

        var (before, after) = (await imported.LoadAsync(), await new ImportedSet(store, [], []).LoadAsync());
        Assert.Equal(SnapshotText.Of(before), SnapshotText.Of(after));
    }

    [Fact]
    public async Task Two_partitions_are_compared_by_area_and_addresses()
    {
        var store = await set.NewStoreAsync(StoreKind.GeoPackage, "two");
        foreach (var import in (await set.InAsync(StoreKind.GeoPackage)).Imports.Where(static i => i[0] is "grids" or "addresses"))
        {
            await set.ImportAsync(store, import);
        }

        await set.ImportAsync(store, "grids", NeukoellnSet.Grids, "--code", "code", "--partition", "twin");

        var lines = (await Cli.DoAsync("compare", "--a", "governance", "--b", "twin", "--store", store)).Split('\n');

        // A partition over its twin: each leaf meets itself alone, in its whole area, with its addresses.
        var pairs = lines.Skip(1).TakeWhile(static l => l.Contains('\t')).Select(static l => l.Split('\t')).ToArray();
        Assert.Equal(11_699, pairs.Sum(static p => int.Parse(p[3])));
        var big = pairs.Where(static p => double.Parse(p[2]) > 1).ToArray();
        Assert.Equal(54, big.Length);
        Assert.All(big, static p => Assert.Equal(p[0], p[1]));
        Assert.Contains(lines, static l => l.Contains("0 grids of governance lie in more than one of twin"));
    }
}
