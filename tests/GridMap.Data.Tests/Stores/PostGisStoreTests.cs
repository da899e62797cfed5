using GridMap.Tests.Shared;
using GridMap.Tests.Shared.Stores;

namespace GridMap.Data.Tests.Stores;

/// <summary>The contract on PostGIS, each test in a database of its own.</summary>
public sealed class PostGisStoreTests : MapStoreContract
{
    private string? database;

    protected override string Setting => database!;

    public override async ValueTask InitializeAsync() => database = await PostGisCluster.CreateDatabaseAsync(Cancellation);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (database is not null)
        {
            await PostGisCluster.DropDatabaseAsync(database, CancellationToken.None);
        }
    }
}
