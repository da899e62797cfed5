using GridMap.Core;
using GridMap.Data.Stores;

namespace GridMap.Server.Maps;

/// <summary>
/// Holds the map of the current state for all requests. A request takes one reference at its start and keeps it;
/// reading never waits for the store, so that reads go on while it is away.
/// </summary>
internal sealed class MapHolder(IMapStore store, DeploymentClock clock)
{
    private CityMap? current;
    private long confirmedTicks;

    /// <summary>The store that the map is of.</summary>
    public IMapStore Store => store;

    /// <summary>The map of the last recorded revision on today's date; null until the first one is loaded.</summary>
    public CityMap? Current => Volatile.Read(ref current);

    /// <summary>Why the store cannot be asked now; null while it can.</summary>
    public string? StoreFailure { get; private set; }

    /// <summary>How long ago the store last confirmed that the current map is the newest.</summary>
    public TimeSpan Age => clock.Now - new DateTimeOffset(Interlocked.Read(ref confirmedTicks), TimeSpan.Zero);

    /// <summary>Asks the store for its last revision and takes on the new state, if there is one.</summary>
    /// <exception cref="StoreException">The store cannot be read; the current map stays.</exception>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        try
        {
            var today = clock.DateOf(clock.Now);
            var last = await store.GetLastRevisionAsync(cancellation);
            if (Current is not { } map || map.State.Revision != last || map.State.Date != today)
            {
                Volatile.Write(ref current, CityMap.Build(await store.LoadAsync(today, null, cancellation)));
            }

            StoreFailure = null;
            Interlocked.Exchange(ref confirmedTicks, clock.Time.GetUtcNow().UtcTicks);
        }
        catch (StoreException e)
        {
            StoreFailure = e.Message;
            throw;
        }
    }
}
