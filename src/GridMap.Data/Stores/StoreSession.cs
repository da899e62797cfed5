using System.Data.Common;
using GridMap.Data.Stores.Tables;

namespace GridMap.Data.Stores;

/// <summary>
/// A connection with one transaction: what the statements that both stores share run on. Ended without
/// <see cref="CommitAsync"/>, it leaves the store as it was. For one caller at a time.
/// </summary>
internal abstract class StoreSession(DbConnection connection, DbTransaction transaction) : IAsyncDisposable
{
    protected DbConnection Connection { get; } = connection;

    protected DbTransaction Transaction { get; } = transaction;

    /// <summary>Runs a statement, or a script, and gives the number of rows it changed.</summary>
    public async Task<int> ExecuteAsync(
        string sql, CancellationToken cancellation, params IEnumerable<(string Name, object? Value)> parameters)
    {
        await using var command = Command(sql, parameters);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The first value of the first row; null where there is none.</summary>
    public async Task<object?> ScalarAsync(
        string sql, ColumnKind kind, CancellationToken cancellation,
        params IEnumerable<(string Name, object? Value)> parameters)
    {
        await foreach (var row in ReadAsync(sql, [kind], cancellation, parameters))
        {
            return row[0];
        }

        return null;
    }

    /// <summary>The rows of a query. The array is the same one for every row.</summary>
    public async IAsyncEnumerable<object?[]> ReadAsync(
        string sql,
        IReadOnlyList<ColumnKind> kinds,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation,
        params IEnumerable<(string Name, object? Value)> parameters)
    {
        await using var command = Command(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var row = new object?[kinds.Count];
        while (await reader.ReadAsync(cancellation))
        {
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = reader.IsDBNull(i) ? null : Value(reader, i, kinds[i]);
            }

            yield return row;
        }
    }

    /// <summary>Inserts rows in bulk; each is used before the next is asked for.</summary>
    /// <returns>How many.</returns>
    public abstract Task<long> InsertAsync(
        StoreTable table, IAsyncEnumerable<object?[]> rows, CancellationToken cancellation);

    /// <summary>Tells the world of a revision, when the transaction is committed.</summary>
    public abstract Task AnnounceAsync(long revision, CancellationToken cancellation);

    /// <summary>Makes it last.</summary>
    public virtual Task CommitAsync(CancellationToken cancellation) => Transaction.CommitAsync(cancellation);

    /// <summary>Rolls back what was not committed.</summary>
    public virtual async ValueTask DisposeAsync()
    {
        await Transaction.DisposeAsync();
        await Connection.DisposeAsync();
    }

    /// <summary>A parameter's value in the form that the provider takes.</summary>
    protected abstract object ToParameter(object? value);

    /// <summary>A value that is not null, in the form of its kind.</summary>
    protected abstract object Value(DbDataReader reader, int ordinal, ColumnKind kind);

    private DbCommand Command(string sql, IEnumerable<(string Name, object? Value)> parameters)
    {
        var command = Connection.CreateCommand();
        command.Transaction = Transaction;
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = ToParameter(value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
