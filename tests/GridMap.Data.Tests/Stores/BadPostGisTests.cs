using GridMap.Data.Stores;
using GridMap.Tests.Shared;
using Npgsql;
using static GridMap.Tests.Shared.Stores.Samples;

namespace GridMap.Data.Tests.Stores;

/// <summary>What a user is told when a database cannot be the store: one line, with the cure and no password.</summary>
public sealed class BadPostGisTests : IAsyncLifetime
{
    private string database = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => database = await PostGisCluster.CreateDatabaseAsync(Cancellation);

    public async ValueTask DisposeAsync()
    {
        if (database.Length > 0)
        {
            await PostGisCluster.DropDatabaseAsync(database, CancellationToken.None);
        }
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_named()
    {
        var error = await ErrorAsync(static c =>
        {
            c.Host = "127.0.0.1";
            c.Port = 1;
            c.Password = "secret";
        });
        Assert.StartsWith("The database 127.0.0.1:1/gridmap_", error);
        Assert.Contains("does not answer (Connection refused): start PostgreSQL, or correct host and port", error);
    }

    [Fact]
    public async Task A_database_that_is_missing_is_named()
    {
        var error = await ErrorAsync(static c => c.Database = "nowhere");
        Assert.EndsWith("/nowhere does not exist: create it (createdb), or correct its name in GRIDMAP_STORE.", error);
    }

    [Fact]
    public async Task A_user_that_is_unknown_is_named()
    {
        var error = await ErrorAsync(static c => (c.Username, c.Password) = ("nobody", "secret"));
        Assert.EndsWith("(role \"nobody\" does not exist): correct user and password in GRIDMAP_STORE.", error);
    }

    [Fact]
    public async Task A_wrong_password_is_refused_and_not_repeated()
    {
        const string Role = "gridmap_with_password";
        await PostGisCluster.ExecuteAsync(
            database, $"drop role if exists {Role}; create role {Role} login password 'right'", Cancellation);
        var error = await ErrorAsync(static c => (c.Username, c.Password) = (Role, "secret"));
        await PostGisCluster.ExecuteAsync(database, $"drop role {Role}", Cancellation);
        Assert.EndsWith(
            $"(password authentication failed for user \"{Role}\"): correct user and password in GRIDMAP_STORE.", error);
    }

    [Fact]
    public async Task A_user_who_cannot_add_PostGIS_is_told_who_can()
    {
        var name = new NpgsqlConnectionStringBuilder(database).Database;
        var role = $"plain_{name}";
        await PostGisCluster.ExecuteAsync(
            database, $"create role {role} login; grant create on database {name} to {role}", Cancellation);
        var error = await ErrorAsync(c => c.Username = role);
        await PostGisCluster.ExecuteAsync(database, $"drop owned by {role}; drop role {role}", Cancellation);
        Assert.Contains("has no PostGIS (permission denied to create extension \"postgis\")", error);
        Assert.EndsWith("run 'CREATE EXTENSION postgis' there as a superuser.", error);
    }

    [Fact]
    public async Task A_store_of_a_newer_program_is_refused()
    {
        await (await OpenAsync(database)).DisposeAsync();
        await PostGisCluster.ExecuteAsync(
            database, "insert into gridmap.gridmap_migration values (9999, '9999_future', 'x')", Cancellation);
        Assert.Contains("is newer than this program (it has migration 9999, 9999_future)", await ErrorAsync(_ => { }));
    }

    [Fact]
    public async Task A_lost_connection_is_said_and_the_next_question_is_answered()
    {
        await using var store = await OpenAsync(database);
        var waiting = store.WaitForRevisionAfterAsync(0, Cancellation);
        await store.LoadAsync(Day, cancellation: Cancellation);
        await Task.Delay(300, Cancellation);
        await PostGisCluster.ExecuteAsync(
            PostGisCluster.Superuser(),
            "select pg_terminate_backend(pid) from pg_stat_activity "
            + $"where datname = '{new NpgsqlConnectionStringBuilder(database).Database}'",
            Cancellation);

        var lost = await Assert.ThrowsAsync<StoreException>(() => waiting);
        Assert.Contains("repeat it when it is there", lost.Message);
        await Assert.ThrowsAsync<StoreException>(() => store.GetLastRevisionAsync(Cancellation));
        Assert.Equal(0, await store.GetLastRevisionAsync(Cancellation));
    }

    [Fact]
    public async Task A_NUL_in_a_text_is_said_and_nothing_is_recorded()
    {
        await using var store = await OpenAsync(database);
        var error = await Assert.ThrowsAsync<StoreException>(() => store.PublishAsync(
            Changes(0, 10) with { Persons = new([Person(1, "a\0b")], []) }, Cancellation));
        Assert.Contains("(NUL): remove it. Nothing was recorded.", error.Message);
        Assert.Equal(0, await store.GetLastRevisionAsync(Cancellation));
    }

    [Fact]
    public async Task A_URL_names_the_same_store()
    {
        var c = new NpgsqlConnectionStringBuilder(database);
        await using var store = await OpenAsync($"postgresql://{c.Username}@/{c.Database}?host={c.Host}&port={c.Port}");
        Assert.Equal($"{c.Host}:{c.Port}/{c.Database}", store.Description);
    }

    private static Task<IMapStore> OpenAsync(string setting) =>
        MapStores.OpenAsync(setting, StoreAccess.Server, TimeProvider.System, Cancellation);

    private async Task<string> ErrorAsync(Action<NpgsqlConnectionStringBuilder> change)
    {
        var builder = new NpgsqlConnectionStringBuilder(database);
        change(builder);
        var error = await Assert.ThrowsAsync<StoreException>(() => OpenAsync(builder.ToString()));
        Assert.DoesNotContain('\n', error.Message);
        Assert.DoesNotContain("secret", error.Message);
        return error.Message;
    }
}
