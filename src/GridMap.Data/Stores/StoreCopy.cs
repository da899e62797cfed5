using GridMap.Data.Stores.Sql;
using GridMap.Data.Stores.Tables;

namespace GridMap.Data.Stores;

/// <summary>Copies all rows of one store, history included, into another that is empty.</summary>
internal static class StoreCopy
{
    public static async Task CopyAsync(StoreSession from, StoreSession to, CancellationToken cancellation)
    {
        foreach (var table in StoreTables.All)
        {
            ColumnKind[] kinds = [.. table.Columns.Select(static c => c.Kind)];
            var rows = from.ReadAsync(TableStatements.SelectAll(table), kinds, cancellation);
            await to.InsertAsync(table, rows, cancellation);
        }

        var next = await Loader.GetNextIdAsync(from, cancellation);
        await to.ExecuteAsync(SqlFile.History["set_next_id"], cancellation, ("next_id", next));
    }

    /// <summary>Refuses to copy into a store that has something.</summary>
    /// <exception cref="StoreException">It is not empty.</exception>
    public static async Task RefuseFilledAsync(StoreSession session, string store, CancellationToken cancellation)
    {
        foreach (var table in StoreTables.All)
        {
            if (await session.ScalarAsync(TableStatements.Count(table), ColumnKind.Integer, cancellation) is not 0L)
            {
                throw new StoreException(
                    $"'{store}' is not empty ({table.Name}): restore into a new file or an empty database.");
            }
        }
    }
}
