using System.Diagnostics;
using System.Runtime.Versioning;
using GridMap.Data.Stores;
using Microsoft.Data.Sqlite;
using static GridMap.Tests.Shared.Stores.Samples;

namespace GridMap.Data.Tests.Stores;

/// <summary>What a user is told when a file cannot be the store: one line, with the cure.</summary>
[SupportedOSPlatform("linux")]
public sealed class BadGeoPackageTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gridmap-bad-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string FilePath => Path.Combine(folder.FullName, "map.gpkg");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_file_that_is_no_GeoPackage_is_refused_and_kept()
    {
        var text = string.Concat(Enumerable.Repeat("not a database. ", 300));
        await File.WriteAllTextAsync(FilePath, text, Cancellation);
        Assert.Equal($"'{FilePath}' is not a GeoPackage: name a GridMap store, or a new file.", await ErrorAsync());
        Assert.Equal(text, await File.ReadAllTextAsync(FilePath, Cancellation));
    }

    [Fact]
    public async Task A_GeoPackage_of_another_program_is_refused_and_kept()
    {
        Execute("create table gpkg_contents (table_name text); create table parks (fid integer primary key)");
        var before = await File.ReadAllBytesAsync(FilePath, Cancellation);
        Assert.Equal(
            $"'{FilePath}' is a GeoPackage or SQLite file of another program, not a GridMap store: name another file "
            + "for the store, and bring the data in with 'gridmap import'.",
            await ErrorAsync());
        Assert.Equal(before, await File.ReadAllBytesAsync(FilePath, Cancellation));
    }

    [Fact]
    public async Task A_store_of_a_newer_program_is_refused()
    {
        await CreateAsync();
        Execute("insert into gridmap_migration (number, name, checksum) values (9999, '9999_future', 'x')");
        Assert.Equal(
            $"'{FilePath}' is newer than this program (it has migration 9999, 9999_future): update GridMap, or name "
            + "another store.",
            await ErrorAsync());
    }

    [Fact]
    public async Task A_store_whose_migration_was_another_one_is_refused()
    {
        await CreateAsync();
        Execute("update gridmap_migration set checksum = 'edited'");
        Assert.StartsWith(
            $"'{FilePath}' was made with another migration 1 (0001_initial) than this program has", await ErrorAsync());
    }

    [Fact]
    public async Task A_read_only_file_is_refused()
    {
        await CreateAsync();
        File.SetUnixFileMode(FilePath, UnixFileMode.UserRead);
        Assert.Equal(
            $"The file '{FilePath}' is read-only: make it writable (chmod u+w), or name another store.",
            await ErrorAsync());
    }

    [Fact]
    public async Task A_read_only_folder_is_refused()
    {
        File.SetUnixFileMode(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var error = await ErrorAsync();
        File.SetUnixFileMode(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.StartsWith($"The folder '{folder.FullName}' is read-only", error);
    }

    [Fact]
    public async Task A_folder_that_is_missing_is_named()
    {
        var missing = Path.Combine(folder.FullName, "nowhere");
        Assert.Equal(
            $"The folder '{missing}' does not exist: create it, or name another store.",
            await ErrorAsync(Path.Combine(missing, "map.gpkg")));
    }

    [Fact]
    public async Task A_second_server_is_refused_until_the_first_one_ends_and_clients_are_not()
    {
        await using (await OpenAsync(StoreAccess.Server))
        {
            Assert.Equal(
                $"Another server has '{FilePath}' open: stop it, or name another store in GRIDMAP_STORE.",
                await ErrorAsync(access: StoreAccess.Server));
            await using var client = await OpenAsync(StoreAccess.Client);
        }

        await using var next = await OpenAsync(StoreAccess.Server);
    }

    [Fact]
    public async Task A_full_disk_is_said_and_nothing_of_the_change_is_recorded()
    {
        using var disk = SmallDisk.Mount(megabytes: 3);
        var path = Path.Combine(disk.Path, "map.gpkg");
        await using var store = await MapStores.OpenAsync(path, StoreAccess.Server, TimeProvider.System, Cancellation);
        await store.PublishAsync(Changes(0, 10) with { Persons = new([Person(1, "a")], []) }, Cancellation);

        var many = Enumerable.Range(10, 60_000).Select(i => Person(i, "王芳")).ToArray();
        var error = await Assert.ThrowsAsync<StoreException>(
            () => store.PublishAsync(Changes(1, 100_000) with { Persons = new(many, []) }, Cancellation));
        Assert.Equal($"The disk of '{path}' is full; nothing was recorded. Free some space and repeat it.", error.Message);
        Assert.Equal("1", (await store.LoadAsync(Day, cancellation: Cancellation)).Persons.Single().Id.ToString());
        await store.PublishAsync(Changes(1, 10) with { Persons = new([Person(2, "b")], []) }, Cancellation);
    }

    [Fact]
    public async Task A_backup_that_fills_a_disk_leaves_no_file()
    {
        using var disk = SmallDisk.Mount(megabytes: 1);
        await using var store = await OpenAsync(StoreAccess.Client);
        var many = Enumerable.Range(1, 20_000).Select(i => Person(i, "王芳")).ToArray();
        await store.PublishAsync(Changes(0, 100_000) with { Persons = new(many, []) }, Cancellation);

        var backup = Path.Combine(disk.Path, "backup.gpkg");
        var error = await Assert.ThrowsAsync<StoreException>(() => store.BackupAsync(backup, Cancellation));
        Assert.StartsWith($"The disk of '{backup}", error.Message);
        Assert.Empty(Directory.GetFiles(disk.Path));
    }

    [Theory]
    [InlineData("", "'' names no store: give a file that ends in .gpkg, or a PostgreSQL connection string")]
    [InlineData("map.sqlite", "'map.sqlite' names no store")]
    [InlineData("mysql://u:secret@h/db", "A URL 'mysql://…' names no store")]
    [InlineData("Host=x;Colour=red;Password=secret", "The connection string in GRIDMAP_STORE cannot be read: write Host=")]
    [InlineData("Database=x;Password=secret", "The connection string in GRIDMAP_STORE names no Host")]
    [InlineData("postgresql://u:secret@h:port/db", "The PostgreSQL URL cannot be read: write postgresql://")]
    [InlineData("postgresql://u:secret@h/db?colour=red", "The PostgreSQL URL's parameter 'colour' is unknown")]
    public async Task A_setting_that_names_no_store_is_explained_without_its_password(string setting, string start)
    {
        var error = await ErrorAsync(setting);
        Assert.StartsWith(start, error);
        Assert.DoesNotContain("secret", error);
    }

    private Task<IMapStore> OpenAsync(StoreAccess access) => MapStores.OpenAsync(FilePath, access, TimeProvider.System);

    private async Task CreateAsync()
    {
        await using var store = await OpenAsync(StoreAccess.Server);
    }

    private async Task<string> ErrorAsync(string? setting = null, StoreAccess access = StoreAccess.Client)
    {
        var error = await Assert.ThrowsAsync<StoreException>(
            () => MapStores.OpenAsync(setting ?? FilePath, access, TimeProvider.System));
        Assert.DoesNotContain('\n', error.Message);
        return error.Message;
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={FilePath};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>A file system of a few megabytes; only root can make one.</summary>
    private sealed class SmallDisk : IDisposable
    {
        private SmallDisk(string path) => Path = path;

        public string Path { get; }

        public static SmallDisk Mount(int megabytes)
        {
            var path = Directory.CreateTempSubdirectory("gridmap-disk-").FullName;
            var mounted = Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "none", path);
            Assert.SkipUnless(mounted, "only root can mount a small disk");
            return new SmallDisk(path);
        }

        public void Dispose()
        {
            SqliteConnection.ClearAllPools();
            Run("umount", "-l", Path);
            Directory.Delete(Path, recursive: true);
        }

        private static bool Run(string program, params string[] arguments)
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
    }
}
