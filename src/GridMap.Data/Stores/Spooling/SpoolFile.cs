using System.Buffers.Binary;

namespace GridMap.Data.Stores.Spooling;

/// <summary>
/// Records of bytes, written one after the other and read by their places, in a temporary file; the first few stay in
/// memory and make no file. For one caller at a time.
/// </summary>
internal sealed class SpoolFile : IDisposable
{
    private const int BlockBytes = 1 << 17;
    private const int WindowBytes = 1 << 14;
    private const int LengthBytes = sizeof(int);

    private FileStream? file;

    // What is not in the file yet.
    private byte[] pending = new byte[1 << 12];
    private int pendingLength;
    private long written;

    // What was read last: records that follow each other are read together.
    private byte[] window = [];
    private long windowStart;
    private int windowLength;

    /// <summary>Writes a record and gives its place; places rise.</summary>
    /// <exception cref="StoreException">The file cannot be written.</exception>
    public long Append(ReadOnlySpan<byte> record)
    {
        if (pendingLength >= BlockBytes)
        {
            Flush();
        }

        var length = LengthBytes + record.Length;
        if (pending.Length - pendingLength < length)
        {
            Array.Resize(ref pending, Math.Max(pendingLength + length, 2 * pending.Length));
        }

        var place = written + pendingLength;
        BinaryPrimitives.WriteInt32LittleEndian(pending.AsSpan(pendingLength), record.Length);
        record.CopyTo(pending.AsSpan(pendingLength + LengthBytes));
        pendingLength += length;
        return place;
    }

    /// <summary>The record at a place, until the next call.</summary>
    /// <exception cref="StoreException">The file cannot be read.</exception>
    public ReadOnlySpan<byte> Read(long place)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(Bytes(place, LengthBytes));
        return Bytes(place + LengthBytes, length);
    }

    /// <summary>The place after that of a record; null after the last.</summary>
    public long? Next(long place)
    {
        var next = place + LengthBytes + Read(place).Length;
        return next < written + pendingLength ? next : null;
    }

    /// <inheritdoc/>
    public void Dispose() => file?.Dispose();

    private ReadOnlySpan<byte> Bytes(long from, int length)
    {
        if (from >= written)
        {
            return pending.AsSpan((int)(from - written), length);
        }

        if (from < windowStart || from + length > windowStart + windowLength)
        {
            Load(from, length);
        }

        return window.AsSpan((int)(from - windowStart), length);
    }

    private void Load(long from, int atLeast) => Guard(() =>
    {
        if (window.Length < atLeast)
        {
            window = new byte[Math.Max(WindowBytes, atLeast)];
        }

        (windowStart, windowLength) = (from, 0);
        while (windowLength < atLeast)
        {
            var got = RandomAccess.Read(file!.SafeFileHandle, window.AsSpan(windowLength), from + windowLength);
            windowLength += got > 0 ? got : throw new EndOfStreamException("It ends too early.");
        }
    });

    private void Flush() => Guard(() =>
    {
        file ??= TemporaryFile.Create();
        RandomAccess.Write(file.SafeFileHandle, pending.AsSpan(0, pendingLength), written);
        written += pendingLength;
        pendingLength = 0;
    });

    private static void Guard(Action work)
    {
        try
        {
            work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                $"A temporary file in '{Path.GetTempPath()}' cannot be used: {e.Message} Make room there, or name another "
                + "folder with TMPDIR.",
                e);
        }
    }
}
