using GridMap.Core;
using GridMap.Core.History;
using GridMap.Core.Resources;

namespace GridMap.Data.Stores;

/// <summary>
/// The system of record: it loads states, publishes change sets and reads history, and answers no other question.
/// Bitemporal: what was valid when (<see cref="MapState.Date"/>), as recorded when (<see cref="MapState.Revision"/>).
/// </summary>
/// <remarks>
/// Safe for concurrent use. What goes wrong outside (the disk, the network, a wrong file) is a
/// <see cref="StoreException"/> whose message names the cure.
/// </remarks>
public interface IMapStore : IAsyncDisposable
{
    /// <summary>A short description for people: the file's path, or server and database without a password.</summary>
    string Description { get; }

    /// <summary>The number of the last revision; 0 for an empty store.</summary>
    Task<long> GetLastRevisionAsync(CancellationToken cancellation = default);

    /// <summary>Everything in force on a date, as recorded by a revision.</summary>
    /// <param name="date">The valid date.</param>
    /// <param name="asOf">The revision, or null for the last.</param>
    /// <param name="cancellation">Ends the load.</param>
    /// <exception cref="StoreException">There is no such revision, or the store cannot be read.</exception>
    Task<MapSnapshot> LoadAsync(DateOnly date, long? asOf = null, CancellationToken cancellation = default);

    /// <summary>What has changed from one state to a date, as the last revision has it; it costs what has changed.</summary>
    /// <param name="from">A state that was loaded.</param>
    /// <param name="date">The valid date of the state to come to; not before that of <paramref name="from"/>.</param>
    /// <param name="cancellation">Ends the load.</param>
    /// <exception cref="ArgumentException">The date is before the state's.</exception>
    /// <exception cref="StoreException">There is no such revision, or the store cannot be read.</exception>
    Task<StateChange> LoadChangesAsync(MapState from, DateOnly date, CancellationToken cancellation = default);

    /// <summary>Records a change set in one transaction and announces it.</summary>
    /// <remarks>
    /// What is put holds from <see cref="ChangeSet.Effective"/> to where the version in force then ends already, else
    /// for good. A person's name and phones have no versions: they change in every state at once. Times are kept to the
    /// millisecond.
    /// </remarks>
    /// <returns>The new revision.</returns>
    /// <exception cref="ArgumentException">
    /// There is no actor, an item occurs twice, or an id is not below <see cref="ChangeSet.NextId"/>.
    /// </exception>
    /// <exception cref="RevisionConflictException">
    /// The store has gone on since <see cref="ChangeSet.ExpectedRevision"/>, or an item that it touches has a version
    /// scheduled after <see cref="ChangeSet.Effective"/>, or one that it retires is not in force then.
    /// </exception>
    Task<Revision> PublishAsync(ChangeSet changes, CancellationToken cancellation = default);

    /// <summary>All revisions, the newest first.</summary>
    IAsyncEnumerable<Revision> ListRevisionsAsync(CancellationToken cancellation = default);

    /// <summary>What happened to grids in a revision.</summary>
    Task<IReadOnlyList<GridEvent>> ListGridEventsAsync(long revision, CancellationToken cancellation = default);

    /// <summary>
    /// Keeps how full a resource is, unless a later count is kept already. It makes no revision and waits for none that
    /// is being written where the store can do both. Times are kept to the millisecond.
    /// </summary>
    /// <returns>The count that is kept then: the given one, also where it is of the same instant, or a later one.</returns>
    Task<Occupancy> PutOccupancyAsync(Occupancy count, CancellationToken cancellation = default);

    /// <summary>The last count of each resource, by resource.</summary>
    /// <param name="receivedSince">Only those that the store received since then, that included; null: all.</param>
    /// <param name="cancellation">Ends it.</param>
    Task<IReadOnlyList<Occupancy>> ListOccupancyAsync(
        DateTimeOffset? receivedSince = null, CancellationToken cancellation = default);

    /// <summary>Completes when a revision after the given one is there; writers in other processes included.</summary>
    Task WaitForRevisionAfterAsync(long revision, CancellationToken cancellation);

    /// <summary>Writes a whole, consistent copy of the store, all history included, while it is in use.</summary>
    /// <param name="file">A file that does not exist yet: a GeoPackage.</param>
    /// <param name="cancellation">Ends it; no file is left then.</param>
    Task BackupAsync(string file, CancellationToken cancellation = default);

    /// <summary>Takes all revisions of a backup into this store, which must be empty.</summary>
    Task RestoreAsync(string file, CancellationToken cancellation = default);
}
