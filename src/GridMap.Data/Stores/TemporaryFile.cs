namespace GridMap.Data.Stores;

/// <summary>
/// Files for what is too much for memory, in the system's folder for temporary files (<c>TMPDIR</c>). Nobody else can read
/// them, since they may hold addresses of residents, and they are gone when they are closed or the program is killed.
/// </summary>
public static class TemporaryFile
{
    /// <summary>A new file to write and read, without a buffer of its own.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    public static FileStream Create()
    {
        var path = Path.Combine(Path.GetTempPath(), $"gridmap-{Path.GetRandomFileName()}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, BufferSize = 0 };
        if (OperatingSystem.IsWindows())
        {
            options.Options = FileOptions.DeleteOnClose;
            return new FileStream(path, options);
        }

        // A file without a name lives until it is closed, however the program ends.
        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        File.Delete(path);
        return file;
    }
}
