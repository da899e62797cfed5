using GridMap.Core.History;
using GridMap.Data.Answers;

namespace GridMap.Server;

/// <summary>Writes answers that show one state.</summary>
internal static class StateAnswers
{
    /// <summary>The answer with the state as its ETag, or 304 when the client has it.</summary>
    public static IResult Write<T>(HttpContext context, MapState state, T answer, string type = "application/json")
    {
        var tag = $"\"{state}\"";
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "no-cache";
        return context.Request.Headers.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries).Contains(tag)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Text(AnswerJson.Write(answer), type);
    }

    /// <summary>The answer, not to be kept by anybody: it holds personal data or depends on the instant.</summary>
    public static IResult WriteUnkept<T>(HttpContext context, T answer, string type = "application/json")
    {
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Text(AnswerJson.Write(answer), type);
    }
}
