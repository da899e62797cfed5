using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace GridMap.Server.Requests;

/// <summary>
/// The names and values of a request, in its order: of its query, then of the form or JSON object that a POST carries. A
/// name given twice comes twice. Texts of a query without escapes are parts of it and cost nothing.
/// </summary>
internal readonly struct RequestValues
{
    /// <summary>A body larger than this is refused.</summary>
    public const int LargestBody = 64 * 1024;

    private static readonly List<(string Name, string Text)> Nothing = [];

    private readonly string? query;
    private readonly List<(string Name, string Text)>? body;

    private RequestValues(string? query, List<(string Name, string Text)>? body) => (this.query, this.body) = (query, body);

    /// <summary>Goes through them.</summary>
    public Enumerator GetEnumerator() => new(query, body ?? Nothing);

    /// <summary>Reads the values; a GET's from its query, a POST's from both, its body's last.</summary>
    /// <exception cref="BadHttpRequestException">The body is neither a form nor a flat JSON object.</exception>
    public static ValueTask<RequestValues> ReadAsync(HttpRequest request) => HttpMethods.IsPost(request.Method)
        ? WithBodyAsync(request, request.QueryString.Value)
        : ValueTask.FromResult(OfQuery(request));

    /// <summary>The values of the query alone.</summary>
    public static RequestValues OfQuery(HttpRequest request) => new(request.QueryString.Value, null);

    /// <summary>Reads the values of a body alone, one flat JSON object or a form.</summary>
    /// <exception cref="BadHttpRequestException">It is neither.</exception>
    public static ValueTask<RequestValues> ReadBodyAsync(HttpRequest request) => WithBodyAsync(request, null);

    private static async ValueTask<RequestValues> WithBodyAsync(HttpRequest request, string? query)
    {
        List<(string Name, string Text)> body = [];
        if (request.HasFormContentType)
        {
            foreach (var (name, texts) in await request.ReadFormAsync(request.HttpContext.RequestAborted))
            {
                body.AddRange(texts.Select(text => (name, text ?? "")));
            }
        }
        else if (request.HasJsonContentType())
        {
            await ReadJsonAsync(request, body);
        }
        else if (request.ContentLength is > 0)
        {
            throw new BadHttpRequestException(
                "The body must be application/json, one object, or application/x-www-form-urlencoded.",
                StatusCodes.Status415UnsupportedMediaType);
        }

        return new(query, body);
    }

    private static async Task ReadJsonAsync(HttpRequest request, List<(string Name, string Text)> to)
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
                to.Add((property.Name, TextOf(property.Value)));
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

    /// <summary>Goes through them once.</summary>
    public struct Enumerator(string? query, List<(string Name, string Text)> body)
    {
        // Not read-only: they move.
        private QueryStringEnumerable.Enumerator ofQuery = new QueryStringEnumerable(query).GetEnumerator();
        private List<(string Name, string Text)>.Enumerator ofBody = body.GetEnumerator();

        /// <summary>The name and the value that it has come to.</summary>
        public (ReadOnlyMemory<char> Name, ReadOnlyMemory<char> Text) Current { get; private set; }

        /// <summary>Goes on to the next one; false where there is none.</summary>
        public bool MoveNext()
        {
            if (ofQuery.MoveNext())
            {
                Current = (ofQuery.Current.DecodeName(), ofQuery.Current.DecodeValue());
                return true;
            }

            var more = ofBody.MoveNext();
            Current = (ofBody.Current.Name.AsMemory(), ofBody.Current.Text.AsMemory());
            return more;
        }
    }
}
