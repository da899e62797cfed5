using System.Buffers;

namespace GridMap.Data.Answers;

/// <summary>Bytes that grow in lent arrays, until it is disposed. Not thread-safe.</summary>
internal sealed class PooledWriter(int capacity) : IBufferWriter<byte>, IDisposable
{
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(capacity);
    private int length;

    /// <summary>What was written; until it is emptied or disposed.</summary>
    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, length);

    /// <summary>The same as a span.</summary>
    public ReadOnlySpan<byte> WrittenSpan => bytes.AsSpan(0, length);

    /// <summary>Forgets what was written. An array longer than that is given back for one of the first capacity.</summary>
    public void Clear(int longestKept)
    {
        length = 0;
        if (bytes.Length > longestKept)
        {
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = ArrayPool<byte>.Shared.Rent(capacity);
        }
    }

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
