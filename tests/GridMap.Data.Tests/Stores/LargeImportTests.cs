using GridMap.Tests.Shared;
using GridMap.Tests.Shared.Stores;

namespace GridMap.Data.Tests.Stores;

/// <summary>Tests that measure the whole process, and so run when all others are through.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>Large imports into GeoPackages.</summary>
[Collection(nameof(Alone))]
public sealed class GeoPackageLargeImportTests : LargeImportContract, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gridmap-large-");
    private int made;

    public void Dispose() => folder.Delete(recursive: true);

    protected override Task<string> NewSettingAsync() => Task.FromResult(Path.Combine(folder.FullName, $"{++made}.gpkg"));
}

/// <summary>Large imports into PostGIS.</summary>
[Collection(nameof(Alone))]
public sealed class PostGisLargeImportTests : LargeImportContract, IAsyncDisposable
{
    private readonly List<string> databases = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var database in databases)
        {
            await PostGisCluster.DropDatabaseAsync(database, CancellationToken.None);
        }
    }

    protected override async Task<string> NewSettingAsync()
    {
        databases.Add(await PostGisCluster.CreateDatabaseAsync(TestContext.Current.CancellationToken));
        return databases[^1];
    }
}
