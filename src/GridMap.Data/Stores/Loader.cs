using GridMap.Core;
using GridMap.Core.Grids;
using GridMap.Core.Grids.Checks;
using GridMap.Core.History;
using GridMap.Data.Stores.Sql;
using GridMap.Data.Stores.Tables;

namespace GridMap.Data.Stores;

/// <summary>Reads states and history; the same for both stores.</summary>
internal static class Loader
{
    public static async Task<long> GetLastRevisionAsync(StoreSession session, CancellationToken cancellation) =>
        (long)(await session.ScalarAsync(SqlFile.History["last_revision"], ColumnKind.Integer, cancellation))!;

    /// <summary>The state of a date as of a revision, or as of the last one.</summary>
    /// <exception cref="StoreException">There is no such revision.</exception>
    public static async Task<MapState> GetStateAsync(
        StoreSession session, DateOnly date, long? asOf, CancellationToken cancellation)
    {
        var last = await GetLastRevisionAsync(session, cancellation);
        return asOf is < 0 || asOf > last
            ? throw new StoreException($"There is no revision {asOf}: the last one is {last}.")
            : new MapState(asOf ?? last, date);
    }

    /// <summary>Everything of a state but its addresses.</summary>
    public static async Task<MapSnapshot> LoadAsync(
        StoreSession session, MapState state, CancellationToken cancellation)
    {
        Task<List<T>> ItemsAsync<T>(ItemTable<T> table)
            where T : class, IMapItem<T> => LoadAsync(session, table, state, cancellation);

        return new MapSnapshot
        {
            State = state,
            NextId = await GetNextIdAsync(session, cancellation),
            RecordedAt = await FindRecordedAtAsync(session, state.Revision, cancellation),
            NextEffective = await FindNextEffectiveAsync(session, state, cancellation),
            Terms = await ItemsAsync(StoreTables.Terms),
            Partitions = await ItemsAsync(StoreTables.Partitions),
            Grids = await ItemsAsync(StoreTables.Grids),
            RetiredGrids = await LoadRetiredAsync(session, state, cancellation),
            UsedGridKeys = await LoadUsedGridKeysAsync(session, after: 0, cancellation),
            Reference = await ItemsAsync(StoreTables.Reference),
            Dwellings = await ItemsAsync(StoreTables.Dwellings),
            Persons = await ItemsAsync(StoreTables.Persons),
            Duties = await ItemsAsync(StoreTables.Duties),
            Emergencies = await ItemsAsync(StoreTables.Emergencies),
            Resources = await ItemsAsync(StoreTables.Resources),
            Calendars = await ItemsAsync(StoreTables.Calendars),
            AcceptedFindings = await LoadFindingsAsync(session, after: 0, state.Revision, cancellation),
        };
    }

    public static async Task<long> GetNextIdAsync(StoreSession session, CancellationToken cancellation) =>
        (long)(await session.ScalarAsync(SqlFile.History["next_id"], ColumnKind.Integer, cancellation))!;

    public static async Task<IReadOnlyList<Revision>> ListRevisionsAsync(
        StoreSession session, CancellationToken cancellation) =>
        await ReadAsync(
            session, SqlFile.History["revisions"], StoreTables.Revision.Columns, StoreTables.ReadRevision, cancellation);

    public static async Task<IReadOnlyList<GridEvent>> ListGridEventsAsync(
        StoreSession session, long revision, CancellationToken cancellation) =>
        await ReadAsync(
            session, SqlFile.History["grid_events"], StoreTables.GridEvent.Columns, StoreTables.ReadGridEvent,
            cancellation, ("revision", revision));

    /// <summary>The item as its last known version has it, or null.</summary>
    public static async Task<T?> FindKnownAsync<T>(
        StoreSession session, ItemTable<T> table, long id, CancellationToken cancellation)
        where T : class, IMapItem<T>
    {
        var sql = TableStatements.For(table, "load_known");
        var items = await ReadAsync(session, sql, table.Content, table.FromRow, cancellation, ("id", id));
        return items.FirstOrDefault();
    }

    /// <summary>The items of one table in a state, in the order of internal ids.</summary>
    public static async Task<List<T>> LoadAsync<T>(
        StoreSession session, ItemTable<T> table, MapState state, CancellationToken cancellation)
        where T : class, IMapItem<T>
    {
        var items = await ReadAsync(
            session, TableStatements.For(table, "load"), table.Content, table.FromRow, cancellation,
            ("revision", state.Revision), ("date", state.Date));

        // Here, not in SQL: the rows come almost in order, and a database would spill a million geometries to its disk.
        items.Sort(static (a, b) => a.Id.CompareTo(b.Id));
        return items;
    }

    /// <summary>The grids that a state has no more, each as it was last, in the order of internal ids.</summary>
    private static async Task<IReadOnlyList<GridVersion>> LoadRetiredAsync(
        StoreSession session, MapState state, CancellationToken cancellation)
    {
        var table = StoreTables.Grids;
        var ended = await ReadAsync(
            session, TableStatements.For(table, "load_ended"), table.Content, table.FromRow, cancellation,
            ("revision", state.Revision), ("date", state.Date));
        return [.. ended.GroupBy(static g => g.Id).Select(static g => g.Last())
            .OrderBy(static g => g.Id)];
    }

    /// <summary>When a revision was recorded; null for the empty store.</summary>
    public static async Task<DateTimeOffset?> FindRecordedAtAsync(
        StoreSession session, long revision, CancellationToken cancellation)
    {
        var found = await ReadAsync(
            session, SqlFile.History["revision"], StoreTables.Revision.Columns, StoreTables.ReadRevision, cancellation,
            ("revision", revision));
        return found.FirstOrDefault()?.RecordedAt;
    }

    /// <summary>The next date on which something that a state knows of takes effect or ends.</summary>
    public static async Task<DateOnly?> FindNextEffectiveAsync(
        StoreSession session, MapState state, CancellationToken cancellation)
    {
        DateOnly? next = null;
        foreach (var table in StoreTables.Items)
        {
            foreach (var edge in (string[])["next_begin", "next_end"])
            {
                var date = (DateOnly?)await session.ScalarAsync(
                    TableStatements.For(table, edge), ColumnKind.Date, cancellation,
                    ("revision", state.Revision), ("date", state.Date));
                next = date is null || next < date ? next : date;
            }
        }

        return next;
    }

    /// <summary>The keys that revisions after one gave to grids.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> LoadUsedGridKeysAsync(
        StoreSession session, long after, CancellationToken cancellation)
    {
        var keys = new Dictionary<string, long>();
        var sql = SqlFile.History[after == 0 ? "used_grid_keys" : "used_grid_keys_after"];
        ColumnKind[] kinds = [ColumnKind.Text, ColumnKind.Text, ColumnKind.Integer];
        await foreach (var row in session.ReadAsync(sql, kinds, cancellation, ("after", after)))
        {
            keys.Add($"{row[0]}/{row[1]}", (long)row[2]!);
        }

        return keys;
    }

    /// <summary>The findings that were accepted with the revisions after one, up to another.</summary>
    public static async Task<IReadOnlyList<Finding>> LoadFindingsAsync(
        StoreSession session, long after, long revision, CancellationToken cancellation) =>
        await ReadAsync(
            session, SqlFile.History["findings"], StoreTables.Finding.Columns, StoreTables.ReadFinding, cancellation,
            ("after", after), ("revision", revision));

    /// <summary>The items of a query's rows.</summary>
    public static async Task<List<T>> ReadAsync<T>(
        StoreSession session,
        string sql,
        IReadOnlyList<Column> columns,
        Func<Row, T> read,
        CancellationToken cancellation,
        params IEnumerable<(string Name, object? Value)> parameters)
    {
        var row = new Row();
        var items = new List<T>();
        ColumnKind[] kinds = [.. columns.Select(static c => c.Kind)];
        await foreach (var values in session.ReadAsync(sql, kinds, cancellation, parameters))
        {
            items.Add(read(row.At(values)));
        }

        return items;
    }
}
