using GridMap.Core;
using GridMap.Core.History;

namespace GridMap.Server.Maps;

/// <summary>
/// The maps of past and future states, built on demand. Bounded in number, in builds at a time and in requests that
/// wait for one, so that <c>at=</c> cannot be used to exhaust the server.
/// </summary>
internal sealed class StateCache(MapHolder holder) : IDisposable
{
    /// <summary>How many states are kept beside the current one.</summary>
    public const int Capacity = 4;

    /// <summary>How many requests may wait for a build; further ones are refused.</summary>
    public const int LongestQueue = 16;

    private readonly SemaphoreSlim building = new(1);
    private readonly Lock gate = new();
    private readonly LinkedList<CityMap> recent = new();
    private int waiting;

    /// <summary>The map of a state; null when too many requests wait for builds already.</summary>
    /// <exception cref="Data.Stores.StoreException">There is no such revision, or the store is away.</exception>
    public async Task<CityMap?> FindAsync(MapState state, CancellationToken cancellation)
    {
        if (FindReady(state) is { } ready)
        {
            return ready;
        }

        if (Interlocked.Increment(ref waiting) > LongestQueue)
        {
            Interlocked.Decrement(ref waiting);
            return null;
        }

        try
        {
            return await BuildAsync(state, cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => building.Dispose();

    private async Task<CityMap> BuildAsync(MapState state, CancellationToken cancellation)
    {
        await building.WaitAsync(cancellation);
        try
        {
            if (FindReady(state) is { } ready)
            {
                return ready;
            }

            var map = CityMap.Build(await holder.Store.LoadAsync(state.Date, state.Revision, cancellation));
            map.Prepare();
            Keep(map);
            return map;
        }
        finally
        {
            building.Release();
        }
    }

    private CityMap? FindReady(MapState state)
    {
        if (holder.Current is { } current && current.State == state)
        {
            return current;
        }

        lock (gate)
        {
            if (recent.FirstOrDefault(m => m.State == state) is not { } found)
            {
                return null;
            }

            recent.Remove(found);
            recent.AddFirst(found);
            return found;
        }
    }

    private void Keep(CityMap map)
    {
        lock (gate)
        {
            recent.AddFirst(map);
            if (recent.Count > Capacity)
            {
                recent.RemoveLast();
            }
        }
    }
}
