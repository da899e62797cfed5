using GridMap.Core;
using GridMap.Core.History;
using GridMap.Data.Stores.Spooling;
using GridMap.Data.Stores.Tables;
using GridMap.Tests.Shared.Stores;

namespace GridMap.Data.Tests.Stores.Spooling;

public sealed class SpooledItemsTests : IDisposable
{
    private readonly List<IDisposable> spools = [];

    public void Dispose() => spools.ForEach(static spool => spool.Dispose());

    [Fact]
    public void Items_of_every_type_come_back_as_they_were_bit_by_bit()
    {
        var changes = Samples.Everything();
        var spooled = changes with
        {
            Terms = Spooled(StoreTables.Terms, changes.Terms),
            Partitions = Spooled(StoreTables.Partitions, changes.Partitions),
            Grids = Spooled(StoreTables.Grids, changes.Grids),
            Reference = Spooled(StoreTables.Reference, changes.Reference),
            Dwellings = Spooled(StoreTables.Dwellings, changes.Dwellings),
            Addresses = Spooled(StoreTables.Addresses, changes.Addresses),
            Persons = Spooled(StoreTables.Persons, changes.Persons),
            Duties = Spooled(StoreTables.Duties, changes.Duties),
            Emergencies = Spooled(StoreTables.Emergencies, changes.Emergencies),
            Resources = Spooled(StoreTables.Resources, changes.Resources),
            Calendars = Spooled(StoreTables.Calendars, changes.Calendars),
        };

        Assert.Equal(TextOf(changes), TextOf(spooled));
    }

    [Fact]
    public void A_time_keeps_its_offset()
    {
        var emergency = Samples.Emergency(1, new DateTimeOffset(2026, 7, 2, 0, 0, 0, TimeSpan.FromHours(-3.5)));
        var back = Spooled(StoreTables.Emergencies, new([emergency], [])).Put.Single();

        Assert.Equal($"{emergency.From:O} {emergency.To:O}", $"{back.From:O} {back.To:O}");
    }

    [Fact]
    public void An_item_is_found_at_its_place_while_others_are_added()
    {
        var spool = New(StoreTables.Grids);
        var places = new List<long>();
        for (var id = 1; id <= 20_000; id++)
        {
            places.Add(spool.Add(Samples.Grid(id, $"{id}", "POINT (1 2)", Samples.Nasty), 7 * id));
            var any = 1 + (id * 31 % id);
            Assert.Equal(($"governance/{any}", 7L * any), (spool.At(places[any - 1]).Item.Key, spool.At(places[any - 1]).Number));
        }

        Assert.Equal(Enumerable.Range(1, 20_000).Select(static id => (long)id), spool.Select(static g => g.Id));
        Assert.Equal(spool.Select(static g => g.Id), spool.Ids);
        Assert.Equal(spool.Ids, spool.ReadRows().Select(static row => row.Id));
    }

    private static string TextOf(ChangeSet changes) =>
        SnapshotText.Of(MapSnapshot.Empty(Samples.Day).Plus(changes, new MapState(1, Samples.Day), null));

    private Changes<T> Spooled<T>(ItemTable<T> table, Changes<T> changes)
        where T : class, IMapItem<T>
    {
        var spool = New(table);
        Assert.All(changes.Put, item => spool.Add(item, item.Id));
        Assert.NotEmpty(spool);
        return new Changes<T>(spool, changes.Retired);
    }

    private SpooledItems<T> New<T>(ItemTable<T> table)
        where T : class, IMapItem<T>
    {
        var spool = new SpooledItems<T>(table);
        spools.Add(spool);
        return spool;
    }
}
