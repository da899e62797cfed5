using System.Buffers;
using System.Threading.Channels;
using GridMap.Data.Answers;

namespace GridMap.Data.Batch;

/// <summary>How far a batch is.</summary>
/// <param name="Rows">Rows answered.</param>
/// <param name="Bytes">Bytes of the input that were read.</param>
public readonly record struct BatchProgress(long Rows, long Bytes);

/// <summary>What a batch takes at most.</summary>
/// <param name="Bytes">Bytes of all rows together.</param>
/// <param name="QuotedBytes">A quote that is not closed within as many bytes is one that was forgotten.</param>
/// <param name="RowBytes">Bytes of one row.</param>
public sealed record BatchLimits(long Bytes, int QuotedBytes = 1 << 20, int RowBytes = 8 << 20);

/// <summary>
/// Answers the rows of a stream in their order: blocks of whole rows go to as many threads as there are, and a few
/// blocks are in memory at a time, however long the stream is.
/// </summary>
public sealed class BatchRun
{
    private const int BlockBytes = 1 << 18;

    private readonly IRowFormat format;
    private readonly BatchStart start;
    private readonly BatchLimits limits;
    private readonly Channel<Task<Answered>> answers =
        Channel.CreateBounded<Task<Answered>>(new BoundedChannelOptions(Environment.ProcessorCount + 1) { SingleReader = true });

    private long read;
    private long rows;

    /// <param name="format">The format of the rows.</param>
    /// <param name="start">The stream, of which the first bytes were read already.</param>
    /// <param name="limits">What is taken at most.</param>
    public BatchRun(IRowFormat format, BatchStart start, BatchLimits limits) =>
        (this.format, this.start, this.limits, read) = (format, start, limits, start.Taken);

    /// <summary>Answers all rows.</summary>
    /// <param name="output">Where they are written.</param>
    /// <param name="progress">Told after each block.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>How many rows were answered.</returns>
    /// <exception cref="IOException">The input cannot be read to its end, or the output not be written.</exception>
    public async Task<long> WriteAsync(Stream output, IProgress<BatchProgress>? progress, CancellationToken cancellation)
    {
        using var head = new PooledWriter(1024);
        format.WriteHead(head);
        await output.WriteAsync(head.Written, cancellation);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var reading = ReadAllAsync(ending.Token);
        try
        {
            await foreach (var answer in answers.Reader.ReadAllAsync(cancellation))
            {
                var answered = await answer;
                using var written = answered.Output;
                await output.WriteAsync(written.Written, cancellation);
                rows += answered.Rows;
                progress?.Report(new BatchProgress(rows, answered.Bytes));
                if (answers.Reader.Count == 0)
                {
                    await output.FlushAsync(cancellation);
                }
            }
        }
        finally
        {
            await ending.CancelAsync();
            await reading;
        }

        return rows;
    }

    private async Task ReadAllAsync(CancellationToken cancellation)
    {
        Exception? failure = null;
        try
        {
            var stop = await ReadBlocksAsync(cancellation);
            if (stop is not null)
            {
                await answers.Writer.WriteAsync(Task.FromResult(Stopped(stop)), cancellation);
            }
        }
        catch (Exception e)
        {
            failure = e;
        }

        answers.Writer.Complete(failure);
    }

    /// <summary>Hands out block after block; the answer is why it stopped before the end, or null.</summary>
    private async Task<string?> ReadBlocksAsync(CancellationToken cancellation)
    {
        var block = ArrayPool<byte>.Shared.Rent(Math.Max(BlockBytes, start.Rest.Length));
        start.Rest.CopyTo(block);
        var filled = start.Rest.Length;
        while (true)
        {
            var got = read > limits.Bytes ? 0 : await start.Stream.ReadAsync(block.AsMemory(filled), cancellation);
            (filled, read) = (filled + got, read + got);
            var isOver = read > limits.Bytes;
            var isLast = got == 0 && !isOver;
            if (!isLast && !isOver && filled < block.Length && answers.Reader.Count > 0)
            {
                continue;
            }

            var usable = isOver ? filled - (int)Math.Min(filled, read - limits.Bytes) : filled;
            var end = isLast ? filled : format.FindEnd(block.AsSpan(0, usable));
            if (end == 0 && filled == block.Length && filled >= limits.QuotedBytes)
            {
                end = block.AsSpan(0, usable).IndexOf((byte)'\n') + 1;
            }

            if (end == 0 && filled == block.Length)
            {
                if (filled > limits.RowBytes)
                {
                    return $"Stopped: a row is longer than {limits.RowBytes} bytes.";
                }

                block = Grown(block, filled);
                continue;
            }

            if (end > 0)
            {
                var next = ArrayPool<byte>.Shared.Rent(Math.Max(BlockBytes, 2 * (filled - end)));
                block.AsSpan(end, filled - end).CopyTo(next);
                await HandOutAsync(block, end, cancellation);
                (block, filled) = (next, filled - end);
            }

            if (isLast || isOver)
            {
                return isOver ? $"Stopped: the upload is over the limit of {limits.Bytes} bytes." : null;
            }
        }
    }

    private async Task HandOutAsync(byte[] block, int end, CancellationToken cancellation)
    {
        var bytes = read;
        await answers.Writer.WriteAsync(Task.Run(
            () =>
            {
                var output = new PooledWriter(4 * end);
                var count = format.Answer(block.AsSpan(0, end), output);
                ArrayPool<byte>.Shared.Return(block);
                return new Answered(output, count, bytes);
            },
            cancellation), cancellation);
    }

    private Answered Stopped(string reason)
    {
        var output = new PooledWriter(1024);
        format.WriteStop(reason, output);
        return new Answered(output, 0, read);
    }

    private static byte[] Grown(byte[] block, int filled)
    {
        var grown = ArrayPool<byte>.Shared.Rent(2 * block.Length);
        block.AsSpan(0, filled).CopyTo(grown);
        ArrayPool<byte>.Shared.Return(block);
        return grown;
    }

    private readonly record struct Answered(PooledWriter Output, int Rows, long Bytes);
}
