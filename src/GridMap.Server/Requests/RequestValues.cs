using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace GridMap.Server.Requests;

/// <summary>
/// The names and values of a request, in its order: of its query, and of the form or JSON object that a POST carries.
/// Texts of a query without escapes are parts of it and cost nothing.
/// </summary>
internal sealed class RequestValues
{
    /// <summary>A body larger than this is refused.</summary>
    public const int LargestBody = 64 * 1024;

    private readonly List<(ReadOnlyMemory<char> Name, ReadOnlyMemory<char> Text)> pairs = new(8);

    private RequestValues()
    {
    }

    /// <summary>All of them; of a name given twice the last counts.</summary>
    public IReadOnlyList<(ReadOnlyMemory<char> Name, ReadOnlyMemory<char> Text)> Pairs => pairs;

    /// <summary>Reads the values; a GET's from its query, a POST's from both, its body's last.</summary>
    /// <exception cref="BadHttpRequestException">The body is neither a form nor a flat JSON object.</exception>
    public static ValueTask<RequestValues> ReadAsync(HttpRequest request)
    {
        var values = OfQuery(request);
        return HttpMethods.IsPost(request.Method) ? values.WithBodyAsync(request) : ValueTask.FromResult(values);
    }

    /// <summary>The values of the query alone.</summary>
    public static RequestValues OfQuery(HttpRequest request)
    {
        var values = new RequestValues();
        foreach (var pair in new QueryStringEnumerable(request.QueryString.Value))
        {
            values.pairs.Add((pair.DecodeName(), pair.DecodeValue()));
        }

        return values;
    }

    /// <summary>Reads the values of a body alone, one flat JSON object or a form.</summary>
    /// <exception cref="BadHttpRequestException">It is neither.</exception>
    public static ValueTask<RequestValues> ReadBodyAsync(HttpRequest request) => new RequestValues().WithBodyAsync(request);

    private async ValueTask<RequestValues> WithBodyAsync(HttpRequest request)
    {
        if (request.HasFormContentType)
        {
            foreach (var (name, texts) in await request.ReadFormAsync(request.HttpContext.RequestAborted))
            {
                Add(name, texts.LastOrDefault() ?? "");
            }
        }
        else if (request.HasJsonContentType())
        {
            await ReadJsonAsync(request);
        }
        else if (request.ContentLength is > 0)
        {
            throw new BadHttpRequestException(
                "The body must be application/json, one object, or application/x-www-form-urlencoded.",
                StatusCodes.Status415UnsupportedMediaType);
        }

        return this;
    }

    private async Task ReadJsonAsync(HttpRequest request)
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
                Add(property.Name, TextOf(property.Value));
            }
        }
        catch (JsonException e)
        {
            throw new BadHttpRequestException($"The body is not JSON: {e.Message}", e);
        }
    }

    private void Add(string name, string text) => pairs.Add((name.AsMemory(), text.AsMemory()));

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Join(',', value.EnumerateArray().Select(TextOf)),
        JsonValueKind.Null => "",
        _ => value.ToString(),
    };
}
