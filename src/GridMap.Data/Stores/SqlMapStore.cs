using System.Data.Common;
using System.Runtime.CompilerServices;
using GridMap.Core;
using GridMap.Core.History;

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
    public Task<MapSnapshot> LoadAsync(
        DateOnly date, long? asOf = null, CancellationToken cancellation = default) =>
        ReadingAsync(session => Loader.LoadAsync(session, date, asOf, cancellation), cancellation);

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
    public abstract Task WaitForRevisionAfterAsync(long revision, CancellationToken cancellation);

    /// <inheritdoc/>
    public abstract Task BackupAsync(string file, CancellationToken cancellation = default);

    /// <inheritdoc/>
    public abstract Task RestoreAsync(string file, CancellationToken cancellation = default);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    /// <summary>A session that sees one state of the store, whatever others write.</summary>
    internal abstract Task<StoreSession> BeginReadAsync(CancellationToken cancellation);

    /// <summary>A session that alone may write until it ends.</summary>
    internal abstract Task<StoreSession> BeginWriteAsync(CancellationToken cancellation);

    /// <summary>What an exception of the provider means to a user.</summary>
    protected abstract StoreException Explain(Exception exception);

    /// <summary>Reads in one transaction.</summary>
    protected async Task<T> ReadingAsync<T>(Func<StoreSession, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            await using var session = await BeginReadAsync(cancellation);
            return await work(session);
        }
        catch (Exception e) when (IsOutside(e))
        {
            throw Explain(e);
        }
    }

    /// <summary>Writes in one transaction.</summary>
    protected async Task<T> WritingAsync<T>(Func<StoreSession, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            await using var session = await BeginWriteAsync(cancellation);
            var result = await work(session);
            await session.CommitAsync(cancellation);
            return result;
        }
        catch (Exception e) when (IsOutside(e))
        {
            throw Explain(e);
        }
    }

    /// <summary>Whether the world outside went wrong, and not the program or the caller.</summary>
    protected static bool IsOutside(Exception e) =>
        e is DbException or IOException or UnauthorizedAccessException or TimeoutException;

    private DateTimeOffset Now() => StoredTime.Of(time.GetUtcNow());
}
