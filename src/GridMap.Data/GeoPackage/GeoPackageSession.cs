using System.Data.Common;
using System.Globalization;
using GridMap.Data.Stores;
using GridMap.Data.Stores.Sql;
using GridMap.Data.Stores.Tables;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;

namespace GridMap.Data.GeoPackage;

/// <summary>A transaction on a GeoPackage. What SQLite has no type for is text: dates, times and lists.</summary>
internal sealed class GeoPackageSession(SqliteConnection connection, SqliteTransaction transaction, Action<long> announce)
    : StoreSession(connection, transaction)
{
    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
    private const string DateFormat = "yyyy-MM-dd";

    private readonly ShapeBlobs shapes = new();
    private long announced;

    public override async Task<long> InsertAsync(
        StoreTable table, IAsyncEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        await using var command = (SqliteCommand)Connection.CreateCommand();
        command.Transaction = (SqliteTransaction)Transaction;
        command.CommandText = TableStatements.Insert(table);
        var parameters = table.Columns
            .Select((_, i) => command.Parameters.Add(new SqliteParameter { ParameterName = $"@p{i}" }))
            .ToArray();
        var count = 0L;
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            for (var i = 0; i < parameters.Length; i++)
            {
                parameters[i].Value = ToParameter(row[i]);
            }

            command.ExecuteNonQuery();
            count++;
        }

        return count;
    }

    public override async Task AnnounceAsync(long revision, CancellationToken cancellation)
    {
        await ExecuteAsync(GeoPackageStore.Statements["touch_contents"], cancellation);
        announced = revision;
    }

    public override async Task CommitAsync(CancellationToken cancellation)
    {
        await base.CommitAsync(cancellation);
        announce(announced);
    }

    protected override object ToParameter(object? value) => value switch
    {
        null => DBNull.Value,
        DateOnly date => date.ToString(DateFormat, CultureInfo.InvariantCulture),
        DateTimeOffset time => StoredTime.Of(time).ToString(TimeFormat, CultureInfo.InvariantCulture),
        string[] texts => Json.Of(texts),
        long[] ids => Json.Of(ids),
        Geometry shape => shapes.Write(shape),
        _ => value,
    };

    protected override object Value(DbDataReader row, int ordinal, ColumnKind kind) => kind switch
    {
        ColumnKind.Integer => row.GetInt64(ordinal),
        ColumnKind.Number => row.GetDouble(ordinal),
        ColumnKind.Flag => row.GetInt64(ordinal) != 0,
        ColumnKind.Date => DateOnly.ParseExact(row.GetString(ordinal), DateFormat, CultureInfo.InvariantCulture),
        ColumnKind.Time => DateTimeOffset.ParseExact(
            row.GetString(ordinal), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        ColumnKind.Texts => Json.Read<string[]>(row.GetString(ordinal)),
        ColumnKind.Ids => Json.Read<long[]>(row.GetString(ordinal)),
        ColumnKind.Shape => shapes.Read(row.GetFieldValue<byte[]>(ordinal)),
        _ => row.GetString(ordinal),
    };
}
