using System.Globalization;
using System.Text.Json;
using NetTopologySuite.Geometries;

namespace GridMap.Data.Exchange.GeoJson;

/// <summary>Reads the geometries of GeoJSON. Heights and measures are left out.</summary>
internal static class GeometryParser
{
    private delegate T ItemParser<T>(ref Utf8JsonReader reader);

    /// <summary>The geometry at the walker, which stands on its first token; it is left on the last.</summary>
    /// <exception cref="ShapeException">It is not a geometry.</exception>
    public static Geometry? Parse(ref JsonWalker walker)
    {
        if (walker.Reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        Expect(ref walker.Reader, JsonTokenType.StartObject);
        var type = TypeOf(walker.Reader);
        Geometry? shape = null;
        while (walker.Reader.Read() && walker.Reader.TokenType == JsonTokenType.PropertyName)
        {
            if (walker.Reader.ValueTextEquals("coordinates"u8))
            {
                shape = Coordinates(ref walker, type);
            }
            else if (walker.Reader.ValueTextEquals("geometries"u8))
            {
                walker.Reader.Read();
                shape = type == "GeometryCollection" ? Collection(ref walker) : Typed(ref walker.Reader, type);
            }
            else
            {
                walker.Reader.Read();
                walker.Reader.Skip();
            }
        }

        return shape ?? throw new ShapeException("geometry", type, "The geometry has no coordinates.");
    }

    private static Geometry Coordinates(ref JsonWalker walker, string? type)
    {
        if (CoordinateScanner.TryRead(type, walker.Ahead, out var shape, out var length))
        {
            walker.Jump(length);
            return shape!;
        }

        walker.Reader.Read();
        return Typed(ref walker.Reader, type);
    }

    // On a copy of the reader: the type mostly comes first, but may stand behind the coordinates.
    private static string? TypeOf(Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isType = reader.ValueTextEquals("type"u8);
            reader.Read();
            if (isType)
            {
                return Text(ref reader);
            }

            reader.Skip();
        }

        return null;
    }

    private static Geometry Typed(ref Utf8JsonReader reader, string? type) => type switch
    {
        "Point" => ShapeFactory.LonLat.CreatePoint(Position(ref reader)),
        "MultiPoint" => ShapeFactory.LonLat.CreateMultiPointFromCoords(Items(ref reader, Position)),
        "LineString" => Line(ref reader),
        "MultiLineString" => ShapeFactory.LonLat.CreateMultiLineString(Items(ref reader, Line)),
        "Polygon" => Polygon(ref reader),
        "MultiPolygon" => ShapeFactory.LonLat.CreateMultiPolygon(Items(ref reader, Polygon)),
        _ => throw new ShapeException("geometry", type, $"'{type}' is not a geometry type of GeoJSON."),
    };

    private static GeometryCollection Collection(ref JsonWalker walker)
    {
        Expect(ref walker.Reader, JsonTokenType.StartArray);
        var members = new List<Geometry>();
        while (walker.Reader.Read() && walker.Reader.TokenType != JsonTokenType.EndArray)
        {
            members.Add(Parse(ref walker)
                ?? throw new ShapeException("geometry", null, "A member of the collection is null."));
        }

        return ShapeFactory.LonLat.CreateGeometryCollection([.. members]);
    }

    private static LineString Line(ref Utf8JsonReader reader) => ShapeFactory.Line(Items(ref reader, Position));

    private static LinearRing Ring(ref Utf8JsonReader reader) => ShapeFactory.Ring(Items(ref reader, Position));

    private static Polygon Polygon(ref Utf8JsonReader reader) => ShapeFactory.Polygon(Items(ref reader, Ring));

    private static T[] Items<T>(ref Utf8JsonReader reader, ItemParser<T> item)
    {
        Expect(ref reader, JsonTokenType.StartArray);
        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(item(ref reader));
        }

        return [.. items];
    }

    private static Coordinate Position(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.StartArray);
        reader.Read();
        var x = Number(ref reader);
        reader.Read();
        var y = Number(ref reader);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Number(ref reader);
        }

        return new Coordinate(x, y);
    }

    private static double Number(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number ? ToDouble(reader.ValueSpan) : throw new ShapeException(
            "coordinate", Text(ref reader), "A position must be two numbers, longitude and latitude.");

    // Not the reader's own: 10508829145807109.000 is half-way between two doubles, and it takes the odd one.
    private static double ToDouble(ReadOnlySpan<byte> number) =>
        double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType token)
    {
        if (reader.TokenType != token)
        {
            throw new ShapeException(
                "geometry", Text(ref reader), "The geometry is not nested as its type asks for (RFC 7946, 3.1).");
        }
    }

    private static string Text(ref Utf8JsonReader reader) =>
        reader.TokenType is JsonTokenType.String ? reader.GetString()! : reader.TokenType.ToString();
}
