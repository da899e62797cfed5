using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using NetTopologySuite.Geometries;

namespace GridMap.Data.Exchange.GeoJson;

/// <summary>
/// Reads one Feature. Features of a file mostly have the same properties in the same order: then they share one array
/// of names, which costs nothing to find.
/// </summary>
internal sealed class FeatureParser
{
    private readonly List<string> names = [];
    private readonly List<string?> values = [];
    private string[] shared = [];

    /// <summary>The row of a Feature, or of a bare geometry.</summary>
    /// <param name="json">The whole Feature.</param>
    /// <param name="number">Its number in the file.</param>
    public SourceRow Parse(ReadOnlySpan<byte> json, long number)
    {
        names.Clear();
        values.Clear();
        try
        {
            var walker = new JsonWalker(json);
            walker.Reader.Read();
            return Feature(ref walker, number);
        }
        catch (ShapeException e)
        {
            return e.ToRow(number);
        }
        catch (InvalidOperationException)
        {
            // GetString of a text that is not UTF-8.
            return SourceRow.Bad(number, "encoding", null, "A text is not UTF-8. Convert the file to UTF-8.");
        }
    }

    private SourceRow Feature(ref JsonWalker walker, long number)
    {
        if (walker.Reader.TokenType != JsonTokenType.StartObject)
        {
            return SourceRow.Bad(number, "feature", null, "This is not a GeoJSON Feature.");
        }

        var whole = walker;
        string? type = null;
        string? id = null;
        Geometry? shape = null;
        while (walker.Reader.Read() && walker.Reader.TokenType == JsonTokenType.PropertyName)
        {
            if (walker.Reader.ValueTextEquals("properties"u8))
            {
                walker.Reader.Read();
                Properties(ref walker.Reader);
            }
            else if (walker.Reader.ValueTextEquals("geometry"u8))
            {
                walker.Reader.Read();
                shape = GeometryParser.Parse(ref walker);
            }
            else
            {
                Other(ref walker.Reader, ref type, ref id);
            }
        }

        return type == "Feature" ? Row(number, id, shape) : Bare(ref whole, number, type);
    }

    private SourceRow Row(long number, string? id, Geometry? shape)
    {
        if (id is not null && !names.Contains("id"))
        {
            Add("id", id);
        }

        return new SourceRow(number, ShareNames(), [.. values], shape);
    }

    private static SourceRow Bare(ref JsonWalker whole, long number, string? type) =>
        type is "Point" or "MultiPoint" or "LineString" or "MultiLineString" or "Polygon" or "MultiPolygon"
            or "GeometryCollection"
            ? new SourceRow(number, [], [], GeometryParser.Parse(ref whole))
            : SourceRow.Bad(number, "feature", type, "This is not a GeoJSON Feature: its type must be 'Feature'.");

    private static void Other(ref Utf8JsonReader reader, ref string? type, ref string? id)
    {
        var isType = reader.ValueTextEquals("type"u8);
        var isId = reader.ValueTextEquals("id"u8);
        reader.Read();
        if (isType)
        {
            type = Value(ref reader);
        }
        else if (isId)
        {
            id = Value(ref reader);
        }
        else
        {
            reader.Skip();
        }
    }

    private void Properties(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Name(ref reader);
            reader.Read();
            Add(name, Value(ref reader));
        }
    }

    private string Name(ref Utf8JsonReader reader)
    {
        var guess = names.Count < shared.Length ? shared[names.Count] : null;
        return guess is not null && reader.ValueTextEquals(guess) ? guess : reader.GetString()!;
    }

    // Of a name that occurs twice the last value counts, as in JSON.parse.
    private void Add(string name, string? value)
    {
        var known = names.Count < shared.Length && ReferenceEquals(shared[names.Count], name) ? -1 : names.IndexOf(name);
        if (known >= 0)
        {
            values[known] = value;
            return;
        }

        names.Add(name);
        values.Add(value);
    }

    private string[] ShareNames()
    {
        if (!CollectionsMarshal.AsSpan(names).SequenceEqual(shared))
        {
            shared = [.. names];
        }

        return shared;
    }

    private static string? Value(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                return Nested(ref reader);
            default:
                return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }

    private static string Nested(ref Utf8JsonReader reader)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.GetRawText();
    }
}
