using System.Runtime.CompilerServices;
using GridMap.Core;
using GridMap.Core.History;
using GridMap.Core.Resources;
using GridMap.Data.Stores;

namespace GridMap.Data.Tests.Importing;

/// <summary>A store of one list for each type, without dates: what importers need of one, and no more.</summary>
internal sealed class MemoryStore : IMapStore
{
    private readonly Dictionary<string, long> usedKeys = [];

    public MapSnapshot Snapshot { get; private set; } = MapSnapshot.Empty(new DateOnly(2026, 11, 22));

    public List<ChangeSet> Published { get; } = [];

    /// <summary>What another writer does before the next change set is published; once.</summary>
    public Func<Task>? BeforePublish { get; set; }

    public string Description => "memory";

    public Task<long> GetLastRevisionAsync(CancellationToken cancellation = default) =>
        Task.FromResult(Snapshot.State.Revision);

    public Task<MapSnapshot> LoadAsync(DateOnly date, long? asOf = null, CancellationToken cancellation = default) =>
        Task.FromResult(Snapshot with { State = Snapshot.State with { Date = date } });

    public Task<StateChange> LoadChangesAsync(
        MapState from, DateOnly date, CancellationToken cancellation = default) => throw new NotSupportedException();

    public async Task<Revision> PublishAsync(ChangeSet changes, CancellationToken cancellation = default)
    {
        if (BeforePublish is { } writeAsync)
        {
            BeforePublish = null;
            await writeAsync();
        }

        if (changes.ExpectedRevision != Snapshot.State.Revision)
        {
            throw new RevisionConflictException("The store has gone on.");
        }

        Published.Add(changes);
        foreach (var grid in changes.Grids.Put)
        {
            usedKeys[grid.Key] = grid.Id;
        }

        Snapshot = After(changes);
        return new Revision(
            Snapshot.State.Revision, default, changes.Effective, changes.Actor, changes.Document, changes.Note, "");
    }

    public async IAsyncEnumerable<Revision> ListRevisionsAsync(
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await Task.CompletedTask;
        yield break;
    }

    public Task<IReadOnlyList<GridEvent>> ListGridEventsAsync(long revision, CancellationToken cancellation = default) =>
        Task.FromResult(Published[(int)revision - 1].GridEvents);

    public Task<Occupancy> PutOccupancyAsync(Occupancy count, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<Occupancy>> ListOccupancyAsync(
        DateTimeOffset? receivedSince = null, CancellationToken cancellation = default) =>
        Task.FromResult<IReadOnlyList<Occupancy>>([]);

    public Task WaitForRevisionAfterAsync(long revision, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task BackupAsync(string file, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task RestoreAsync(string file, CancellationToken cancellation = default) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private MapSnapshot After(ChangeSet c) => Snapshot with
    {
        State = new MapState(c.ExpectedRevision + 1, c.Effective),
        NextId = c.NextId,
        Terms = After(Snapshot.Terms, c.Terms),
        Partitions = After(Snapshot.Partitions, c.Partitions),
        Grids = After(Snapshot.Grids, c.Grids),
        UsedGridKeys = usedKeys,
        Reference = After(Snapshot.Reference, c.Reference),
        Dwellings = After(Snapshot.Dwellings, c.Dwellings),
        Addresses = After(Snapshot.Addresses, c.Addresses),
        Persons = After(Snapshot.Persons, c.Persons),
        Duties = After(Snapshot.Duties, c.Duties),
        Emergencies = After(Snapshot.Emergencies, c.Emergencies),
        Resources = After(Snapshot.Resources, c.Resources),
        Calendars = After(Snapshot.Calendars, c.Calendars),
        AcceptedFindings = [.. Snapshot.AcceptedFindings, .. c.AcceptedFindings],
    };

    private static IReadOnlyList<T> After<T>(IReadOnlyList<T> before, Changes<T> changes)
        where T : IMapItem<T>
    {
        var items = before.ToDictionary(i => i.Id);
        foreach (var item in changes.Put)
        {
            Assert.InRange(item.Id, 1, long.MaxValue);
            items[item.Id] = item;
        }

        foreach (var id in changes.Retired)
        {
            Assert.True(items.Remove(id), $"{typeof(T).Name} {id} is retired and was not there.");
        }

        return [.. items.Values.OrderBy(i => i.Id)];
    }
}
