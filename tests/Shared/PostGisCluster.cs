using Npgsql;

namespace GridMap.Tests.Shared;

/// <summary>
/// The PostgreSQL cluster that tests may use: <c>tools/test</c> starts one and names it in
/// <c>GRIDMAP_TEST_POSTGRES</c>, a connection string of a superuser. Without it a test is skipped, in CI it fails.
/// </summary>
public static class PostGisCluster
{
    /// <summary>The environment variable with the connection string.</summary>
    public const string Variable = "GRIDMAP_TEST_POSTGRES";

    private static int created;

    /// <summary>The superuser's connection string; skips or fails the test where there is none.</summary>
    public static string Superuser()
    {
        var setting = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(setting))
        {
            const string Reason = $"no PostGIS: run tools/test, or set {Variable} to a superuser's connection string";
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", Reason);
            Assert.Fail(Reason);
        }

        return setting;
    }

    /// <summary>Creates an empty database and gives its connection string.</summary>
    public static async Task<string> CreateDatabaseAsync(CancellationToken cancellation)
    {
        var name = $"gridmap_{Environment.ProcessId}_{Interlocked.Increment(ref created)}";
        await ExecuteAsync(Superuser(), $"create database {name} template template0", cancellation);
        return new NpgsqlConnectionStringBuilder(Superuser()) { Database = name }.ToString();
    }

    /// <summary>Drops a database that <see cref="CreateDatabaseAsync"/> made, whoever is connected.</summary>
    public static async Task DropDatabaseAsync(string setting, CancellationToken cancellation)
    {
        var name = new NpgsqlConnectionStringBuilder(setting).Database;
        await ExecuteAsync(Superuser(), $"drop database if exists {name} with (force)", cancellation);
    }

    /// <summary>Runs a statement on a connection of its own.</summary>
    public static async Task ExecuteAsync(string setting, string sql, CancellationToken cancellation)
    {
        var plain = new NpgsqlConnectionStringBuilder(setting) { Pooling = false };
        await using var connection = new NpgsqlConnection(plain.ToString());
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
