using GridMap.Data.Stores;

namespace GridMap.Server.Maps;

/// <summary>Brings the counts of the store to the board: all at start, then those that other servers received.</summary>
internal sealed class OccupancyWatcher(IMapStore store, OccupancyBoard board, DeploymentClock clock) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    // Servers stamp what they receive by their own clocks, and a transaction may be seen later than it was stamped.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        DateTimeOffset? seen = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var now = clock.Now;
                board.Take(await store.ListOccupancyAsync(seen - Overlap, stoppingToken));
                seen = now;
            }
            catch (StoreException)
            {
                // The map's watcher says that the store is away; counts grow old meanwhile, and show it.
            }

            await Task.Delay(LookEvery, clock.Time, stoppingToken);
        }
    }
}
