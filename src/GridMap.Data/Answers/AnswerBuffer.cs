using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GridMap.Data.Answers;

/// <summary>The bytes of one answer as compact JSON, written again and again. For one thread.</summary>
public sealed class AnswerBuffer : IBufferWriter<byte>, IDisposable
{
    private const int Usual = 1 << 14;

    // What an answer for a whole layer grew it to is not kept.
    private const int LargestKept = 1 << 20;

    private readonly Utf8JsonWriter writer;
    private byte[] bytes = new byte[Usual];
    private int count;

    /// <summary>An empty buffer.</summary>
    public AnswerBuffer() =>
        writer = new Utf8JsonWriter(this, new() { Encoder = AnswerJson.Options.Encoder, SkipValidation = true });

    /// <summary>What was written since the buffer was emptied; there until more is written.</summary>
    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, count);

    /// <summary>Empties it.</summary>
    public void Clear()
    {
        bytes = bytes.Length > LargestKept ? new byte[Usual] : bytes;
        count = 0;
    }

    /// <summary>Adds the JSON of an answer or of a part of one.</summary>
    /// <exception cref="NotSupportedException">The type is not one of the answers.</exception>
    public void Json<T>(T answer)
    {
        writer.Reset(this);
        JsonSerializer.Serialize(writer, answer, AnswerContract<T>.Compact);
        writer.Flush();
    }

    /// <inheritdoc/>
    public void Advance(int count) => this.count += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return bytes.AsMemory(count);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return bytes.AsSpan(count);
    }

    /// <inheritdoc/>
    public void Dispose() => writer.Dispose();

    /// <summary>Adds bytes of JSON.</summary>
    internal void Raw(ReadOnlySpan<byte> json)
    {
        Reserve(json.Length);
        json.CopyTo(bytes.AsSpan(count));
        count += json.Length;
    }

    /// <summary>Adds a finite number that has so many decimals at most, or rarely more.</summary>
    internal void Decimal(double value, int decimals)
    {
        Reserve(DecimalText.Longest);
        count += DecimalText.Write(value, decimals, bytes.AsSpan(count));
    }

    /// <summary>Adds a distance in metres as answers give it.</summary>
    internal void Metres(double metres) => Decimal(Rounded.Metres(metres), Rounded.MetreDecimals);

    /// <summary>Adds a text of ASCII letters, in quotes.</summary>
    internal void Word(string word)
    {
        Reserve(word.Length + 2);
        bytes[count] = bytes[count + word.Length + 1] = (byte)'"';
        Encoding.ASCII.GetBytes(word, bytes.AsSpan(count + 1));
        count += word.Length + 2;
    }

    /// <summary>Adds a list.</summary>
    /// <param name="items">Its items.</param>
    /// <param name="with">What is needed to write one.</param>
    /// <param name="write">Writes one.</param>
    internal void List<TItem, TWith>(IReadOnlyList<TItem> items, TWith with, Action<AnswerBuffer, TItem, TWith> write)
    {
        Raw("["u8);
        for (var i = 0; i < items.Count; i++)
        {
            Raw(i == 0 ? default : ","u8);
            write(this, items[i], with);
        }

        Raw("]"u8);
    }

    private void Reserve(int size)
    {
        if (bytes.Length - count < Math.Max(size, 1))
        {
            Array.Resize(ref bytes, Math.Max(2 * bytes.Length, count + size));
        }
    }
}

/// <summary>How a type is written as compact JSON.</summary>
internal static class AnswerContract<T>
{
    public static readonly JsonTypeInfo<T> Compact = (JsonTypeInfo<T>)AnswerJson.Options.GetTypeInfo(typeof(T));
}
