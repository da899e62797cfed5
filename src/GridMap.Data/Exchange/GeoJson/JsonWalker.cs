using System.Text.Json;

namespace GridMap.Data.Exchange.GeoJson;

/// <summary>A reader of one JSON text that can be told to jump over a value that somebody else has read.</summary>
internal ref struct JsonWalker(ReadOnlySpan<byte> json)
{
    private ReadOnlySpan<byte> rest = json;

    /// <summary>The reader; it stands on a token.</summary>
    public Utf8JsonReader Reader = new(json);

    /// <summary>What follows the token that the reader stands on.</summary>
    public readonly ReadOnlySpan<byte> Ahead => rest[(int)Reader.BytesConsumed..];

    /// <summary>
    /// Jumps over the value that follows a property's name, whose bytes the caller has read and found right: the reader
    /// then stands on the value's end.
    /// </summary>
    /// <param name="length">The value's length in bytes from <see cref="Ahead"/> on.</param>
    /// <remarks>The reader is given a null in the value's place, so that its idea of the nesting stays right.</remarks>
    public void Jump(int length)
    {
        rest = Ahead[length..];
        var stand = new Utf8JsonReader("null "u8, isFinalBlock: false, Reader.CurrentState);
        stand.Read();
        Reader = new Utf8JsonReader(rest, isFinalBlock: true, stand.CurrentState);
    }
}
