using GridMap.Core;
using GridMap.Core.History;
using GridMap.Data.Stores;
using static GridMap.Tests.Shared.Stores.Samples;

namespace GridMap.Tests.Shared.Stores;

/// <summary>What every store must do. A store's test class inherits it and says how an empty one is opened.</summary>
public abstract partial class MapStoreContract : IAsyncLifetime
{
    private readonly List<IMapStore> opened = [];

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected ManualClock Clock { get; } = new();

    /// <summary>The setting of the test's own store, which is absent or empty at first.</summary>
    protected abstract string Setting { get; }

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var store in opened)
        {
            await store.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    protected async Task<IMapStore> OpenAsync(StoreAccess access = StoreAccess.Client, string? setting = null)
    {
        var store = await MapStores.OpenAsync(setting ?? Setting, access, Clock, Cancellation);
        opened.Add(store);
        return store;
    }

    [Fact]
    public async Task A_new_store_is_empty()
    {
        var store = await OpenAsync();
        var map = await store.LoadAsync(Day, cancellation: Cancellation);
        Assert.Equal(SnapshotText.Of(MapSnapshot.Empty(Day)), SnapshotText.Of(map));
        Assert.Equal(0, await store.GetLastRevisionAsync(Cancellation));
        Assert.Empty(await store.ListRevisionsAsync(Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Everything_comes_back_as_it_was_put_bit_by_bit()
    {
        var changes = Everything();
        var store = await OpenAsync();
        var revision = await store.PublishAsync(changes, Cancellation);
        var again = await OpenAsync();

        Assert.Equal(
            SnapshotText.Of(Expected(changes, revision)),
            SnapshotText.Of(await again.LoadAsync(Day, cancellation: Cancellation)));
        Assert.Equal([revision], await again.ListRevisionsAsync(Cancellation).ToListAsync(Cancellation));
        var events = await again.ListGridEventsAsync(1, Cancellation);
        Assert.Equal("3 Created, Recoded 1,2; 8 Retired ", Text(events));
    }

    [Fact]
    public async Task A_revision_says_when_who_why_and_what()
    {
        var store = await OpenAsync();
        var put = Changes(0, 10) with
        {
            Document = "潍奎〔2026〕1号",
            Note = Nasty,
            Grids = new([Grid(1, "a", Square), Grid(2, "b", null)], []),
        };
        var first = await store.PublishAsync(put, Cancellation);
        Clock.Now += TimeSpan.FromDays(1);
        var second = await store.PublishAsync(
            Changes(1, 10, Day.AddDays(5)) with { Grids = new([Grid(1, "a2", Square), Grid(3, "c", null)], [2]) }, Cancellation);

        Assert.Equal(new Revision(1, Clock.Now.AddDays(-1), Day, "tester", "潍奎〔2026〕1号", Nasty, "grids +2"), first);
        Assert.Equal(new Revision(2, Clock.Now, Day.AddDays(5), "tester", null, null, "grids +1 ~1 -1"), second);
        Assert.Equal([second, first], await store.ListRevisionsAsync(Cancellation).ToListAsync(Cancellation));
    }

    private static string Text(IEnumerable<GridEvent> events) =>
        string.Join("; ", events.Select(static e => $"{e.GridId} {e.Change} {string.Join(",", e.FromGridIds)}"));

    private static MapSnapshot Expected(ChangeSet changes, Revision revision) => new()
    {
        State = new MapState(revision.Number, changes.Effective),
        NextId = changes.NextId,
        RecordedAt = revision.RecordedAt,
        Terms = [.. changes.Terms.Put],
        Partitions = [.. changes.Partitions.Put],
        Grids = [.. changes.Grids.Put],
        UsedGridKeys = changes.Grids.Put.ToDictionary(static g => g.Key, static g => g.Id),
        Reference = [.. changes.Reference.Put],
        Dwellings = [.. changes.Dwellings.Put],
        Addresses = [.. changes.Addresses.Put],
        Persons = [.. changes.Persons.Put],
        Duties = [.. changes.Duties.Put],
        Emergencies = [.. changes.Emergencies.Put],
        Resources = [.. changes.Resources.Put],
        Calendars = [.. changes.Calendars.Put],
        AcceptedFindings = changes.AcceptedFindings,
    };
}
