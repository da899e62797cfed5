using GridMap.Data.Stores;
using GridMap.Tests.Shared.Stores;

namespace GridMap.Data.Tests.Stores;

/// <summary>The contract on GeoPackages.</summary>
public sealed class GeoPackageStoreTests : MapStoreContract
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gridmap-store-");

    protected override string Setting => Path.Combine(folder.FullName, "map.gpkg");

    protected override Task<IMapStore> OpenSecondAsync() => OpenAsync(setting: Path.Combine(folder.FullName, "two.gpkg"));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
