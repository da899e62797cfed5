using GridMap.Core;
using GridMap.Core.History;
using GridMap.Data.Stores;
using static GridMap.Tests.Shared.Stores.Samples;

namespace GridMap.Tests.Shared.Stores;

public abstract partial class MapStoreContract
{
    [Fact]
    public async Task What_changed_makes_of_an_empty_store_what_was_put_first()
    {
        var store = await OpenAsync();
        var empty = await store.LoadAsync(Day, cancellation: Cancellation);
        await store.PublishAsync(Everything(), Cancellation);

        Assert.Equal(await TextAsync(store, Day), SnapshotText.Of(await FollowAsync(store, empty, Day)));
    }

    [Fact]
    public async Task What_changed_of_every_type_makes_of_a_state_the_next_one()
    {
        var store = await OpenAsync();
        await store.PublishAsync(Everything(), Cancellation);
        var first = await store.LoadAsync(Day, cancellation: Cancellation);
        await store.PublishAsync(
            Changes(1, 200) with
            {
                Terms = new([Term(1, "toilet")], []),
                Partitions = new([Partition(2, "again"), Partition(101, "third")], [20]),
                Grids = new([Grid(30, "recoded", Square), Grid(102, "new", null)], [31]),
                Reference = new([Feature(4, "POINT (3 3)")], [40]),
                Dwellings = new([Dwelling(103, "POINT (1 1)")], [5]),
                Addresses = new([Address(6, 1, 2)], [60]),
                Persons = new([Person(7, "王芳")], [70]),
                Duties = new([], [80, 81]),
                Emergencies = new([Emergency(9, DateTimeOffset.UnixEpoch)], []),
                Resources = new([Resource(104, "POINT (5 5)")], [11]),
                AcceptedFindings = [Finding("POINT (1 2)", 3)],
            },
            Cancellation);

        Assert.Equal(await TextAsync(store, Day), SnapshotText.Of(await FollowAsync(store, first, Day)));
    }

    [Fact]
    public async Task Only_what_changed_is_loaded()
    {
        var store = await OpenAsync();
        await store.PublishAsync(Changes(0, 10) with { Grids = new([Grid(1, "a", null), Grid(2, "b", null)], []) }, Cancellation);
        await store.PublishAsync(Changes(1, 10) with { Grids = new([Grid(1, "a2", null)], []) }, Cancellation);
        Assert.Equal("1 a2; ", Text(await store.LoadChangesAsync(new MapState(1, Day), Day, Cancellation)));

        await store.PublishAsync(Changes(2, 10, Day.AddDays(3)) with { Grids = new([], [2]) }, Cancellation);
        Assert.Equal("; 2", Text(await store.LoadChangesAsync(new MapState(3, Day), Day.AddDays(3), Cancellation)));
        Assert.Equal("; ", Text(await store.LoadChangesAsync(new MapState(3, Day), Day.AddDays(2), Cancellation)));
    }

    [Fact]
    public async Task Changes_from_a_revision_that_is_not_there_and_back_in_time_are_refused()
    {
        var store = await OpenAsync();
        await Assert.ThrowsAsync<StoreException>(() => store.LoadChangesAsync(new MapState(1, Day), Day, Cancellation));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => store.LoadChangesAsync(new MapState(0, Day), Day.AddDays(-1), Cancellation));
    }

    /// <summary>From states of a random history to the last revision, on the same or a later day.</summary>
    private static async Task CompareChangesAsync(IMapStore store, Random random, long before, DateOnly firstDay)
    {
        var last = await store.GetLastRevisionAsync(Cancellation);
        for (var i = 0; i < 15; i++)
        {
            var from = random.Next(Days);
            var date = firstDay.AddDays(random.Next(from, Days));
            var start = await store.LoadAsync(firstDay.AddDays(from), random.NextInt64(before, last + 1), Cancellation);
            Assert.Equal(await TextAsync(store, date), SnapshotText.Of(await FollowAsync(store, start, date)));
        }
    }

    private static async Task<MapSnapshot> FollowAsync(IMapStore store, MapSnapshot from, DateOnly date) =>
        from.Plus(await store.LoadChangesAsync(from.State, date, Cancellation));

    private static async Task<string> TextAsync(IMapStore store, DateOnly date) =>
        SnapshotText.Of(await store.LoadAsync(date, cancellation: Cancellation));

    private static string Text(StateChange change) =>
        string.Join(",", change.Items.Grids.Put.Select(static g => $"{g.Id} {g.Grid.Code}"))
        + "; " + string.Join(",", change.Items.Grids.Retired);
}
