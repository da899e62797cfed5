using System.Text.Json;

namespace GridMap.Data.Exchange.GeoJson;

/// <summary>What stands before the features of a GeoJSON file.</summary>
/// <param name="IsCollection">Whether it is a FeatureCollection; else Features one after the other.</param>
/// <param name="Crs">The name in the <c>crs</c> member of GeoJSON 2008, or null.</param>
internal readonly record struct GeoJsonHeader(bool IsCollection, string? Crs)
{
    /// <summary>Reads up to the first feature.</summary>
    /// <exception cref="JsonException">It is not JSON, or no GeoJSON.</exception>
    public static GeoJsonHeader Read(JsonBuffer json)
    {
        SkipByteOrderMark(json);
        if (json.Peek() != '{')
        {
            throw new JsonException("It does not begin with an object.");
        }

        return IsFeatureCollection(json) ? Collection(json) : new GeoJsonHeader(false, null);
    }

    /// <summary>Reads from behind the array of features to the file's end.</summary>
    /// <exception cref="JsonException">The file ends too early, or names another system than before.</exception>
    public static void ReadRest(JsonBuffer json, string? crs)
    {
        while (json.Peek() != '}')
        {
            var (name, late) = Member(json);
            if (name == "crs" && late is not null && late != crs)
            {
                throw new JsonException($"The crs '{late}' is named behind the features; give it with --crs instead.");
            }
        }

        json.Consume(1);
    }

    private static GeoJsonHeader Collection(JsonBuffer json)
    {
        json.Consume(1);
        string? crs = null;
        while (json.Peek() != '}')
        {
            var (name, value) = Member(json, stopAt: "features");
            if (name == "features")
            {
                return new GeoJsonHeader(true, crs);
            }

            crs = name == "crs" ? value : crs;
        }

        throw new JsonException("It has no 'features'.");
    }

    private static (string Name, string? Crs) Member(JsonBuffer json, string? stopAt = null)
    {
        var name = Text(json);
        if (json.Peek() != ':')
        {
            json.WholeValue();
            throw new JsonException($"A ':' is missing behind '{name}'.");
        }

        json.Consume(1);
        var next = json.Peek();
        if (name == stopAt && next == '[')
        {
            json.Consume(1);
            return (name, null);
        }

        var length = json.WholeValue();
        var crs = name == "crs" ? CrsName(json.Window[..length]) : null;
        json.Consume(length);
        return (name, crs);
    }

    private static string Text(JsonBuffer json)
    {
        var length = json.WholeValue();
        var reader = new Utf8JsonReader(json.Window[..length]);
        reader.Read();
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException("The name of a member is missing.");
        }

        var text = reader.GetString()!;
        json.Consume(length);
        return text;
    }

    private static string? CrsName(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty("properties", out var properties)
            && properties.ValueKind == JsonValueKind.Object
            && properties.TryGetProperty("name", out var name)
            ? name.ToString()
            : null;
    }

    // The first member that tells decides; the window grows until it is there.
    private static bool IsFeatureCollection(JsonBuffer json)
    {
        while (true)
        {
            if (Sniff(json) is { } answer)
            {
                return answer;
            }

            json.Grow();
        }
    }

    private static bool? Sniff(JsonBuffer json)
    {
        var reader = json.Reader();
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            if (!reader.Read())
            {
                return null;
            }

            switch (name)
            {
                case "features":
                    return true;
                case "geometry" or "coordinates" or "geometries" or "properties":
                    return false;
                case "type" when reader.TokenType == JsonTokenType.String:
                    return Type(reader.GetString()!);
                default:
                    break;
            }

            if (!reader.TrySkip())
            {
                return null;
            }
        }

        return json.IsFinal || reader.TokenType == JsonTokenType.EndObject
            ? throw new JsonException("It is neither a FeatureCollection nor a Feature.")
            : null;
    }

    private static bool Type(string type) => type switch
    {
        "FeatureCollection" => true,
        "Topology" => throw new JsonException("It is TopoJSON, which is not read; convert it with ogr2ogr."),
        _ => false,
    };

    private static void SkipByteOrderMark(JsonBuffer json)
    {
        json.Grow();
        if (json.Window.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            json.Consume(3);
        }
    }
}
