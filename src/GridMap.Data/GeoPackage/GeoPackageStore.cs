using GridMap.Data.Migrations;
using GridMap.Data.Stores;
using GridMap.Data.Stores.Sql;
using Microsoft.Data.Sqlite;

namespace GridMap.Data.GeoPackage;

/// <summary>The embedded store: one GeoPackage file in WAL mode.</summary>
internal sealed class GeoPackageStore : SqlMapStore
{
    public static readonly SqlFile Statements = SqlFile.Embedded("GeoPackage.geopackage.sql");

    // Other processes cannot signal, so the number is asked for: one step down a B-tree in the page cache.
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(250);

    private readonly string file;
    private readonly string connectionString;
    private readonly ServerLock? serverLock;
    private readonly RevisionSignal signal = new();

    private GeoPackageStore(string file, ServerLock? serverLock, TimeProvider time)
        : base(time)
    {
        this.file = file;
        this.serverLock = serverLock;
        connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadWriteCreate,
            DefaultTimeout = 30,
        }.ToString();
    }

    /// <inheritdoc/>
    public override string Description => file;

    /// <summary>Opens the store in a file; creates it, unless it is only to be read.</summary>
    /// <exception cref="StoreException">The file is not a store of this program, or cannot be used.</exception>
    public static async Task<GeoPackageStore> OpenAsync(
        string file, StoreAccess access, TimeProvider time, CancellationToken cancellation)
    {
        GeoPackageFile.RefuseUnusable(file);
        if (access == StoreAccess.Reader && !File.Exists(file))
        {
            throw new StoreException(
                $"There is no store '{file}': name another one, or make it by importing something into it.");
        }

        var serverLock = access == StoreAccess.Server ? ServerLock.Take(file) : null;
        var store = new GeoPackageStore(file, serverLock, time);
        try
        {
            await store.PrepareAsync(cancellation);
            return store;
        }
        catch (Exception e)
        {
            await store.DisposeAsync();
            if (IsOutside(e))
            {
                throw store.Explain(e);
            }

            throw;
        }
    }

    /// <inheritdoc/>
    public override async Task WaitForRevisionAfterAsync(long revision, CancellationToken cancellation)
    {
        while (await GetLastRevisionAsync(cancellation) <= revision)
        {
            await signal.WaitAsync(revision, PollInterval, cancellation);
        }
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        // The last connection to go folds the WAL into the file and removes it.
        using (var connection = new SqliteConnection(connectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        serverLock?.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    internal override Task<StoreSession> BeginReadAsync(CancellationToken cancellation) =>
        BeginAsync(deferred: true, cancellation);

    /// <inheritdoc/>
    internal override Task<StoreSession> BeginWriteAsync(CancellationToken cancellation) =>
        BeginAsync(deferred: false, cancellation);

    /// <inheritdoc/>
    internal override Task<StoreSession> BeginSideWriteAsync(CancellationToken cancellation) =>
        BeginWriteAsync(cancellation);

    /// <inheritdoc/>
    protected override Task WriteBackupAsync(string target, CancellationToken cancellation) =>
        GeoPackageFile.CopyAsync(file, target, cancellation);

    /// <inheritdoc/>
    protected override StoreException Explain(Exception exception) => GeoPackageFile.Explain(file, exception);

    private async Task<StoreSession> BeginAsync(bool deferred, CancellationToken cancellation)
    {
        var connection = await ConnectAsync(cancellation);
        try
        {
            return new GeoPackageSession(connection, connection.BeginTransaction(deferred), signal.Set);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private async Task<SqliteConnection> ConnectAsync(CancellationToken cancellation)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            await ExecuteAsync(connection, "prepare_connection", cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private async Task PrepareAsync(CancellationToken cancellation)
    {
        var isNew = await IsNewAsync(cancellation);
        await using (var connection = await ConnectAsync(cancellation))
        {
            await ExecuteAsync(connection, "prepare_file", cancellation);
        }

        await Migrator.GeoPackage.ApplyAsync(this, isNew, cancellation);
    }

    private async Task<bool> IsNewAsync(CancellationToken cancellation)
    {
        await using var session = await BeginReadAsync(cancellation);
        if (await CountAsync("has_ledger") > 0)
        {
            return false;
        }

        return await CountAsync("count_tables") == 0 ? true : throw GeoPackageFile.OfAnotherSchema(file);

        async Task<long> CountAsync(string statement) => (long)(await session.ScalarAsync(
            Statements[statement], Stores.Tables.ColumnKind.Integer, cancellation))!;
    }

    private static async Task ExecuteAsync(
        SqliteConnection connection, string statement, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Statements[statement];
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
