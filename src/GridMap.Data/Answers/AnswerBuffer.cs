using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GridMap.Data.Answers;

/// <summary>
/// The bytes of one answer as compact JSON, written again and again. For one thread. What is kept elsewhere is not copied until
/// the answer goes out: all pieces are found first, and their memory is waited for at once.
/// </summary>
public sealed class AnswerBuffer : IDisposable
{
    private const int Usual = 1 << 14;

    // What an answer for a whole layer grew it to is not kept.
    private const int LargestKept = 1 << 20;

    private readonly PooledWriter bytes = new(Usual);
    private readonly Utf8JsonWriter writer;

    // What stands before the own byte of that number.
    private readonly List<(int Before, byte[] Json)> kept = [];
    private int keptLength;

    /// <summary>An empty buffer.</summary>
    public AnswerBuffer() =>
        writer = new Utf8JsonWriter(bytes, new() { Encoder = AnswerJson.Options.Encoder, SkipValidation = true });

    /// <summary>How many bytes were written since the buffer was emptied.</summary>
    public int Length => OwnLength + keptLength;

    /// <summary>Empties it.</summary>
    public void Clear()
    {
        bytes.Clear(LargestKept);
        kept.Clear();
        keptLength = 0;
    }

    /// <summary>Copies what was written.</summary>
    /// <exception cref="ArgumentException">There is not so much room.</exception>
    public void CopyTo(Span<byte> target)
    {
        var own = bytes.WrittenSpan;
        var done = 0;
        foreach (var (before, json) in kept)
        {
            own[done..before].CopyTo(target);
            target = target[(before - done)..];
            json.CopyTo(target);
            target = target[json.Length..];
            done = before;
        }

        own[done..].CopyTo(target);
    }

    /// <summary>What was written.</summary>
    public byte[] ToArray()
    {
        var copy = new byte[Length];
        CopyTo(copy);
        return copy;
    }

    /// <summary>Adds the JSON of an answer or of a part of one.</summary>
    /// <exception cref="NotSupportedException">The type is not one of the answers.</exception>
    public void Json<T>(T answer)
    {
        writer.Reset(bytes);
        JsonSerializer.Serialize(writer, answer, AnswerContract<T>.Compact);
        writer.Flush();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        writer.Dispose();
        bytes.Dispose();
    }

    /// <summary>Adds bytes of JSON.</summary>
    internal void Raw(ReadOnlySpan<byte> json)
    {
        json.CopyTo(bytes.GetSpan(json.Length));
        bytes.Advance(json.Length);
    }

    /// <summary>How many bytes are its own, not kept elsewhere.</summary>
    internal int OwnLength => bytes.WrittenSpan.Length;

    /// <summary>Its own bytes from one on.</summary>
    internal ReadOnlySpan<byte> OwnFrom(int start) => bytes.WrittenSpan[start..];

    /// <summary>Adds bytes of JSON that are kept elsewhere and never change.</summary>
    internal void Kept(byte[] json)
    {
        kept.Add((OwnLength, json));
        keptLength += json.Length;
    }

    /// <summary>Adds a finite number that has so many decimals at most, or rarely more.</summary>
    internal void Decimal(double value, int decimals)
    {
        bytes.Advance(DecimalText.Write(value, decimals, bytes.GetSpan(DecimalText.Longest)));
    }

    /// <summary>Adds a distance in metres as answers give it.</summary>
    internal void Metres(double metres) => Decimal(Rounded.Metres(metres), Rounded.MetreDecimals);

    /// <summary>Adds a text of ASCII letters, in quotes.</summary>
    internal void Word(string word)
    {
        var quoted = bytes.GetSpan(word.Length + 2);
        quoted[0] = quoted[word.Length + 1] = (byte)'"';
        Encoding.ASCII.GetBytes(word, quoted[1..]);
        bytes.Advance(word.Length + 2);
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
}

/// <summary>How a type is written as compact JSON.</summary>
internal static class AnswerContract<T>
{
    public static readonly JsonTypeInfo<T> Compact = (JsonTypeInfo<T>)AnswerJson.Options.GetTypeInfo(typeof(T));
}
