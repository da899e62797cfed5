using GridMap.Core;
using GridMap.Core.History;

namespace GridMap.Server.Maps;

/// <summary>
/// The map of the current state, followed change by change and compacted in the background. Readers take the reference
/// and never wait, neither for a change nor for an index; what they took stays as it is.
/// </summary>
internal sealed class CurrentMap
{
    /// <summary>With so many changed leaves and resources it is compacted without waiting for a calm moment.</summary>
    public const int MostChanges = 256;

    private readonly Lock gate = new();
    private CityMap? current;

    /// <summary>What came while a compaction runs; null: none runs, or what it makes is of no use any more.</summary>
    private List<StateChange>? missed;

    /// <summary>The map; null until the first one is there.</summary>
    public CityMap? Value => Volatile.Read(ref current);

    /// <summary>The compaction that was begun last.</summary>
    public Task Compaction { get; private set; } = Task.CompletedTask;

    /// <summary>Takes on a map that was built anew.</summary>
    public void Take(CityMap map)
    {
        map.Prepare();
        lock (gate)
        {
            missed = null;
            Volatile.Write(ref current, map);
        }

        PrepareAddresses(map);
    }

    /// <summary>Takes on the next state.</summary>
    /// <exception cref="ArgumentException">The change starts from another state than the current one.</exception>
    public void Take(StateChange change)
    {
        lock (gate)
        {
            var before = current!;
            var next = before.With(change);
            if (next.HasOtherAddresses(before))
            {
                // Until they can be searched, the map before goes on answering.
                _ = next.Addresses;
            }

            next.Prepare();
            missed?.Add(change);
            Volatile.Write(ref current, next);
        }

        PrepareAddresses(Value!);

        if (Value!.ChangedCount >= MostChanges)
        {
            BeginCompaction();
        }
    }

    /// <summary>Builds the search for addresses before somebody asks; points are answered meanwhile.</summary>
    private static void PrepareAddresses(CityMap map) => Task.Run(() => map.Addresses.Count);

    /// <summary>Begins to compact the map in the background, unless there is nothing to compact or one runs already.</summary>
    public void BeginCompaction()
    {
        lock (gate)
        {
            if (current is { ChangedCount: > 0 } map && Compaction.IsCompleted)
            {
                missed = [];
                Compaction = Task.Run(() => TakeCompacted(map.Compact()));
            }
        }
    }

    private void TakeCompacted(CityMap compact)
    {
        compact.Prepare();
        lock (gate)
        {
            if (missed is not null)
            {
                var next = missed.Aggregate(compact, static (map, change) => map.With(change));
                next.Prepare();
                Volatile.Write(ref current, next);
                missed = null;
            }
        }
    }
}
