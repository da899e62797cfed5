using GridMap.Data.Answers;

namespace GridMap.Server.Answering;

/// <summary>An answer as a JSON body with its length, written without a text in between.</summary>
internal sealed class AnswerBody<T>(T answer, Action<AnswerBuffer, T> write, string type) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var buffer = AnswerBuffers.Empty();
        write(buffer, answer);
        var response = httpContext.Response;
        response.ContentType = type;
        response.ContentLength = buffer.Length;

        // Kestrel sets aside what is written before the headers, and copies it once more.
        var started = response.StartAsync();
        if (!started.IsCompletedSuccessfully || buffer.Length > AnswerMemory.BlockSize)
        {
            return WriteAsync(response, started, buffer.ToArray());
        }

        buffer.CopyTo(response.BodyWriter.GetSpan(buffer.Length));
        response.BodyWriter.Advance(buffer.Length);
        buffer.Clear();

        // It is on its way while the request is wound up.
        var flushing = response.BodyWriter.FlushAsync();
        if (!flushing.IsCompletedSuccessfully)
        {
            return flushing.AsTask();
        }

        flushing.GetAwaiter().GetResult();
        return Task.CompletedTask;
    }

    /// <summary>
    /// In one call, by which Kestrel knows how much a client still has to take: of what was put into its memory before, it
    /// counts nothing when it judges whether a client is too slow.
    /// </summary>
    private static async Task WriteAsync(HttpResponse response, Task started, byte[] body)
    {
        await started;
        await response.BodyWriter.WriteAsync(body);
    }
}

/// <summary>One buffer a thread: it is filled and copied into the response before anything is awaited.</summary>
internal static class AnswerBuffers
{
    [ThreadStatic]
    private static AnswerBuffer? kept;

    /// <summary>This thread's buffer, emptied.</summary>
    public static AnswerBuffer Empty()
    {
        var buffer = kept ??= new AnswerBuffer();
        buffer.Clear();
        return buffer;
    }
}
