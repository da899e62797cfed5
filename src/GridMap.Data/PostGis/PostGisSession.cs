using System.Data.Common;
using GridMap.Data.Stores;
using GridMap.Data.Stores.Tables;
using NetTopologySuite.Geometries;
using Npgsql;
using NpgsqlTypes;

namespace GridMap.Data.PostGis;

/// <summary>A transaction on PostGIS; bulk writing is binary COPY.</summary>
internal sealed class PostGisSession(NpgsqlConnection connection, NpgsqlTransaction transaction)
    : StoreSession(connection, transaction)
{
    public override async Task<long> InsertAsync(
        StoreTable table, IAsyncEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        var copy = PostGisStore.Statements["copy"]
            .Replace("{table}", table.Name)
            .Replace("{columns}", table.ColumnList);
        await using var importer = await ((NpgsqlConnection)Connection).BeginBinaryImportAsync(copy, cancellation);
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            // Values go into Npgsql's buffer, which seldom has to be waited for: only rows are.
            await importer.StartRowAsync(cancellation);
            for (var i = 0; i < row.Length; i++)
            {
                Write(importer, row[i], table.Columns[i].Kind);
            }
        }

        return (long)await importer.CompleteAsync(cancellation);
    }

    public override Task AnnounceAsync(long revision, CancellationToken cancellation) =>
        ExecuteAsync(PostGisStore.Statements["announce"], cancellation, ("revision", revision));

    protected override object ToParameter(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset time => StoredTime.Of(time),
        Geometry shape => StoredShape.Of(shape),
        _ => value,
    };

    protected override object Value(DbDataReader row, int ordinal, ColumnKind kind) => kind switch
    {
        ColumnKind.Integer => row.GetInt64(ordinal),
        ColumnKind.Number => row.GetDouble(ordinal),
        ColumnKind.Flag => row.GetBoolean(ordinal),
        ColumnKind.Date => row.GetFieldValue<DateOnly>(ordinal),
        ColumnKind.Time => row.GetFieldValue<DateTimeOffset>(ordinal),
        ColumnKind.Texts => row.GetFieldValue<string[]>(ordinal),
        ColumnKind.Ids => row.GetFieldValue<long[]>(ordinal),
        ColumnKind.Shape => row.GetFieldValue<Geometry>(ordinal),
        _ => row.GetString(ordinal),
    };

    private static void Write(NpgsqlBinaryImporter importer, object? value, ColumnKind kind)
    {
        switch (value)
        {
            case null: importer.WriteNull(); break;
            case long number: importer.Write(number, NpgsqlDbType.Bigint); break;
            case double number: importer.Write(number, NpgsqlDbType.Double); break;
            case string text when kind == ColumnKind.Json: importer.Write(text, NpgsqlDbType.Jsonb); break;
            case string text: importer.Write(text, NpgsqlDbType.Text); break;
            case bool flag: importer.Write(flag, NpgsqlDbType.Boolean); break;
            case DateOnly date: importer.Write(date, NpgsqlDbType.Date); break;
            case DateTimeOffset time: importer.Write(StoredTime.Of(time), NpgsqlDbType.TimestampTz); break;
            case string[] texts: importer.Write(texts, NpgsqlDbType.Array | NpgsqlDbType.Text); break;
            case long[] ids: importer.Write(ids, NpgsqlDbType.Array | NpgsqlDbType.Bigint); break;
            case Geometry shape: importer.Write(StoredShape.Of(shape), NpgsqlDbType.Geometry); break;
            default: throw new InvalidOperationException($"No column takes a {value.GetType()}.");
        }
    }
}
