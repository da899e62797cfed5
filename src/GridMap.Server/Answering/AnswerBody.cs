using System.Buffers;
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
        if (!started.IsCompletedSuccessfully)
        {
            return WriteAsync(response, started, buffer.ToArray());
        }

        buffer.CopyTo(response.BodyWriter.GetSpan(buffer.Length));
        response.BodyWriter.Advance(buffer.Length);
        var flushed = response.BodyWriter.FlushAsync();
        return flushed.IsCompletedSuccessfully ? Task.CompletedTask : flushed.AsTask();
    }

    private static async Task WriteAsync(HttpResponse response, Task started, byte[] body)
    {
        await started;
        response.BodyWriter.Write(body);
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
