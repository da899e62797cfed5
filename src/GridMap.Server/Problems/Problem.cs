using System.Text.Json.Serialization;

namespace GridMap.Server.Problems;

/// <summary>A parameter that was not understood.</summary>
/// <param name="Parameter">Its name.</param>
/// <param name="Detail">What was wrong.</param>
/// <param name="Accepted">What is accepted.</param>
internal sealed record WrongParameter(string Parameter, string Detail, string Accepted);

/// <summary>A problem document of RFC 9457. Every error is written as one, by <see cref="ExecuteAsync"/>.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">What kind of problem it is.</param>
/// <param name="Detail">What was wrong this time, and the cure.</param>
/// <param name="Errors">The parameters that were wrong; absent where it is not about parameters.</param>
internal sealed record Problem(
    int Status,
    string Title,
    string Detail,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    IReadOnlyList<WrongParameter>? Errors = null) : IResult
{
    /// <summary>No type of its own: the status says what kind it is.</summary>
    [JsonPropertyOrder(-1)]
    public string Type { get; init; } = "about:blank";

    /// <summary>400 for these parameters.</summary>
    public static Problem OfParameters(IReadOnlyList<WrongParameter> wrong) => new(
        StatusCodes.Status400BadRequest,
        "A parameter is wrong",
        string.Join(" ", wrong.Select(w => $"{w.Parameter}: {w.Detail} Accepted: {w.Accepted}.")),
        wrong);

    /// <summary>404.</summary>
    public static Problem NotFound(string detail) => new(StatusCodes.Status404NotFound, "Not found", detail);

    /// <summary>409: what is there now does not let it.</summary>
    public static Problem Conflict(string detail) => new(StatusCodes.Status409Conflict, "In conflict", detail);

    /// <summary>503; the client may try again.</summary>
    public static Problem Unavailable(string detail) =>
        new(StatusCodes.Status503ServiceUnavailable, "Not available now", detail);

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.Headers.CacheControl = "no-store";
        if (Status == StatusCodes.Status503ServiceUnavailable)
        {
            response.Headers.RetryAfter = "2";
        }

        return response.WriteAsJsonAsync(
            this, ServerContext.Readable.Problem, "application/problem+json", httpContext.RequestAborted);
    }
}
