using System.Text;

namespace GridMap.Data.Batch;

/// <summary>The first bytes of a stream of rows, from which its format is known, and what follows.</summary>
public sealed class BatchStart
{
    private const int SampleBytes = 1 << 16;

    private readonly byte[] sample;

    private BatchStart(Stream stream, byte[] sample)
    {
        (Stream, this.sample) = (stream, sample);
        Rest = sample;
    }

    /// <summary>What follows.</summary>
    public Stream Stream { get; }

    /// <summary>How many bytes were taken from the stream.</summary>
    public int Taken => sample.Length;

    /// <summary>The bytes that were taken and are rows.</summary>
    public ReadOnlyMemory<byte> Rest { get; private set; }

    /// <summary>Reads as much as is needed to know the format: to the end of the first line, and more where it is there.</summary>
    public static async Task<BatchStart> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        var sample = new byte[SampleBytes];
        var filled = 0;
        while (filled < sample.Length && !sample.AsSpan(0, filled).Contains((byte)'\n'))
        {
            var got = await stream.ReadAsync(sample.AsMemory(filled), cancellation);
            if (got == 0)
            {
                break;
            }

            filled += got;
        }

        return new BatchStart(stream, sample[..filled]);
    }

    /// <summary>Separated text, from its header.</summary>
    /// <param name="answerer">Makes who answers the rows of the header's columns.</param>
    /// <param name="encoding">The name of the encoding; null: found out.</param>
    /// <exception cref="BatchException">There is no header, or it lacks a column.</exception>
    public IRowFormat OpenCsv(IRowAnswerer answerer, string? encoding)
    {
        var (head, end) = CsvHead.Read(sample, encoding);
        Rest = sample.AsMemory(end);
        return new CsvRows(head, answerer);
    }

    /// <summary>A JSON object on each line.</summary>
    public IRowFormat OpenNdJson(IRowAnswerer answerer)
    {
        Rest = sample.AsMemory(sample.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0);
        return new NdJsonRows(answerer);
    }
}
