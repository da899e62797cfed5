using GridMap.Core.History;
using GridMap.Data.Stores.Sql;
using GridMap.Data.Stores.Tables;

namespace GridMap.Data.Stores;

/// <summary>
/// Records a change set; the same for both stores. In valid time, what is put holds from the effective date to where
/// the version in force then ends; in recorded time, that version is closed and never altered otherwise.
/// </summary>
internal static class Publisher
{
    /// <summary>Refuses a change set that no store could record.</summary>
    /// <exception cref="ArgumentException">
    /// It has no actor, an item occurs twice, or an item's id is not below <see cref="ChangeSet.NextId"/>.
    /// </exception>
    public static void Validate(ChangeSet changes)
    {
        if (string.IsNullOrWhiteSpace(changes.Actor))
        {
            throw new ArgumentException("A change set needs an actor.", nameof(changes));
        }

        var seen = new IdSet();
        foreach (var part in ItemChanges.Of(changes))
        {
            foreach (var id in part.PutIds.Concat(part.Retired))
            {
                if (id <= 0 || id >= changes.NextId || !seen.Add(id))
                {
                    throw new ArgumentException(
                        $"The {part.Table.Noun} {id} occurs twice, or its id was not given out before "
                        + $"{nameof(ChangeSet.NextId)} ({changes.NextId}).",
                        nameof(changes));
                }
            }
        }
    }

    public static async Task<Revision> PublishAsync(
        StoreSession session, ChangeSet changes, DateTimeOffset now, CancellationToken cancellation)
    {
        var last = await Loader.GetLastRevisionAsync(session, cancellation);
        if (last != changes.ExpectedRevision)
        {
            throw new RevisionConflictException(
                $"The store is at revision {last}, and the changes were made against {changes.ExpectedRevision}: "
                + "load the map again and repeat them.");
        }

        await session.ExecuteAsync(SqlFile.Versions["create_touched"], cancellation);
        var counts = new List<string>();
        foreach (var part in ItemChanges.Of(changes))
        {
            counts.Add(await WriteAsync(session, part, changes.Effective, last + 1, cancellation));
        }

        var revision = new Revision(
            last + 1, now, changes.Effective, changes.Actor, changes.Document, changes.Note, string.Join("; ", counts));
        await WriteHistoryAsync(session, changes, revision, cancellation);
        await session.AnnounceAsync(revision.Number, cancellation);
        return revision;
    }

    private static async Task<string> WriteAsync(
        StoreSession session, ItemChanges part, DateOnly effective, long revision, CancellationToken cancellation)
    {
        Task<int> RunAsync(string name) => session.ExecuteAsync(
            TableStatements.For(part.Table, name), cancellation, ("effective", effective), ("revision", revision));

        if (await TouchAsync(session, part, cancellation) == 0)
        {
            // A first load: no version is there that could be closed, kept, or in the way.
            await PutAsync(session, part, effective, revision, cancellation);
            return Summary(part, 0);
        }

        await RefuseScheduledAsync(session, part, effective, cancellation);
        await RefuseAbsentAsync(session, part, effective, cancellation);
        await RunAsync("remember_ends");
        await RunAsync("keep_past");
        var closed = await RunAsync("close");
        await PutAsync(session, part, effective, revision, cancellation);
        await RunAsync("keep_ends");
        return Summary(part, closed - part.Retired.Count);
    }

    private static async Task<long> TouchAsync(StoreSession session, ItemChanges part, CancellationToken cancellation)
    {
        await session.ExecuteAsync(SqlFile.Versions["clear_touched"], cancellation);

        // An id that was never given out has no version to look for: a first import touches nothing.
        var next = await Loader.GetNextIdAsync(session, cancellation);
        var rows = part.PutIds.Where(id => id < next).Select(static id => (object?[])[id, true])
            .Concat(part.Retired.Select(static id => (object?[])[id, false]));
        return await session.InsertAsync(StoreTables.Touched, rows.ToAsyncEnumerable(), cancellation);
    }

    private static async Task RefuseScheduledAsync(
        StoreSession session, ItemChanges part, DateOnly effective, CancellationToken cancellation)
    {
        var sql = TableStatements.For(part.Table, "find_scheduled");
        ColumnKind[] kinds = [ColumnKind.Integer, ColumnKind.Date];
        (long Id, DateOnly From)? scheduled = null;
        await foreach (var row in session.ReadAsync(sql, kinds, cancellation, ("effective", effective)))
        {
            scheduled = ((long)row[0]!, (DateOnly)row[1]!);
        }

        if (scheduled is var (id, from))
        {
            throw new RevisionConflictException(
                $"The {await part.NameAsync(session, id, cancellation)} has a version scheduled from {from:yyyy-MM-dd}, "
                + $"after {effective:yyyy-MM-dd}: publish with effect from {from:yyyy-MM-dd} or later.");
        }
    }

    private static async Task RefuseAbsentAsync(
        StoreSession session, ItemChanges part, DateOnly effective, CancellationToken cancellation)
    {
        var sql = TableStatements.For(part.Table, "find_absent");
        if (await session.ScalarAsync(sql, ColumnKind.Integer, cancellation, ("effective", effective)) is long id)
        {
            throw new RevisionConflictException(
                $"The {await part.NameAsync(session, id, cancellation)} is not in force on {effective:yyyy-MM-dd}, "
                + "so it cannot be retired from then on: load the map of that date and repeat the change.");
        }
    }

    private static async Task PutAsync(
        StoreSession session, ItemChanges part, DateOnly effective, long revision, CancellationToken cancellation)
    {
        var table = part.Table;
        IEnumerable<object?> Validity(long id) => [id, effective, null, revision, null];

        if (table.Apart is not { } apart)
        {
            await session.InsertAsync(table.Versions, part.Rows(Validity).ToAsyncEnumerable(), cancellation);
            return;
        }

        await session.ExecuteAsync(TableStatements.For(table, "forget_apart"), cancellation);
        await session.InsertAsync(apart, part.Rows(static id => [id]).ToAsyncEnumerable(), cancellation);
        var versions = part.PutIds.Select(id => Validity(id).ToArray());
        await session.InsertAsync(table.Versions, versions.ToAsyncEnumerable(), cancellation);
    }

    private static string Summary(ItemChanges part, int changed)
    {
        (char Sign, int Count)[] counts = [('+', part.PutCount - changed), ('~', changed), ('-', part.Retired.Count)];
        return $"{part.Table.Plural} {string.Join(' ', counts.Where(c => c.Count > 0).Select(c => $"{c.Sign}{c.Count}"))}";
    }

    private static async Task WriteHistoryAsync(
        StoreSession session, ChangeSet changes, Revision revision, CancellationToken cancellation)
    {
        var number = revision.Number;
        var audit = (long)(await session.ScalarAsync(SqlFile.History["last_audit"], ColumnKind.Integer, cancellation))!;
        object?[] audited = [audit + 1, revision.RecordedAt, revision.Actor, "publish", number, revision.Summary];
        await InsertAsync(StoreTables.Revision, [StoreTables.ToRow(revision)]);
        await InsertAsync(StoreTables.Audit, [audited]);
        await InsertAsync(StoreTables.GridEvent, changes.GridEvents.Select((e, i) => StoreTables.ToRow(e, number, i)));
        await InsertAsync(
            StoreTables.Finding, changes.AcceptedFindings.Select((f, i) => StoreTables.ToRow(f, number, i)));

        var next = Math.Max(changes.NextId, await Loader.GetNextIdAsync(session, cancellation));
        await session.ExecuteAsync(SqlFile.History["set_next_id"], cancellation, ("next_id", next));

        Task<long> InsertAsync(StoreTable table, IEnumerable<object?[]> rows) =>
            session.InsertAsync(table, rows.ToAsyncEnumerable(), cancellation);
    }
}
