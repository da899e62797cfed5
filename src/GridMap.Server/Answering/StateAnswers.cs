using GridMap.Core.History;
using GridMap.Data.Answers;

namespace GridMap.Server.Answering;

/// <summary>Writes answers that show one state.</summary>
internal static class StateAnswers
{
    private const string Json = "application/json";

    private static string lastTag = "\"\"";

    /// <summary>The answer with the state as its ETag, or 304 when the client has it.</summary>
    public static IResult Write<T>(HttpContext context, MapState state, T answer, string type = Json) =>
        Write(context, state, answer, WriteRecord, type);

    /// <summary>The same for an answer that has a way of its own to be written.</summary>
    public static IResult Write<T>(
        HttpContext context, MapState state, T answer, Action<AnswerBuffer, T> write, string type = Json)
    {
        var tag = TagOf(state);
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "no-cache";
        return Has(context.Request, tag)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : new AnswerBody<T>(answer, write, type);
    }

    /// <summary>The answer, not to be kept by anybody: it holds personal data or depends on the instant.</summary>
    public static IResult WriteUnkept<T>(HttpContext context, T answer, string type = Json) =>
        WriteUnkept(context, answer, WriteRecord, type);

    /// <summary>The same for an answer that has a way of its own to be written.</summary>
    public static IResult WriteUnkept<T>(HttpContext context, T answer, Action<AnswerBuffer, T> write, string type = Json)
    {
        context.Response.Headers.CacheControl = "no-store";
        return new AnswerBody<T>(answer, write, type);
    }

    private static void WriteRecord<T>(AnswerBuffer to, T record) => to.Json(record);

    // Nearly all answers show the current state.
    private static string TagOf(MapState state)
    {
        var (text, known) = (StateText.Of(state), Volatile.Read(ref lastTag));
        if (!known.AsSpan(1, known.Length - 2).SequenceEqual(text))
        {
            Volatile.Write(ref lastTag, known = $"\"{text}\"");
        }

        return known;
    }

    private static bool Has(HttpRequest request, string tag)
    {
        var known = request.Headers.IfNoneMatch;
        return known.Count > 0 && known.ToString().Split(',', StringSplitOptions.TrimEntries).Contains(tag);
    }
}
