using System.Collections.Concurrent;
using System.Text.Json;
using GridMap.Core;
using GridMap.Data.Importing;
using GridMap.Data.Stores;
using GridMap.Tests.Shared;

namespace GridMap.Cli.Tests.RealInput;

/// <summary>The two kinds of store: what holds for one must hold for the other.</summary>
public enum StoreKind
{
    GeoPackage,
    PostGis,
}

/// <summary>A real set of files, imported by the command line into a store of its own, once for each kind of store.</summary>
public abstract class RealSet : IAsyncDisposable
{
    private readonly ConcurrentDictionary<StoreKind, Lazy<Task<ImportedSet>>> imported = [];
    private readonly ConcurrentBag<string> databases = [];

    /// <summary>A folder of this set, removed at the end.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("gridmap-real-").FullName;

    /// <summary>The imports, as one would type them after <c>gridmap import</c>.</summary>
    protected abstract IReadOnlyList<string[]> Imports { get; }

    /// <summary>The set in a store of that kind.</summary>
    public Task<ImportedSet> InAsync(StoreKind kind) =>
        imported.GetOrAdd(kind, k => new Lazy<Task<ImportedSet>>(() => ImportAsync(k))).Value;

    /// <summary>The setting of a new, empty store of that kind.</summary>
    public async Task<string> NewStoreAsync(StoreKind kind, string name)
    {
        if (kind == StoreKind.GeoPackage)
        {
            return Path.Combine(Folder, $"{name}.gpkg");
        }

        var setting = await PostGisCluster.CreateDatabaseAsync(CancellationToken.None);
        databases.Add(setting);
        return setting;
    }

    /// <summary>Runs an import and gives its report.</summary>
    public async Task<(CliResult Result, ImportReport Report)> ImportAsync(string store, params string[] import)
    {
        var file = Path.Combine(Folder, Path.GetRandomFileName());
        var result = await Cli.RunAsync(["import", .. import, "--store", store, "--report", file]);
        Assert.True(File.Exists(file), $"{string.Join(' ', import)}\n{result.Out}\n{result.Error}");
        return (result, JsonSerializer.Deserialize(await File.ReadAllTextAsync(file), ImportJson.Default.ImportReport)!);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var database in databases)
        {
            await PostGisCluster.DropDatabaseAsync(database, CancellationToken.None);
        }

        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private async Task<ImportedSet> ImportAsync(StoreKind kind)
    {
        var store = await NewStoreAsync(kind, "store");
        List<ImportReport> reports = [];
        foreach (var import in Imports)
        {
            var (result, report) = await ImportAsync(store, import);
            Assert.True(result.ExitCode == 0, $"{string.Join(' ', import)}\n{result.Out}\n{result.Error}");
            reports.Add(report);
        }

        return new ImportedSet(store, Imports, reports);
    }
}

/// <summary>What the imports of a set gave.</summary>
/// <param name="Store">The store's setting.</param>
/// <param name="Imports">What was imported.</param>
/// <param name="Reports">A report for each.</param>
public sealed record ImportedSet(string Store, IReadOnlyList<string[]> Imports, IReadOnlyList<ImportReport> Reports)
{
    /// <summary>What is in force in the store on the day of the tests.</summary>
    public async Task<MapSnapshot> LoadAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var store = await MapStores.OpenAsync(Store, StoreAccess.Client, TimeProvider.System, cancellation);
        return await store.LoadAsync(DateOnly.FromDateTime(Cli.Now.DateTime), null, cancellation);
    }

    /// <summary>Rows read, taken, duplicate and refused of each import: <c>54 54 0 0</c>.</summary>
    public string Counts => string.Join(
        "; ", Reports.Select(static r => $"{r.Rows} {r.Taken} {r.Duplicates.Count} {r.Refused.Count}"));
}
