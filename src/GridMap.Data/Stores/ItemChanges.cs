using GridMap.Core;
using GridMap.Core.History;
using GridMap.Data.Stores.Spooling;
using GridMap.Data.Stores.Tables;

namespace GridMap.Data.Stores;

/// <summary>The changes of one type of item, with its table and without its type.</summary>
internal abstract class ItemChanges(ItemTable table)
{
    public ItemTable Table { get; } = table;

    public abstract int PutCount { get; }

    public abstract IReadOnlyList<long> Retired { get; }

    public abstract IEnumerable<long> PutIds { get; }

    /// <summary>The rows of what is put: the given values, then the item's.</summary>
    public abstract IEnumerable<object?[]> Rows(Func<long, IEnumerable<object?>> before);

    /// <summary>What people call an item of this type, for messages: its key where it is known.</summary>
    public abstract Task<string> NameAsync(StoreSession session, long id, CancellationToken cancellation);

    /// <summary>The parts of a change set, in the order of <see cref="StoreTables.Items"/>, without empty ones.</summary>
    public static IEnumerable<ItemChanges> Of(ChangeSet changes)
    {
        ItemChanges[] all =
        [
            new Typed<Term>(StoreTables.Terms, changes.Terms),
            new Typed<Core.Grids.Partition>(StoreTables.Partitions, changes.Partitions),
            new Typed<Core.Grids.GridVersion>(StoreTables.Grids, changes.Grids),
            new Typed<Core.Reference.ReferenceFeature>(StoreTables.Reference, changes.Reference),
            new Typed<Core.Addresses.Dwelling>(StoreTables.Dwellings, changes.Dwellings),
            new Typed<Core.Addresses.Address>(StoreTables.Addresses, changes.Addresses),
            new Typed<Core.Duties.Person>(StoreTables.Persons, changes.Persons),
            new Typed<Core.Duties.Duty>(StoreTables.Duties, changes.Duties),
            new Typed<Core.Duties.Emergency>(StoreTables.Emergencies, changes.Emergencies),
            new Typed<Core.Resources.Resource>(StoreTables.Resources, changes.Resources),
            new Typed<Core.Windows.Calendars.Calendar>(StoreTables.Calendars, changes.Calendars),
        ];
        return all.Where(static c => c.PutCount + c.Retired.Count > 0);
    }

    private sealed class Typed<T>(ItemTable<T> table, Changes<T> changes) : ItemChanges(table)
        where T : class, IMapItem<T>
    {
        // Rows that are rows already need not become items on their way.
        private readonly SpooledItems<T>? spooled = changes.Put as SpooledItems<T>;

        public override int PutCount => changes.Put.Count;

        public override IReadOnlyList<long> Retired => changes.Retired;

        public override IEnumerable<long> PutIds => spooled?.Ids ?? changes.Put.Select(static i => i.Id);

        public override IEnumerable<object?[]> Rows(Func<long, IEnumerable<object?>> before) =>
            spooled?.ReadRows().Select(row => (object?[])[.. before(row.Id), .. row.Content])
            ?? changes.Put.Select(item => (object?[])[.. before(item.Id), .. table.ToRow(item)]);

        public override async Task<string> NameAsync(StoreSession session, long id, CancellationToken cancellation)
        {
            var item = changes.Put.FirstOrDefault(i => i.Id == id)
                ?? await Loader.FindKnownAsync(session, table, id, cancellation);

            // Nothing of a person but the number: messages end in logs.
            return Table.Apart is null && item is not null ? $"{Table.Noun} '{item.Key}'" : $"{Table.Noun} {id}";
        }
    }
}
