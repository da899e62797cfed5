using GridMap.Data.Stores;
using GridMap.Tests.Shared;
using GridMap.Tests.Shared.Stores;

namespace GridMap.Data.Tests.Stores;

/// <summary>The contract on PostGIS, each test in a database of its own.</summary>
public sealed class PostGisStoreTests : MapStoreContract
{
    private readonly List<string> databases = [];

    protected override string Setting => databases[0];

    // A load is 30 questions to a server.
    protected override int Histories => 4;

    public override async ValueTask InitializeAsync() =>
        databases.Add(await PostGisCluster.CreateDatabaseAsync(Cancellation));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        foreach (var database in databases)
        {
            await PostGisCluster.DropDatabaseAsync(database, CancellationToken.None);
        }
    }

    protected override async Task<IMapStore> OpenSecondAsync()
    {
        databases.Add(await PostGisCluster.CreateDatabaseAsync(Cancellation));
        return await OpenAsync(setting: databases[^1]);
    }
}
