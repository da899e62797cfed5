using GridMap.Data.GeoPackage;
using GridMap.Data.PostGis;

namespace GridMap.Data.Stores;

/// <summary>What a process wants of a store.</summary>
public enum StoreAccess
{
    /// <summary>Read what is there: an absent GeoPackage is refused, not made.</summary>
    Reader,

    /// <summary>Read, and write now and then: the command line. It may run beside a server.</summary>
    Client,

    /// <summary>Serve it: a second server on one GeoPackage is refused.</summary>
    Server,
}

/// <summary>Opens the store that a setting names.</summary>
public static class MapStores
{
    /// <summary>The environment variable with the store's setting.</summary>
    public const string Variable = "GRIDMAP_STORE";

    /// <summary>The setting when there is none.</summary>
    public const string DefaultSetting = "gridmap.gpkg";

    /// <summary>
    /// Opens the store: a path that ends in <c>.gpkg</c>, or a PostgreSQL connection string
    /// (<c>Host=…;Database=…</c> or <c>postgresql://…</c>). An absent GeoPackage (but for a reader), an empty database is
    /// set up; migrations that are missing are applied under a lock.
    /// </summary>
    /// <param name="setting">The setting; a relative path counts from the repository's root when the program runs from
    /// a clone, else from the caller's folder.</param>
    /// <param name="access">What for.</param>
    /// <param name="time">The clock for recorded times.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="StoreException">It cannot be opened; the message is one line and names the cure.</exception>
    public static async Task<IMapStore> OpenAsync(
        string setting, StoreAccess access, TimeProvider time, CancellationToken cancellation = default) =>
        StoreSetting.Parse(setting, StoreSetting.BaseFolder()) switch
        {
            StoreSetting.File file => await GeoPackageStore.OpenAsync(file.Path, access, time, cancellation),
            StoreSetting.Database database =>
                await PostGisStore.OpenAsync(database.ConnectionString, time, cancellation),
            _ => throw new InvalidOperationException("A setting of no known kind."),
        };
}
