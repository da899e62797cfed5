using GridMap.Data.Stores;

namespace GridMap.Server.Dispatch;

/// <summary>
/// A request's body by way of a file that is gone when it is closed. The body is read as fast as it comes, whether or
/// not the answer goes out: most clients send all before they read anything, and would else wait for a server that waits
/// for them. Read by one reader at a time.
/// </summary>
internal sealed class SpooledBody : Stream
{
    private const int BufferBytes = 1 << 17;

    private readonly Stream body;
    private readonly long most;
    private readonly FileStream file;
    private readonly SemaphoreSlim more = new(0);
    private readonly CancellationTokenSource closing = new();
    private readonly Task pump;
    private long written;
    private long position;
    private volatile bool ended;

    /// <param name="body">The body.</param>
    /// <param name="most">How many bytes to read at most; what follows is left.</param>
    public SpooledBody(Stream body, long most)
    {
        (this.body, this.most) = (body, most);
        file = TemporaryFile.Create();
        pump = Task.Run(PumpAsync);
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => position;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (position == Volatile.Read(ref written))
        {
            if (ended && position == Volatile.Read(ref written))
            {
                await pump;
                return 0;
            }

            await more.WaitAsync(cancellationToken);
        }

        var got = await RandomAccess.ReadAsync(
            file.SafeFileHandle, buffer[..(int)Math.Min(buffer.Length, Volatile.Read(ref written) - position)], position,
            cancellationToken);
        position += got;
        return got;
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await pump.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await file.DisposeAsync();
        more.Dispose();
        closing.Dispose();
        await base.DisposeAsync();
    }

    private async Task PumpAsync()
    {
        try
        {
            var buffer = new byte[BufferBytes];
            while (written < most)
            {
                var got = await body.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, most - written)), closing.Token);
                if (got == 0)
                {
                    break;
                }

                await RandomAccess.WriteAsync(file.SafeFileHandle, buffer.AsMemory(0, got), written, closing.Token);
                Volatile.Write(ref written, written + got);
                Wake();
            }
        }
        finally
        {
            ended = true;
            Wake();
        }
    }

    private void Wake()
    {
        if (more.CurrentCount == 0)
        {
            more.Release();
        }
    }
}
