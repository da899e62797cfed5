using System.Text.Json;

namespace GridMap.Server.Requests;

/// <summary>The values of a request by parameter name: of its query, or of the form or JSON object it carries.</summary>
internal static class RequestValues
{
    /// <summary>A body larger than this is refused.</summary>
    public const int LargestBody = 64 * 1024;

    /// <summary>
    /// Reads the values; a GET's from its query, a POST's from both, its body first. Of a name given twice the last
    /// counts.
    /// </summary>
    /// <exception cref="BadHttpRequestException">The body is neither a form nor a flat JSON object.</exception>
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(HttpRequest request)
    {
        var values = new Dictionary<string, string>();
        foreach (var (name, texts) in request.Query)
        {
            values[name] = texts.LastOrDefault() ?? "";
        }

        if (HttpMethods.IsPost(request.Method))
        {
            await ReadBodyAsync(request, values);
        }

        return values;
    }

    private static async Task ReadBodyAsync(HttpRequest request, Dictionary<string, string> values)
    {
        if (request.HasFormContentType)
        {
            foreach (var (name, texts) in await request.ReadFormAsync(request.HttpContext.RequestAborted))
            {
                values[name] = texts.LastOrDefault() ?? "";
            }
        }
        else if (request.HasJsonContentType())
        {
            await ReadJsonAsync(request, values);
        }
        else if (request.ContentLength is > 0)
        {
            throw new BadHttpRequestException(
                "The body must be application/json, one object, or application/x-www-form-urlencoded.",
                StatusCodes.Status415UnsupportedMediaType);
        }
    }

    private static async Task ReadJsonAsync(HttpRequest request, Dictionary<string, string> values)
    {
        try
        {
            using var json = await JsonDocument.ParseAsync(
                request.Body, cancellationToken: request.HttpContext.RequestAborted);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new BadHttpRequestException("The body must be one JSON object, such as {\"lon\":119.1,\"lat\":36.7}.");
            }

            foreach (var property in json.RootElement.EnumerateObject())
            {
                values[property.Name] = TextOf(property.Value);
            }
        }
        catch (JsonException e)
        {
            throw new BadHttpRequestException($"The body is not JSON: {e.Message}", e);
        }
    }

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Join(',', value.EnumerateArray().Select(TextOf)),
        JsonValueKind.Null => "",
        _ => value.ToString(),
    };
}
