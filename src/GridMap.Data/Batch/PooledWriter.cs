using System.Buffers;

namespace GridMap.Data.Batch;

/// <summary>Bytes that grow in lent arrays, until it is disposed. Not thread-safe.</summary>
internal sealed class PooledWriter(int capacity) : IBufferWriter<byte>, IDisposable
{
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(capacity);
    private int length;

    /// <summary>What was written; until it is disposed.</summary>
    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, length);

    /// <inheritdoc/>
    public void Advance(int count) => length += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Grow(sizeHint);
        return bytes.AsMemory(length);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Grow(sizeHint);
        return bytes.AsSpan(length);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
    }

    private void Grow(int sizeHint)
    {
        if (bytes.Length - length >= Math.Max(1, sizeHint))
        {
            return;
        }

        var grown = ArrayPool<byte>.Shared.Rent(Math.Max(2 * bytes.Length, length + sizeHint));
        bytes.AsSpan(0, length).CopyTo(grown);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = grown;
    }
}
