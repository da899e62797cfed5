using GridMap.Data.Stores;

namespace GridMap.Data.GeoPackage;

/// <summary>
/// Keeps a second server off a file: a lock of the operating system on a file beside it, which ends with the process
/// however it ends. The file stays; removing it could take the lock of another server away.
/// </summary>
internal sealed class ServerLock : IDisposable
{
    private readonly FileStream held;

    private ServerLock(FileStream held) => this.held = held;

    /// <summary>Takes the lock of a store's file.</summary>
    /// <exception cref="StoreException">Another process holds it.</exception>
    public static ServerLock Take(string storeFile)
    {
        var path = storeFile + "-server";
        try
        {
            return new ServerLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException e)
        {
            throw new StoreException($"Cannot write '{path}': give the server the right to write in that folder.", e);
        }
        catch (IOException e)
        {
            throw new StoreException(
                $"Another server has '{storeFile}' open: stop it, or name another store in {MapStores.Variable}.", e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => held.Dispose();
}
