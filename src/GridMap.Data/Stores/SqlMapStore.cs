using System.Data.Common;
using System.Runtime.CompilerServices;
using GridMap.Core;
using GridMap.Core.History;
using GridMap.Core.Resources;
using GridMap.Data.GeoPackage;
using GridMap.Data.Stores.Tables;

namespace GridMap.Data.Stores;

/// <summary>What the two stores have in common: everything but connections, bulk writing and announcing.</summary>
internal abstract class SqlMapStore(TimeProvider time) : IMapStore
{
    /// <inheritdoc/>
    public abstract string Description { get; }

    /// <inheritdoc/>
    public Task<long> GetLastRevisionAsync(CancellationToken cancellation = default) =>
        ReadingAsync(session => Loader.GetLastRevisionAsync(session, cancellation), cancellation);

    /// <inheritdoc/>
    public async Task<MapSnapshot> LoadAsync(
        DateOnly date, long? asOf = null, CancellationToken cancellation = default)
    {
        var state = await ReadingAsync(s => Loader.GetStateAsync(s, date, asOf, cancellation), cancellation);

        // Addresses are most of a city's rows, so they come beside all else, in a transaction of their own. The two agree
        // whatever is written meanwhile: what a state held is never altered.
        var addresses = Task.Run(() => ReadingAsync(
            s => Loader.LoadAsync(s, StoreTables.Addresses, state, cancellation), cancellation), cancellation);
        var others = Task.Run(() => ReadingAsync(
            s => Loader.LoadAsync(s, state, cancellation), cancellation), cancellation);
        await Task.WhenAll(addresses, others);
        return await others with { Addresses = await addresses };
    }

    /// <inheritdoc/>
    public Task<StateChange> LoadChangesAsync(
        MapState from, DateOnly date, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(date, from.Date);
        return ReadingAsync(session => ChangeLoader.LoadAsync(session, from, date, cancellation), cancellation);
    }

    /// <inheritdoc/>
    public Task<Revision> PublishAsync(ChangeSet changes, CancellationToken cancellation = default)
    {
        Publisher.Validate(changes);
        return WritingAsync(session => Publisher.PublishAsync(session, changes, Now(), cancellation), cancellation);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Revision> ListRevisionsAsync(
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        // A list, not a stream: a caller that stops half-way must not keep a transaction open.
        var revisions = await ReadingAsync(session => Loader.ListRevisionsAsync(session, cancellation), cancellation);
        foreach (var revision in revisions)
        {
            yield return revision;
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<GridEvent>> ListGridEventsAsync(
        long revision, CancellationToken cancellation = default) =>
        ReadingAsync(session => Loader.ListGridEventsAsync(session, revision, cancellation), cancellation);

    /// <inheritdoc/>
    public async Task<Occupancy> PutOccupancyAsync(Occupancy count, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count.Occupied);
        return await InTransactionAsync(
            BeginSideWriteAsync,
            session => OccupancyRows.PutAsync(session, count, Now(), cancellation),
            commits: true,
            cancellation);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Occupancy>> ListOccupancyAsync(
        DateTimeOffset? receivedSince = null, CancellationToken cancellation = default) =>
        await ReadingAsync(
            session => OccupancyRows.ListAsync(session, receivedSince ?? DateTimeOffset.UnixEpoch, cancellation), cancellation);

    /// <inheritdoc/>
    public abstract Task WaitForRevisionAfterAsync(long revision, CancellationToken cancellation);

    /// <inheritdoc/>
    public Task BackupAsync(string file, CancellationToken cancellation = default) =>
        BackupFile.WriteAsync(file, partial => WriteBackupAsync(partial, cancellation));

    /// <inheritdoc/>
    public async Task RestoreAsync(string file, CancellationToken cancellation = default)
    {
        var folder = Directory.CreateTempSubdirectory("gridmap-restore-");
        try
        {
            // A copy, because an old backup is brought up to this program's schema first, and stays as it is.
            var copy = Path.Combine(folder.FullName, "backup.gpkg");
            await GeoPackageFile.CopyAsync(file, copy, cancellation);
            await using var backup = await GeoPackageStore.OpenAsync(copy, StoreAccess.Client, time, cancellation);
            await WritingAsync(session => FillAsync(session, backup, cancellation), cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    /// <summary>A session that sees one state of the store, whatever others write.</summary>
    internal abstract Task<StoreSession> BeginReadAsync(CancellationToken cancellation);

    /// <summary>A session that alone may write until it ends.</summary>
    internal abstract Task<StoreSession> BeginWriteAsync(CancellationToken cancellation);

    /// <summary>A session that may write beside one of <see cref="BeginWriteAsync"/>, where the store can do both.</summary>
    internal abstract Task<StoreSession> BeginSideWriteAsync(CancellationToken cancellation);

    /// <summary>Writes the whole store into a new GeoPackage.</summary>
    protected abstract Task WriteBackupAsync(string file, CancellationToken cancellation);

    /// <summary>What an exception of the provider means to a user.</summary>
    protected abstract StoreException Explain(Exception exception);

    /// <summary>Reads in one transaction.</summary>
    protected Task<T> ReadingAsync<T>(Func<StoreSession, Task<T>> work, CancellationToken cancellation) =>
        InTransactionAsync(BeginReadAsync, work, commits: false, cancellation);

    /// <summary>Writes in one transaction.</summary>
    internal Task<T> WritingAsync<T>(Func<StoreSession, Task<T>> work, CancellationToken cancellation) =>
        InTransactionAsync(BeginWriteAsync, work, commits: true, cancellation);

    /// <summary>Whether the world outside went wrong, and not the program or the caller.</summary>
    protected static bool IsOutside(Exception e) =>
        e is DbException or IOException or UnauthorizedAccessException or TimeoutException;

    private async Task<T> InTransactionAsync<T>(
        Func<CancellationToken, Task<StoreSession>> beginAsync,
        Func<StoreSession, Task<T>> work,
        bool commits,
        CancellationToken cancellation)
    {
        try
        {
            await using var session = await beginAsync(cancellation);
            var result = await work(session);
            if (commits)
            {
                await session.CommitAsync(cancellation);
            }

            return result;
        }
        catch (Exception e) when (IsOutside(e))
        {
            throw Explain(e);
        }
    }

    private async Task<long> FillAsync(StoreSession session, SqlMapStore backup, CancellationToken cancellation)
    {
        await StoreCopy.RefuseFilledAsync(session, Description, cancellation);
        await using var reading = await backup.BeginReadAsync(cancellation);
        await StoreCopy.CopyAsync(reading, session, cancellation);
        var last = await Loader.GetLastRevisionAsync(session, cancellation);
        await session.AnnounceAsync(last, cancellation);
        return last;
    }

    private DateTimeOffset Now() => StoredTime.Of(time.GetUtcNow());
}
