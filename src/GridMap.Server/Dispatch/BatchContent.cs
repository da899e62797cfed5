using GridMap.Server.Problems;
using Microsoft.Net.Http.Headers;

namespace GridMap.Server.Dispatch;

/// <summary>What a batch is written in.</summary>
/// <param name="IsJson">A JSON object on each line; else separated text.</param>
/// <param name="Charset">The encoding that the content type names, or null.</param>
internal sealed record BatchContent(bool IsJson, string? Charset)
{
    private static readonly string[] Csv = ["text/csv", "application/csv", "text/tab-separated-values", "application/vnd.ms-excel"];

    private static readonly string[] Json = ["application/x-ndjson", "application/ndjson", "application/jsonl"];

    /// <summary>The content types that are accepted.</summary>
    public static readonly string[] Types = [.. Csv, .. Json];

    /// <summary>What a request carries, or null when it is neither.</summary>
    public static BatchContent? Find(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
        {
            return null;
        }

        var charset = type.Charset.HasValue ? type.Charset.Value.Trim('"') : null;
        return Contains(Csv, type) ? new(false, charset) : Contains(Json, type) ? new(true, null) : null;
    }

    /// <summary>415.</summary>
    public static Problem Refuse() => new(
        StatusCodes.Status415UnsupportedMediaType, "Unsupported media type",
        $"The content type must be one of {string.Join(", ", Types)}: CSV with a header, or a JSON object on each line.");

    private static bool Contains(string[] types, MediaTypeHeaderValue type) =>
        types.Any(t => type.MediaType.Equals(t, StringComparison.OrdinalIgnoreCase));
}
