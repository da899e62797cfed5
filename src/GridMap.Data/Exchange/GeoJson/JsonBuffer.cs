using System.Text.Json;

namespace GridMap.Data.Exchange.GeoJson;

/// <summary>
/// A window over a stream of JSON that grows to the longest value asked for and no further, so that a file of any size
/// is read in the memory of its largest feature.
/// </summary>
internal sealed class JsonBuffer(Stream stream) : IDisposable
{
    private const byte RecordSeparator = 0x1E;
    private byte[] buffer = new byte[1 << 18];
    private int start;
    private int end;

    /// <summary>The offset in the file of the first byte of the window.</summary>
    public long Offset { get; private set; }

    /// <summary>Whether the stream has given all that it has.</summary>
    public bool IsFinal { get; private set; }

    /// <summary>What is there and not consumed.</summary>
    public ReadOnlySpan<byte> Window => buffer.AsSpan(start, end - start);

    /// <summary>A reader over the window, which is in the middle of nothing.</summary>
    public Utf8JsonReader Reader() => new(Window, IsFinal, default);

    /// <summary>Drops bytes that are read.</summary>
    public void Consume(int count)
    {
        start += count;
        Offset += count;
    }

    /// <summary>Reads on; false at the end of the stream.</summary>
    public bool Grow()
    {
        if (IsFinal)
        {
            return false;
        }

        MakeRoom();
        var read = stream.Read(buffer, end, buffer.Length - end);
        // A sequence (RFC 8142) puts U+001E before each text; it is allowed nowhere inside one.
        buffer.AsSpan(end, read).Replace(RecordSeparator, (byte)' ');
        end += read;
        IsFinal = read == 0;
        return !IsFinal;
    }

    /// <summary>Consumes white space and commas, and gives the byte that follows; -1 at the end of the file.</summary>
    public int Peek()
    {
        while (true)
        {
            var next = Window.IndexOfAnyExcept(" \t\r\n,"u8);
            if (next >= 0)
            {
                Consume(next);
                return buffer[start];
            }

            Consume(end - start);
            if (!Grow())
            {
                return -1;
            }
        }
    }

    /// <summary>Makes sure that the value at the window's start is whole; gives its length in bytes.</summary>
    /// <remarks>
    /// Of an object only braces and quotes are looked at: whoever reads it finds what else is wrong. What is no object
    /// is read.
    /// </remarks>
    /// <exception cref="JsonException">It is not JSON, or the file ends inside it.</exception>
    public int WholeValue()
    {
        var scan = new BraceScan();
        while (Window.Length == 0 || Window[0] == '{')
        {
            if (scan.FindEnd(Window) is { } end)
            {
                return end;
            }

            // A quote too many would make the rest of the file one value: the window doubles only over right JSON.
            if (this.end == buffer.Length && start == 0)
            {
                ReadValue();
            }

            if (!Grow())
            {
                break;
            }
        }

        while (true)
        {
            if (ReadValue() is { } length)
            {
                return length;
            }

            Grow();
        }
    }

    /// <summary>Whether the file ends inside the value at the window's start, which is right as far as it goes.</summary>
    public bool IsCutOff()
    {
        try
        {
            var reader = new Utf8JsonReader(Window, isFinalBlock: false, default);
            return IsFinal && !(reader.Read() && reader.TrySkip());
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    private int? ReadValue()
    {
        var reader = Reader();
        return reader.Read() && reader.TrySkip() ? (int)reader.BytesConsumed : null;
    }

    private void MakeRoom()
    {
        if (end < buffer.Length)
        {
            return;
        }

        var target = start == 0 ? new byte[buffer.Length * 2] : buffer;
        buffer.AsSpan(start, end - start).CopyTo(target);
        buffer = target;
        end -= start;
        start = 0;
    }
}
