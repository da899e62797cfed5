using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GridMap.Data.Answers;

namespace GridMap.Server;

/// <summary>An answer as a JSON body with its length, written without a text in between.</summary>
internal sealed class JsonBody<T>(T answer, string type) : IResult
{
    private static readonly JsonTypeInfo<T> Contract = (JsonTypeInfo<T>)AnswerJson.Options.GetTypeInfo(typeof(T));

    // One buffer a thread: it is filled and copied into the response before anything is awaited.
    [ThreadStatic]
    private static JsonBuffer? kept;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var buffer = kept ??= new JsonBuffer();
        var body = buffer.Write(answer, Contract);
        var response = httpContext.Response;
        response.ContentType = type;
        response.ContentLength = body.Length;
        response.BodyWriter.Write(body);
        return Task.CompletedTask;
    }
}

/// <summary>A buffer that is written again and again; for one thread.</summary>
internal sealed class JsonBuffer : IDisposable
{
    // What an answer for a whole layer grew it to is not kept.
    private const int LargestKept = 1 << 20;

    private readonly Utf8JsonWriter writer;
    private ArrayBufferWriter<byte> bytes = new(4096);

    /// <summary>An empty buffer.</summary>
    public JsonBuffer() =>
        writer = new Utf8JsonWriter(bytes, new() { Encoder = AnswerJson.Options.Encoder, SkipValidation = true });

    /// <summary>The answer's bytes; they are there until the next call.</summary>
    public ReadOnlySpan<byte> Write<T>(T answer, JsonTypeInfo<T> contract)
    {
        bytes = bytes.Capacity > LargestKept ? new ArrayBufferWriter<byte>(4096) : bytes;
        bytes.ResetWrittenCount();
        writer.Reset(bytes);
        JsonSerializer.Serialize(writer, answer, contract);
        writer.Flush();
        return bytes.WrittenSpan;
    }

    /// <inheritdoc/>
    public void Dispose() => writer.Dispose();
}
