using GridMap.Core.Resources;
using GridMap.Data.Stores.Sql;
using GridMap.Data.Stores.Tables;

namespace GridMap.Data.Stores;

/// <summary>Reads and writes the last counts; the same for both stores.</summary>
internal static class OccupancyRows
{
    private static readonly ColumnKind[] Kinds = [.. StoreTables.Occupancy.Columns.Select(static c => c.Kind)];

    /// <summary>Keeps a count unless there is a later one; gives the one that is kept.</summary>
    public static async Task<Occupancy> PutAsync(
        StoreSession session, Occupancy count, DateTimeOffset now, CancellationToken cancellation)
    {
        var written = await session.ExecuteAsync(
            SqlFile.Occupancy["put"], cancellation,
            ("resource_id", count.ResourceId), ("occupied", (long)count.Occupied), ("at", count.At), ("received_at", now));
        if (written > 0)
        {
            return count with { At = StoredTime.Of(count.At) };
        }

        var kept = await ReadAsync(
            session, SqlFile.Occupancy["find"], cancellation, ("resource_id", count.ResourceId));
        return kept.Single();
    }

    /// <summary>The counts received since an instant, that included, by resource.</summary>
    public static Task<List<Occupancy>> ListAsync(
        StoreSession session, DateTimeOffset since, CancellationToken cancellation) =>
        ReadAsync(session, SqlFile.Occupancy["list"], cancellation, ("since", since));

    private static async Task<List<Occupancy>> ReadAsync(
        StoreSession session, string sql, CancellationToken cancellation, params (string, object?)[] parameters)
    {
        var counts = new List<Occupancy>();
        var row = new Row();
        await foreach (var values in session.ReadAsync(sql, Kinds, cancellation, parameters))
        {
            row.At(values);
            counts.Add(new Occupancy(row.Integer(), (int)row.Integer(), row.Time()));
        }

        return counts;
    }
}
