using System.Buffers.Binary;

namespace GridMap.Data.Exchange.Shapefile;

/// <summary>The header of a .dbf, read to see that the file is whole, and to look at its texts.</summary>
/// <remarks>Format: dBASE III, as the ESRI Shapefile Technical Description (1998) uses it.</remarks>
internal sealed class DbfHeader
{
    private readonly string path;
    private readonly int headerLength;

    private DbfHeader(string path, int headerLength)
    {
        this.path = path;
        this.headerLength = headerLength;
    }

    /// <summary>Reads the header.</summary>
    /// <exception cref="ExchangeException">The file is shorter than its header says.</exception>
    public static DbfHeader Read(string path)
    {
        using var stream = File.OpenRead(path);
        Span<byte> head = stackalloc byte[32];
        if (stream.ReadAtLeast(head, 32, throwOnEndOfStream: false) < 32)
        {
            throw new ExchangeException($"'{path}' is cut off inside its header. Fetch it again.");
        }

        var rows = BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
        var headerLength = BinaryPrimitives.ReadUInt16LittleEndian(head[8..]);
        var rowLength = BinaryPrimitives.ReadUInt16LittleEndian(head[10..]);
        if (rowLength == 0 || headerLength < 33)
        {
            throw new ExchangeException($"'{path}' is not a dBASE table. Fetch it again.");
        }

        var whole = (stream.Length - headerLength) / rowLength;
        return whole >= rows ? new DbfHeader(path, headerLength) : throw new ExchangeException(
            $"'{path}' is cut off: it holds {Math.Max(whole, 0)} of its {rows} rows. Fetch it again.");
    }

    /// <summary>The bytes of the first rows, and the names of the fields.</summary>
    public byte[] Sample()
    {
        using var stream = File.OpenRead(path);
        var sample = new byte[Math.Min(stream.Length - headerLength, TextEncodings.SampleSize)];
        stream.Position = headerLength;
        stream.ReadExactly(sample);
        return sample;
    }
}
