using GridMap.Core;
using GridMap.Core.History;
using GridMap.Data.Stores.Sql;
using GridMap.Data.Stores.Tables;

namespace GridMap.Data.Stores;

/// <summary>Reads what lies between two states; the same for both stores.</summary>
/// <remarks>
/// An item is in force in one of the two and not the same in the other only where a version of it begins or ends between
/// them, in recorded or in valid time. These versions are found by indexes.
/// </remarks>
internal static class ChangeLoader
{
    /// <summary>From a state to a date as the last revision has it.</summary>
    /// <exception cref="StoreException">There is no such revision.</exception>
    public static async Task<StateChange> LoadAsync(
        StoreSession session, MapState from, DateOnly date, CancellationToken cancellation)
    {
        var to = await Loader.GetStateAsync(session, date, null, cancellation);
        if (from.Revision > to.Revision)
        {
            throw new StoreException($"There is no revision {from.Revision}: the last one is {to.Revision}.");
        }

        return new StateChange
        {
            From = from,
            To = to,
            Items = await LoadItemsAsync(session, from, to, cancellation),
            RecordedAt = await Loader.FindRecordedAtAsync(session, to.Revision, cancellation),
            NextEffective = await Loader.FindNextEffectiveAsync(session, to, cancellation),
            UsedGridKeys = await Loader.LoadUsedGridKeysAsync(session, from.Revision, cancellation),
        };
    }

    private static async Task<ChangeSet> LoadItemsAsync(
        StoreSession session, MapState from, MapState to, CancellationToken cancellation)
    {
        Task<Changes<T>> ItemsAsync<T>(ItemTable<T> table)
            where T : class, IMapItem<T> => LoadAsync(session, table, from, to, cancellation);

        return new ChangeSet
        {
            ExpectedRevision = from.Revision,
            NextId = await Loader.GetNextIdAsync(session, cancellation),
            Effective = to.Date,
            Actor = "store",
            Terms = await ItemsAsync(StoreTables.Terms),
            Partitions = await ItemsAsync(StoreTables.Partitions),
            Grids = await ItemsAsync(StoreTables.Grids),
            Reference = await ItemsAsync(StoreTables.Reference),
            Dwellings = await ItemsAsync(StoreTables.Dwellings),
            Addresses = await ItemsAsync(StoreTables.Addresses),
            Persons = await ItemsAsync(StoreTables.Persons),
            Duties = await ItemsAsync(StoreTables.Duties),
            Emergencies = await ItemsAsync(StoreTables.Emergencies),
            Resources = await ItemsAsync(StoreTables.Resources),
            Calendars = await ItemsAsync(StoreTables.Calendars),
            AcceptedFindings = await Loader.LoadFindingsAsync(session, from.Revision, to.Revision, cancellation),
        };
    }

    private static async Task<Changes<T>> LoadAsync<T>(
        StoreSession session, ItemTable<T> table, MapState from, MapState to, CancellationToken cancellation)
        where T : class, IMapItem<T>
    {
        (string, object?)[] between =
            [("from_revision", from.Revision), ("revision", to.Revision), ("from_date", from.Date), ("date", to.Date)];
        var touched = new HashSet<long>();
        var sql = TableStatements.For(table, "changed_ids");
        await foreach (var row in session.ReadAsync(sql, [ColumnKind.Integer], cancellation, between))
        {
            touched.Add((long)row[0]!);
        }

        if (touched.Count == 0)
        {
            return Changes<T>.None;
        }

        var put = await Loader.ReadAsync(
            session, TableStatements.For(table, "load_changed"), table.Content, table.FromRow, cancellation, between);
        touched.ExceptWith(put.Select(static item => item.Id));
        return new Changes<T>(put, [.. touched.Order()]);
    }
}
