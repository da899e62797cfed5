using GridMap.Core.History;
using GridMap.Data.Stores;
using static GridMap.Tests.Shared.Stores.Samples;

namespace GridMap.Tests.Shared.Stores;

public abstract partial class MapStoreContract
{
    [Fact]
    public async Task Of_two_writers_against_one_revision_one_wins_and_nothing_is_mixed()
    {
        var stores = new[] { await OpenAsync(), await OpenAsync() };
        for (var round = 0; round < 10; round++)
        {
            var expected = round;
            var outcomes = await Task.WhenAll(stores.Select((s, i) => TryPublishAsync(s, expected, $"writer {i}")));
            var winner = Assert.Single(outcomes, static o => o is not null);

            var map = await stores[round % 2].LoadAsync(Day, cancellation: Cancellation);
            Assert.All(map.Grids, g => Assert.Equal($"{winner} {round}", g.Grid.Name));
            Assert.Equal((50, round + 1), (map.Grids.Count, (int)map.State.Revision));
        }
    }

    [Fact]
    public async Task Readers_see_whole_revisions_while_a_writer_writes()
    {
        var (writer, reader) = (await OpenAsync(), await OpenAsync());
        var writing = Task.Run(
            async () =>
            {
                for (var round = 0; round < 10; round++)
                {
                    await TryPublishAsync(writer, round, "writer");
                }
            },
            Cancellation);
        while (!writing.IsCompleted)
        {
            var map = await reader.LoadAsync(Day, cancellation: Cancellation);
            Assert.All(map.Grids, g => Assert.Equal($"writer {map.State.Revision - 1}", g.Grid.Name));
        }

        await writing;
    }

    [Fact]
    public async Task Waiting_ends_when_another_process_publishes()
    {
        var (waiting, writer) = (await OpenAsync(StoreAccess.Server), await OpenAsync());
        var waited = waiting.WaitForRevisionAfterAsync(0, Cancellation);
        await Task.Delay(300, Cancellation);
        Assert.False(waited.IsCompleted);

        await TryPublishAsync(writer, 0, "writer");
        await waited.WaitAsync(TimeSpan.FromSeconds(10), Cancellation);
        await waiting.WaitForRevisionAfterAsync(0, Cancellation);
    }

    [Fact]
    public async Task Waiting_can_be_ended()
    {
        var store = await OpenAsync();
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.WaitForRevisionAfterAsync(0, source.Token));
    }

    [Fact]
    public async Task A_backup_restored_is_the_same_in_every_state()
    {
        var store = await OpenAsync();
        await FillWithHistoryAsync(store);
        var folder = Directory.CreateTempSubdirectory("gridmap-backup-");
        try
        {
            var file = Path.Combine(folder.FullName, "backup.gpkg");
            await store.BackupAsync(file, Cancellation);
            foreach (var copy in new[] { await OpenAsync(setting: Path.Combine(folder.FullName, "copy.gpkg")), await OpenSecondAsync() })
            {
                await copy.RestoreAsync(file, Cancellation);
                Assert.Equal(await WholeHistoryAsync(store), await WholeHistoryAsync(copy));
                await PutAsync(copy, "goes on", Day.AddDays(50));
                var refused = await Assert.ThrowsAsync<StoreException>(() => copy.RestoreAsync(file, Cancellation));
                Assert.Contains("is not empty", refused.Message);
            }

            var exists = await Assert.ThrowsAsync<StoreException>(() => store.BackupAsync(file, Cancellation));
            Assert.Contains("exists already", exists.Message);
            Assert.Equal(["backup.gpkg"], folder.GetFiles("backup*").Select(static f => f.Name));
        }
        finally
        {
            await CloseAllAsync();
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_backup_during_writes_holds_whole_revisions()
    {
        var (writer, store) = (await OpenAsync(), await OpenAsync());
        var folder = Directory.CreateTempSubdirectory("gridmap-backup-");
        try
        {
            using var enough = new CancellationTokenSource();
            var writing = Task.Run(
                async () =>
                {
                    for (var round = 0; !enough.IsCancellationRequested; round++)
                    {
                        await TryPublishAsync(writer, round, "writer");
                    }
                },
                Cancellation);
            for (var i = 0; i < 3; i++)
            {
                var file = Path.Combine(folder.FullName, $"{i}.gpkg");
                await store.BackupAsync(file, Cancellation);
                var map = await (await OpenAsync(setting: file)).LoadAsync(Day, cancellation: Cancellation);
                Assert.All(map.Grids, g => Assert.Equal($"writer {map.State.Revision - 1}", g.Grid.Name));
            }

            await enough.CancelAsync();
            await writing;
        }
        finally
        {
            await CloseAllAsync();
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Another empty store of the same type.</summary>
    protected abstract Task<IMapStore> OpenSecondAsync();

    private async Task CloseAllAsync()
    {
        foreach (var store in opened)
        {
            await store.DisposeAsync();
        }

        opened.Clear();
    }

    private async Task FillWithHistoryAsync(IMapStore store)
    {
        await store.PublishAsync(Everything(), Cancellation);
        Clock.Now += TimeSpan.FromDays(1);
        await store.PublishAsync(
            Changes(1, 200, Day.AddDays(3)) with
            {
                Grids = new([Grid(1, "code", null, "second"), Grid(30, "new code", null)], [31]),
                GridEvents = [new GridEvent(1, GridChange.Renamed, [])],
                Persons = new([Person(7, "")], [70]),
            },
            Cancellation);
        Clock.Now += TimeSpan.FromDays(1);
        await store.PublishAsync(
            Changes(2, 300, Day.AddDays(-3)) with { Resources = new([Resource(201, "POINT (1 1)")], []) }, Cancellation);
    }

    private static async Task<string> WholeHistoryAsync(IMapStore store)
    {
        var parts = new List<string>();
        await foreach (var revision in store.ListRevisionsAsync(Cancellation))
        {
            parts.Add($"{revision}: {Text(await store.ListGridEventsAsync(revision.Number, Cancellation))}");
            for (var day = -4; day <= 4; day++)
            {
                parts.Add(SnapshotText.Of(await store.LoadAsync(Day.AddDays(day), revision.Number, Cancellation)));
            }
        }

        return string.Join('\n', parts);
    }

    private static async Task<string?> TryPublishAsync(IMapStore store, long expected, string name)
    {
        var grids = Enumerable.Range(1, 50).Select(i => Grid(i, $"{i}", Square, $"{name} {expected}"));
        try
        {
            await store.PublishAsync(Changes(expected, 51) with { Grids = new([.. grids], []) }, Cancellation);
            return name;
        }
        catch (RevisionConflictException)
        {
            return null;
        }
    }
}
