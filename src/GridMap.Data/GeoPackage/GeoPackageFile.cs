using GridMap.Data.Stores;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace GridMap.Data.GeoPackage;

/// <summary>What can be wrong with a store's file, in words for its user.</summary>
internal static class GeoPackageFile
{
    /// <summary>Refuses a path that cannot hold a store, before SQLite gives it a less clear name.</summary>
    /// <exception cref="StoreException">Its folder is missing, or it or its folder cannot be written.</exception>
    public static void RefuseUnusable(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        if (!Directory.Exists(folder))
        {
            throw new StoreException($"The folder '{folder}' does not exist: create it, or name another store.");
        }

        if (Directory.Exists(file))
        {
            throw new StoreException($"'{file}' is a folder: name a file that ends in .gpkg.");
        }

        RefuseReadOnly(folder, "folder");
        if (File.Exists(file))
        {
            RefuseReadOnly(file, "file");
        }
    }

    /// <summary>The error for a file that some other program made.</summary>
    public static StoreException OfAnotherSchema(string file) => new(
        $"'{file}' is a GeoPackage or SQLite file of another program, not a GridMap store: name another file for the "
        + "store, and bring the data in with 'gridmap import'.");

    /// <summary>Writes a whole, compact copy of a database, what is only in its WAL included, while others use it.</summary>
    /// <exception cref="StoreException">The source is missing or no database, or the copy cannot be written.</exception>
    public static async Task CopyAsync(string source, string target, CancellationToken cancellation)
    {
        if (!File.Exists(source))
        {
            throw new StoreException($"There is no file '{source}'.");
        }

        var reading = new SqliteConnectionStringBuilder
        {
            DataSource = source,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
        };
        try
        {
            await using var connection = new SqliteConnection(reading.ToString());
            await connection.OpenAsync(cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = GeoPackageStore.Statements["copy_into"];
            command.Parameters.AddWithValue("@file", target);
            await using var ending = cancellation.Register(() => raw.sqlite3_interrupt(connection.Handle!));
            await command.ExecuteNonQueryAsync(cancellation);
        }
        catch (SqliteException e)
        {
            cancellation.ThrowIfCancellationRequested();
            throw Explain(e.SqliteErrorCode == raw.SQLITE_NOTADB ? source : target, e);
        }
    }

    /// <summary>What an exception of SQLite or of the file system means.</summary>
    public static StoreException Explain(string file, Exception exception) =>
        new(Message(file, exception), exception);

    private static string Message(string file, Exception exception) => exception is SqliteException sqlite
        ? sqlite.SqliteErrorCode switch
        {
            raw.SQLITE_NOTADB => $"'{file}' is not a GeoPackage: name a GridMap store, or a new file.",
            raw.SQLITE_CORRUPT => $"'{file}' is damaged: restore it from a backup ('gridmap restore').",
            raw.SQLITE_FULL => $"The disk of '{file}' is full; nothing was recorded. Free some space and repeat it.",
            raw.SQLITE_READONLY => $"'{file}' is read-only: make it and its folder writable.",
            raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_AUTH =>
                $"'{file}' cannot be opened: make it and its folder readable and writable.",
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED =>
                $"Another program is writing '{file}' and did not finish in time: wait for it, or stop it.",
            raw.SQLITE_IOERR => $"The disk of '{file}' failed or is full ({sqlite.Message}): check it and repeat.",
            _ => $"'{file}': {sqlite.Message}",
        }
        : $"'{file}': {exception.Message}";

    private static void RefuseReadOnly(string path, string what)
    {
        if (IsReadOnly(path))
        {
            throw new StoreException(
                $"The {what} '{path}' is read-only: make it writable (chmod u+w), or name another store.");
        }
    }

    // The attribute asks who the caller is, and calls a folder of somebody else read-only even for root, who may write.
    private static bool IsReadOnly(string path) => OperatingSystem.IsWindows()
        ? File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly)
        : (File.GetUnixFileMode(path) & (UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) == 0;
}
