using System.Text.Json;

namespace GridMap.Data.Answers;

/// <summary>
/// The compact JSON of a record in pieces, cut where values stand that differ between answers which are else alike. So the
/// record stays the one place that knows names and their order, and an answer is the pieces with other values between them.
/// Immutable.
/// </summary>
internal sealed class CutJson
{
    private readonly byte[][] pieces;

    private CutJson(byte[][] pieces) => this.pieces = pieces;

    /// <summary>What stands before the value of that number, or after the last one; not to be written to.</summary>
    public byte[] this[int number] => pieces[number];

    /// <summary>Cuts the JSON of a record.</summary>
    /// <param name="record">The record, with any values where it is to be cut.</param>
    /// <param name="values">
    /// The names of the values to leave out, each found behind the one before; <c>a.b</c>: b in a; <c>a-c</c>: all from a to c.
    /// </param>
    /// <exception cref="ArgumentException">The record has no such value there.</exception>
    public static CutJson Of<T>(T record, params ReadOnlySpan<string> values)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(record, AnswerContract<T>.Compact);
        var pieces = new byte[values.Length + 1][];
        var reader = new Utf8JsonReader(json);
        var done = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var (start, end) = Find(ref reader, values[i]);
            pieces[i] = json[done..start];
            done = end;
        }

        pieces[^1] = json[done..];
        return new CutJson(pieces);
    }

    /// <summary>What <see cref="Of"/> leaves out for one value.</summary>
    /// <exception cref="ArgumentException">The record has no such value.</exception>
    public static byte[] PartOf<T>(T record, string value)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(record, AnswerContract<T>.Compact);
        var reader = new Utf8JsonReader(json);
        var (start, end) = Find(ref reader, value);
        return json[start..end];
    }

    private static (int Start, int End) Find(ref Utf8JsonReader reader, string value)
    {
        var names = value.Split('-');
        foreach (var name in names[0].Split('.'))
        {
            GoTo(ref reader, name);
        }

        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        if (names.Length > 1)
        {
            GoTo(ref reader, names[1]);
            reader.Skip();
        }

        return (start, (int)reader.BytesConsumed);
    }

    /// <summary>Goes on to the value of a name, in the object that the reader is in or in those around it.</summary>
    private static void GoTo(ref Utf8JsonReader reader, string name)
    {
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                var found = reader.ValueTextEquals(name);
                reader.Read();
                if (found)
                {
                    return;
                }

                reader.Skip();
            }
        }

        throw new ArgumentException($"The record has no value '{name}' there.", nameof(name));
    }
}
