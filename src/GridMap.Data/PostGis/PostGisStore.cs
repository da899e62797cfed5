using System.Data;
using GridMap.Data.GeoPackage;
using GridMap.Data.Migrations;
using GridMap.Data.Stores;
using GridMap.Data.Stores.Sql;
using NetTopologySuite.Geometries;
using Npgsql;

namespace GridMap.Data.PostGis;

/// <summary>The store in a PostGIS database, in the schema <c>gridmap</c>.</summary>
internal sealed class PostGisStore : SqlMapStore
{
    public static readonly SqlFile Statements = SqlFile.Embedded("PostGis.postgis.sql");

    // Only in case that an announcement is lost, as behind a transaction pooler.
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(5);

    private readonly TimeProvider time;
    private readonly NpgsqlDataSource source;
    private readonly string listening;

    private PostGisStore(NpgsqlConnectionStringBuilder connection, TimeProvider time)
        : base(time)
    {
        this.time = time;
        Description = Describe(connection);
        listening = new NpgsqlConnectionStringBuilder(connection.ToString())
        {
            Pooling = false,
            KeepAlive = 30,
        }.ToString();
        var builder = new NpgsqlDataSourceBuilder(connection.ToString());
        builder.UseNetTopologySuite(handleOrdinates: Ordinates.XY);
        source = builder.Build();
    }

    /// <inheritdoc/>
    public override string Description { get; }

    /// <summary>Opens the store in a database; an empty database is set up.</summary>
    /// <exception cref="StoreException">It cannot be reached or is not a store of this program.</exception>
    public static async Task<PostGisStore> OpenAsync(
        string connectionString, TimeProvider time, CancellationToken cancellation)
    {
        var connection = ReadConnectionString(connectionString);
        var isNew = await PrepareDatabaseAsync(connection, cancellation);
        var store = new PostGisStore(connection, time);
        try
        {
            await Migrator.PostGis.ApplyAsync(store, isNew, cancellation);
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
        try
        {
            await using var connection = new NpgsqlConnection(listening);
            await connection.OpenAsync(cancellation);
            await using var listen = new NpgsqlCommand(Statements["listen"], connection);
            await listen.ExecuteNonQueryAsync(cancellation);

            // Listening first, then looking: what is announced in between is not missed.
            while (await GetLastRevisionAsync(cancellation) <= revision)
            {
                await connection.WaitAsync(PollInterval, cancellation);
            }
        }
        catch (Exception e) when (IsOutside(e))
        {
            throw Explain(e);
        }
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => source.DisposeAsync();

    /// <inheritdoc/>
    internal override Task<StoreSession> BeginReadAsync(CancellationToken cancellation) =>
        BeginAsync(IsolationLevel.RepeatableRead, cancellation);

    /// <inheritdoc/>
    internal override async Task<StoreSession> BeginWriteAsync(CancellationToken cancellation)
    {
        var session = await BeginAsync(IsolationLevel.ReadCommitted, cancellation);
        try
        {
            await session.ExecuteAsync(Statements["lock_writing"], cancellation);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    internal override Task<StoreSession> BeginSideWriteAsync(CancellationToken cancellation) =>
        BeginAsync(IsolationLevel.ReadCommitted, cancellation);

    /// <inheritdoc/>
    protected override async Task WriteBackupAsync(string file, CancellationToken cancellation)
    {
        await using var backup = await GeoPackageStore.OpenAsync(file, StoreAccess.Client, time, cancellation);
        await ReadingAsync(session => CopyAsync(session, backup, cancellation), cancellation);
    }

    /// <inheritdoc/>
    protected override StoreException Explain(Exception exception) => PostGisErrors.Explain(Description, exception);

    private static Task<bool> CopyAsync(
        StoreSession session, GeoPackageStore backup, CancellationToken cancellation) => backup.WritingAsync(
        async writing =>
        {
            await StoreCopy.CopyAsync(session, writing, cancellation);
            return true;
        },
        cancellation);

    private async Task<StoreSession> BeginAsync(IsolationLevel isolation, CancellationToken cancellation)
    {
        var connection = await source.OpenConnectionAsync(cancellation);
        try
        {
            return new PostGisSession(connection, await connection.BeginTransactionAsync(isolation, cancellation));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static NpgsqlConnectionStringBuilder ReadConnectionString(string text)
    {
        try
        {
            var builder = new NpgsqlConnectionStringBuilder(text);
            builder.SearchPath ??= "gridmap,public";
            builder.ApplicationName ??= "gridmap";

            // A bulk load may take longer than the 30 seconds that suit small questions.
            builder.CommandTimeout = builder.ContainsKey("Command Timeout") ? builder.CommandTimeout : 0;
            return builder.Host is null
                ? throw new StoreException($"The connection string in {MapStores.Variable} names no Host.")
                : builder;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new StoreException(
                $"The connection string in {MapStores.Variable} cannot be read: write "
                + "Host=localhost;Port=5432;Database=gridmap;Username=gridmap;Password=…");
        }
    }

    /// <summary>Makes the schema and PostGIS where they are missing, before types are read from the database.</summary>
    private static async Task<bool> PrepareDatabaseAsync(
        NpgsqlConnectionStringBuilder connection, CancellationToken cancellation)
    {
        var plain = new NpgsqlConnectionStringBuilder(connection.ToString()) { Pooling = false };
        try
        {
            await using var direct = new NpgsqlConnection(plain.ToString());
            await direct.OpenAsync(cancellation);
            if (await CountAsync(direct, "has_ledger", cancellation) > 0)
            {
                return false;
            }

            await using var transaction = await direct.BeginTransactionAsync(cancellation);
            await RunAsync(direct, "lock_setup", cancellation);
            await CreateMissingAsync(direct, "has_schema", "create_schema", cancellation);
            await CreatePostGisAsync(direct, Describe(connection), cancellation);
            await transaction.CommitAsync(cancellation);
            return true;
        }
        catch (Exception e) when (IsOutside(e))
        {
            throw PostGisErrors.Explain(Describe(connection), e);
        }
    }

    private static async Task CreatePostGisAsync(
        NpgsqlConnection direct, string database, CancellationToken cancellation)
    {
        try
        {
            await CreateMissingAsync(direct, "has_postgis", "create_postgis", cancellation);
        }
        catch (PostgresException e)
        {
            throw PostGisErrors.NoPostGis(database, e);
        }
    }

    private static async Task CreateMissingAsync(
        NpgsqlConnection direct, string has, string create, CancellationToken cancellation)
    {
        if (await CountAsync(direct, has, cancellation) == 0)
        {
            await RunAsync(direct, create, cancellation);
        }
    }

    private static async Task<long> CountAsync(NpgsqlConnection direct, string name, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Statements[name], direct);
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private static async Task RunAsync(NpgsqlConnection direct, string name, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Statements[name], direct);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static string Describe(NpgsqlConnectionStringBuilder connection) =>
        $"{connection.Host}:{connection.Port}/{connection.Database ?? connection.Username}";
}
