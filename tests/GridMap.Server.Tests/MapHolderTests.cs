using System.Runtime.CompilerServices;
using GridMap.Core;
using GridMap.Core.History;
using GridMap.Core.Resources;
using GridMap.Data.Stores;
using GridMap.Data.Zones;
using GridMap.Server.Maps;
using Microsoft.Extensions.Logging.Abstractions;

namespace GridMap.Server.Tests;

public sealed class MapHolderTests : IAsyncDisposable
{
    private readonly SetTime time = new(new DateTimeOffset(2026, 2, 28, 15, 59, 0, TimeSpan.Zero));
    private readonly EmptyStore store = new();
    private readonly DeploymentClock clock;
    private readonly MapHolder holder;

    public MapHolderTests()
    {
        clock = new DeploymentClock(new ZonedTime(time, DeploymentZone.Find(DeploymentZone.Default)!));
        holder = new MapHolder(store, clock);
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task At_midnight_in_the_deployments_zone_the_next_days_state_is_taken()
    {
        await holder.RefreshAsync(default);
        Assert.Equal(new MapState(1, new DateOnly(2026, 2, 28)), holder.Current!.State);
        time.Now += TimeSpan.FromMinutes(1);
        await holder.RefreshAsync(default);
        Assert.Equal(new MapState(1, new DateOnly(2026, 3, 1)), holder.Current!.State);
    }

    [Fact]
    public async Task While_the_store_is_away_the_map_stays_and_the_age_grows()
    {
        await holder.RefreshAsync(default);
        var map = holder.Current;
        (store.Failure, time.Now) = (new StoreException("away"), time.Now + TimeSpan.FromHours(1));
        await Assert.ThrowsAsync<StoreException>(() => holder.RefreshAsync(default));
        Assert.Same(map, holder.Current);
        Assert.Equal("away", holder.Failure);
        Assert.Equal(TimeSpan.FromHours(1), holder.Age);

        store.Failure = null;
        await holder.RefreshAsync(default);
        Assert.Null(holder.Failure);
        Assert.Equal(TimeSpan.Zero, holder.Age);
    }

    [Fact]
    public async Task A_state_that_cannot_be_shown_leaves_the_server_running_and_is_tried_again()
    {
        store.Failure = new InvalidOperationException("no map of it");
        using var watcher = new MapWatcher(holder, clock, NullLogger<MapWatcher>.Instance);
        await watcher.StartAsync(TestContext.Current.CancellationToken);
        await Until(() => holder.Failure is "no map of it");
        Assert.False(watcher.ExecuteTask!.IsCompleted);

        store.Failure = null;
        await Until(() => holder is { Current: not null, Failure: null });
        await watcher.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Past_states_are_kept_in_a_small_number_and_loaded_again_when_they_were_dropped()
    {
        using var cache = new StateCache(holder);
        for (var day = 1; day <= StateCache.Capacity + 1; day++)
        {
            await cache.FindAsync(new MapState(1, new DateOnly(2026, 1, day)), default);
        }

        await cache.FindAsync(new MapState(1, new DateOnly(2026, 1, StateCache.Capacity + 1)), default);
        Assert.Equal(StateCache.Capacity + 1, store.Loads);
        await cache.FindAsync(new MapState(1, new DateOnly(2026, 1, 1)), default);
        Assert.Equal(StateCache.Capacity + 2, store.Loads);
    }

    [Fact]
    public async Task Past_states_are_built_one_at_a_time_and_no_more_than_a_few_requests_wait()
    {
        using var cache = new StateCache(holder);
        store.Gate = new TaskCompletionSource();
        var asked = Enumerable.Range(1, StateCache.LongestQueue + 5)
            .Select(day => cache.FindAsync(new MapState(1, new DateOnly(2026, 1, day)), default))
            .ToArray();
        Assert.Equal(5, asked.Count(a => a.IsCompleted));
        Assert.Equal(1, store.Loads);
        store.Gate.SetResult();
        Assert.Equal(StateCache.LongestQueue, (await Task.WhenAll(asked)).Count(map => map is not null));
    }

    private static async Task Until(Func<bool> isSo)
    {
        while (!isSo())
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    private sealed class SetTime(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }

    /// <summary>One revision in which nothing was put; loads are counted, held at a gate, or refused.</summary>
    private sealed class EmptyStore : IMapStore
    {
        public Exception? Failure { get; set; }

        public int Loads { get; private set; }

        public TaskCompletionSource? Gate { get; set; }

        public string Description => "empty";

        public Task<long> GetLastRevisionAsync(CancellationToken cancellation = default) =>
            Failure is null ? Task.FromResult(1L) : Task.FromException<long>(Failure);

        public async Task<MapSnapshot> LoadAsync(
            DateOnly date, long? asOf = null, CancellationToken cancellation = default)
        {
            Loads++;
            await (Gate?.Task ?? Task.CompletedTask);
            return MapSnapshot.Empty(date) with { State = new MapState(asOf ?? 1, date) };
        }

        public Task<StateChange> LoadChangesAsync(
            MapState from, DateOnly date, CancellationToken cancellation = default) => Task.FromResult(new StateChange
            {
                From = @from,
                To = @from with { Date = date },
                Items = new ChangeSet { ExpectedRevision = 1, NextId = 1, Effective = date, Actor = "store" },
            });

        public Task<Revision> PublishAsync(ChangeSet changes, CancellationToken cancellation = default) =>
            throw new NotSupportedException();

        public async IAsyncEnumerable<Revision> ListRevisionsAsync(
            [EnumeratorCancellation] CancellationToken cancellation = default)
        {
            await Task.CompletedTask;
            yield break;
        }

        public Task<IReadOnlyList<GridEvent>> ListGridEventsAsync(
            long revision, CancellationToken cancellation = default) => throw new NotSupportedException();

        public Task<Occupancy> PutOccupancyAsync(Occupancy count, CancellationToken cancellation = default) =>
            throw new NotSupportedException();

        public Task<IReadOnlyList<Occupancy>> ListOccupancyAsync(
            DateTimeOffset? receivedSince = null, CancellationToken cancellation = default) =>
            Task.FromResult<IReadOnlyList<Occupancy>>([]);

        public Task WaitForRevisionAfterAsync(long revision, CancellationToken cancellation) =>
            Task.Delay(Timeout.Infinite, cancellation);

        public Task BackupAsync(string file, CancellationToken cancellation = default) =>
            throw new NotSupportedException();

        public Task RestoreAsync(string file, CancellationToken cancellation = default) =>
            throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
