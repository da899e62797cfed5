using GridMap.Core;
using GridMap.Core.Duties;
using GridMap.Core.Grids;
using GridMap.Core.History;
using GridMap.Core.Resources;
using GridMap.Data.Stores;
using static GridMap.Tests.Shared.Stores.Samples;

namespace GridMap.Tests.Shared.Stores;

/// <summary>What every store must do. A store's test class inherits it and says how an empty one is opened.</summary>
public abstract partial class MapStoreContract : IAsyncLifetime
{
    private const string Square = "POLYGON ((119 36, 119.000000001 36, 119.1 36.1, 119 36.1, 119 36))";

    private const string Holed = "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1), "
        + "(3 3, 3 4, 4 4, 4 3, 3 3)), ((10 10, 11 10, 11 11, 10 10)))";

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

    private static ChangeSet Everything() => Changes(0, 100) with
    {
        Terms = new([Term(1, "parking")], []),
        Partitions = new([Partition(2, "governance"), Partition(20, "police", withScheme: false)], []),
        Grids = new([FullGrid(), Grid(30, "", null, Huge, 3), Grid(31, Nasty, Holed, "")], []),
        GridEvents = [new GridEvent(3, GridChange.Created | GridChange.Recoded, [1, 2]), new GridEvent(8, GridChange.Retired, [])],
        Reference = new(
        [
            Feature(4, Holed), Feature(40, "LINESTRING (0 0, 1e-9 -1e-9)"), Feature(41, "MULTIPOINT ((1 1), (2 2))"),
            Feature(42, "GEOMETRYCOLLECTION (POINT (1 1), LINESTRING (0 0, 1 1))"), Feature(43, "POLYGON EMPTY"),
        ],
        []),
        Dwellings = new([Dwelling(5, "POINT (119.123456789 36.987654321)"), Dwelling(50, Holed)], []),
        Addresses = new([Address(6, 119.000000001, -0.000000001), Address(60, -180, 90)], []),
        Persons = new([Person(7, Nasty), Person(70, "", null)], []),
        Duties = new(
        [
            Duty(8, new DutyHolder.OfPerson(7)), Duty(80, new DutyHolder.OfOrganisation("派出所", null)),
            Duty(81, new DutyHolder.Vacant()), Duty(82, new DutyHolder.OfOrganisation("", "110")),
        ],
        []),
        Emergencies = new([Emergency(9, null), Emergency(90, DateTimeOffset.UnixEpoch)], []),
        Resources = new([Resource(10, Holed), Bare(11)], []),
        Calendars = new([Calendar(12)], []),
        AcceptedFindings = [Finding(Square, 387.123456789), Finding(null, null)],
    };

    private static GridVersion FullGrid() => new(
        new Grid
        {
            Id = 3,
            Partition = "governance",
            Level = "grid",
            Code = "370705001001001",
            Name = Nasty,
            ParentId = 30,
            Category = GridCategory.Dedicated,
            Subtype = "school",
            Stated = new StatedFigures(0, long.MaxValue),
            Attributes = Attributes,
        },
        Shape(Square));

    private static Resource Bare(long id) => new()
    {
        Id = id,
        SourceKey = new SourceKey("s", "x"),
        Kind = "toilet",
        Shape = Shape("POINT (119.1 36.7)"),
    };

    private static MapSnapshot Expected(ChangeSet changes, Revision revision) => new()
    {
        State = new MapState(revision.Number, changes.Effective),
        NextId = changes.NextId,
        RecordedAt = revision.RecordedAt,
        Terms = changes.Terms.Put,
        Partitions = changes.Partitions.Put,
        Grids = changes.Grids.Put,
        UsedGridKeys = changes.Grids.Put.ToDictionary(static g => g.Key, static g => g.Id),
        Reference = changes.Reference.Put,
        Dwellings = changes.Dwellings.Put,
        Addresses = changes.Addresses.Put,
        Persons = changes.Persons.Put,
        Duties = changes.Duties.Put,
        Emergencies = changes.Emergencies.Put,
        Resources = changes.Resources.Put,
        Calendars = changes.Calendars.Put,
        AcceptedFindings = changes.AcceptedFindings,
    };
}
