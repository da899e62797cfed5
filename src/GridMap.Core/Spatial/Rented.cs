using System.Buffers;

namespace GridMap.Core.Spatial;

/// <summary>
/// A large array for a while: taken from the pool and given back. Fresh memory costs more than most of what is done with
/// it here, since the system hands it out page by page.
/// </summary>
internal readonly struct Rented<T>(int length) : IDisposable
    where T : unmanaged
{
    private readonly T[] array = ArrayPool<T>.Shared.Rent(length);

    /// <summary>The array; it may be longer, and holds what the one before left there.</summary>
    public T[] Array => array;

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<T>.Shared.Return(array);
}
