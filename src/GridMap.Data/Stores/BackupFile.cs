namespace GridMap.Data.Stores;

/// <summary>A backup under way: it gets its name when it is whole, and leaves nothing when it is not.</summary>
internal static class BackupFile
{
    /// <summary>Writes a file that does not exist yet.</summary>
    /// <param name="file">Its path; a relative one counts from the caller's folder.</param>
    /// <param name="writeAsync">Writes the whole of it to the path that it is given, in the same folder.</param>
    /// <exception cref="StoreException">The file exists, or its folder does not.</exception>
    public static async Task WriteAsync(string file, Func<string, Task> writeAsync)
    {
        var target = Path.GetFullPath(file);
        if (File.Exists(target))
        {
            throw new StoreException($"'{target}' exists already: name a new file for the backup.");
        }

        if (!Directory.Exists(Path.GetDirectoryName(target)))
        {
            throw new StoreException($"The folder of '{target}' does not exist: create it, or name another file.");
        }

        var partial = target + ".partial";
        Remove(partial);
        try
        {
            await writeAsync(partial);
            File.Move(partial, target);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new StoreException($"'{target}' cannot be written: make its folder writable, or name another file.", e);
        }
        finally
        {
            Remove(partial);
        }
    }

    /// <summary>Removes a store's file and what SQLite keeps beside it.</summary>
    public static void Remove(string file)
    {
        foreach (var ending in (string[])["", "-wal", "-shm", "-journal"])
        {
            File.Delete(file + ending);
        }
    }
}
