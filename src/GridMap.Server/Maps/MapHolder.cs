using GridMap.Core;
using GridMap.Data.Stores;

namespace GridMap.Server.Maps;

/// <summary>
/// Holds the map of the current state for all requests. A request takes one reference at its start and keeps it;
/// reading never waits for the store, so that reads go on while it is away.
/// </summary>
internal sealed class MapHolder(IMapStore store, DeploymentClock clock)
{
    private readonly CurrentMap current = new();
    private long confirmedTicks;

    /// <summary>The store that the map is of.</summary>
    public IMapStore Store => store;

    /// <summary>The map of the last recorded revision on today's date; null until the first one is loaded.</summary>
    public CityMap? Current => current.Value;

    /// <summary>The compaction of the map that was begun last.</summary>
    public Task Compaction => current.Compaction;

    /// <summary>Why the newest state could not be taken on, as when the store is away; null while it can.</summary>
    public string? Failure { get; private set; }

    /// <summary>How long ago the store last confirmed that the current map is the newest.</summary>
    public TimeSpan Age => clock.Now - new DateTimeOffset(Interlocked.Read(ref confirmedTicks), TimeSpan.Zero);

    /// <summary>
    /// Asks the store for its last revision and takes on the new state, if there is one: of a later state, what has changed
    /// is loaded. Where there is none, the moment is calm, and the map is compacted in the background. For one caller at a
    /// time.
    /// </summary>
    /// <exception cref="StoreException">The store cannot be read. Whatever fails, the current map stays.</exception>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        try
        {
            var today = clock.DateOf(clock.Now);
            var last = await store.GetLastRevisionAsync(cancellation);
            if (Current?.State is { } state && state.Revision == last && state.Date == today)
            {
                current.BeginCompaction();
            }
            else
            {
                await TakeAsync(last, today, cancellation);
            }

            Failure = null;
            Interlocked.Exchange(ref confirmedTicks, clock.Time.GetUtcNow().UtcTicks);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failure = e.Message;
            throw;
        }
    }

    private async Task TakeAsync(long last, DateOnly today, CancellationToken cancellation)
    {
        // A clock that was set back, a store that was put back: then nothing leads from the one state to the other.
        if (Current?.State is { Revision: > 0 } state && state.Revision <= last && state.Date <= today)
        {
            current.Take(await store.LoadChangesAsync(state, today, cancellation));
        }
        else
        {
            current.Take(CityMap.Build(await store.LoadAsync(today, null, cancellation)));
        }
    }
}
