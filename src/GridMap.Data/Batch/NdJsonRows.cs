using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using GridMap.Core;
using GridMap.Core.Grids;
using GridMap.Data.Answers;

namespace GridMap.Data.Batch;

/// <summary>
/// A JSON object on each line. A row keeps its bytes as they are; what it is answered is put before its last brace. A
/// line that is no JSON object comes back as a text in <c>line</c>.
/// </summary>
internal sealed class NdJsonRows(IRowAnswerer answerer) : IRowFormat
{
    private const int KeptPaths = 1 << 14;

    private static readonly JsonReaderOptions Reading = new() { MaxDepth = 64 };

    private readonly byte[][] asked = [.. answerer.Columns.Select(Encoding.UTF8.GetBytes)];

    private readonly RecentParts<IReadOnlyList<Grid>, byte[]> paths = new(KeptPaths, static path => path.Count == 0
        ? "\"result_grid\":null,\"result_path\":null"u8.ToArray()
        : Encoding.UTF8.GetBytes($"\"result_grid\":{Json(path[^1].Code)},\"result_path\":{Json(ResultColumns.TextOf(path))}"));

    /// <inheritdoc/>
    public string ContentType => "application/x-ndjson";

    /// <inheritdoc/>
    public int FindEnd(ReadOnlySpan<byte> bytes) => bytes.LastIndexOf((byte)'\n') + 1;

    /// <inheritdoc/>
    public void WriteHead(IBufferWriter<byte> output)
    {
    }

    /// <inheritdoc/>
    public int Answer(ReadOnlySpan<byte> rows, IBufferWriter<byte> output)
    {
        var count = 0;
        while (!rows.IsEmpty)
        {
            var end = rows.IndexOf((byte)'\n');
            var line = end < 0 ? rows : rows[..end];
            var row = line.Trim(" \t\r"u8);
            if (!row.IsEmpty)
            {
                AnswerRow(row, output);
                count++;
            }

            output.Write("\n"u8);
            rows = end < 0 ? default : rows[(end + 1)..];
        }

        return count;
    }

    /// <inheritdoc/>
    public void WriteStop(string reason, IBufferWriter<byte> output)
    {
        output.Write("{"u8);
        WriteResult(RowAnswer.Bad(reason), output);
        output.Write("}\n"u8);
    }

    private void AnswerRow(ReadOnlySpan<byte> row, IBufferWriter<byte> output)
    {
        RowAnswer answer;
        try
        {
            var found = new Found();
            var end = Read(row, ref found);
            output.Write(row[..end].TrimEnd(" \t"u8));
            output.Write(found.HasMembers ? ","u8 : default);
            answer = found.Fault is { } fault
                ? RowAnswer.Bad(fault)
                : answerer.Answer(found.First.In(row), found.Second.In(row));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            output.Write("{\"line\":"u8);
            output.Write(Encoding.UTF8.GetBytes(Json(ResultColumns.Shown(row))));
            output.Write(","u8);
            answer = RowAnswer.Bad(e is JsonException { Message: var message } ? $"No JSON object: {message}" : "No JSON object.");
        }

        WriteResult(answer, output);
        output.Write("}"u8);
    }

    /// <summary>Reads the texts that are asked for.</summary>
    /// <returns>Where the object's closing brace is.</returns>
    private int Read(ReadOnlySpan<byte> row, ref Found found)
    {
        if (!Utf8.IsValid(row))
        {
            throw new JsonException("the line holds bytes that are not UTF-8, or ends in the middle of a character.");
        }

        var reader = new Utf8JsonReader(row, Reading);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("the line is another value.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            found.HasMembers = true;
            var place = PlaceOf(reader);
            reader.Read();
            if (place >= 0)
            {
                found.Set(place, ValueOf(reader), answerer.Columns[place]);
            }

            reader.Skip();
        }

        var end = (int)reader.TokenStartIndex;
        reader.Read();
        return end;
    }

    private int PlaceOf(in Utf8JsonReader reader)
    {
        for (var i = 0; i < asked.Length; i++)
        {
            if (reader.ValueTextEquals(asked[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private void WriteResult(in RowAnswer answer, IBufferWriter<byte> output)
    {
        output.Write("\"result_status\":\""u8);
        output.Write(ResultColumns.Word(answer.Status));
        output.Write("\","u8);
        output.Write(paths.Of(answer.Path));
        output.Write(",\"result_border_m\":"u8);
        WriteNumber(Rounded.Metres(answer.BorderMetres), output);
        output.Write(",\"result_address\":"u8);
        WriteText(answer.Address, output);
        output.Write(",\"result_score\":"u8);
        WriteNumber(answer.Score, output);
        output.Write(",\"result_score_next\":"u8);
        WriteNumber(answer.ScoreNext, output);
        output.Write(",\"result_reason\":"u8);
        WriteText(answer.Reason, output);
    }

    private static void WriteNumber(double number, IBufferWriter<byte> output)
    {
        output.Write(double.IsNaN(number) ? "null"u8 : default);
        ResultColumns.WriteNumber(number, output);
    }

    private static void WriteText(string? text, IBufferWriter<byte> output) =>
        output.Write(text is null ? "null"u8 : Encoding.UTF8.GetBytes(Json(text)));

    private static string Json(string text) => $"\"{JsonEncodedText.Encode(text, AnswerJson.Options.Encoder)}\"";

    private static Value? ValueOf(in Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => default(Value),
        JsonTokenType.Number => new Value((int)reader.TokenStartIndex, reader.ValueSpan.Length, null),
        JsonTokenType.String when !reader.ValueIsEscaped =>
            new Value((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length, null),
        JsonTokenType.String => new Value(0, 0, Encoding.UTF8.GetBytes(reader.GetString()!)),
        _ => null,
    };

    /// <summary>A text: where it is in the row, or itself where it was escaped.</summary>
    private readonly record struct Value(int Start, int Length, byte[]? Unescaped)
    {
        public ReadOnlySpan<byte> In(ReadOnlySpan<byte> row) => Unescaped ?? row.Slice(Start, Length);
    }

    /// <summary>What was found in a row.</summary>
    private struct Found
    {
        public Value First;
        public Value Second;
        public bool HasMembers;
        public string? Fault;

        public void Set(int place, Value? value, string column)
        {
            Fault = value is null ? $"{column} is neither a number nor a text." : Fault;
            (First, Second) = place == 0 ? (value ?? default, Second) : (First, value ?? default);
        }
    }
}
