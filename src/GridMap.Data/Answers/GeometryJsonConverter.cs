using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using GridMap.Core;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace GridMap.Data.Answers;

/// <summary>
/// Writes a geometry as RFC 7946 says: lon lat in degrees, shells counterclockwise and holes clockwise. Heights are
/// left out. It does not read.
/// </summary>
/// <remarks>Compact JSON of small shapes, such as those of resources, is kept while they are asked for often.</remarks>
public sealed class GeometryJsonConverter : JsonConverter<Geometry>
{
    private const int KeptShapes = 1 << 14;
    private const int MostKeptVertices = 64;

    private readonly RecentParts<Geometry, byte[]> recent = new(KeptShapes, Encode);

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override Geometry Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Answers are written, not read.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Geometry value, JsonSerializerOptions options)
    {
        if (!options.WriteIndented && value.NumPoints <= MostKeptVertices)
        {
            writer.WriteRawValue(recent.Of(value), skipInputValidation: true);
        }
        else
        {
            WriteGeometry(writer, value);
        }
    }

    private static byte[] Encode(Geometry shape)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            WriteGeometry(writer, shape);
        }

        return bytes.WrittenSpan.ToArray();
    }

    private static void WriteGeometry(Utf8JsonWriter writer, Geometry value)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, value.GeometryType);
        if (value.GetType() == typeof(GeometryCollection))
        {
            WriteParts("geometries"u8, writer, value, part => WriteGeometry(writer, part));
        }
        else
        {
            writer.WritePropertyName("coordinates"u8);
            WriteCoordinates(writer, value);
        }

        writer.WriteEndObject();
    }

    private static void WriteCoordinates(Utf8JsonWriter writer, Geometry shape)
    {
        switch (shape)
        {
            case Point { IsEmpty: true }:
                WriteLine(writer, []);
                break;
            case Point point:
                WritePosition(writer, point.Coordinate);
                break;
            case LineString line:
                WriteLine(writer, line.Coordinates);
                break;
            case Polygon polygon:
                WritePolygon(writer, polygon);
                break;
            default:
                WriteParts(default, writer, shape, part => WriteCoordinates(writer, part));
                break;
        }
    }

    private static void WriteParts(ReadOnlySpan<byte> name, Utf8JsonWriter writer, Geometry shape, Action<Geometry> write)
    {
        if (!name.IsEmpty)
        {
            writer.WritePropertyName(name);
        }

        writer.WriteStartArray();
        for (var i = 0; i < shape.NumGeometries; i++)
        {
            write(shape.GetGeometryN(i));
        }

        writer.WriteEndArray();
    }

    private static void WritePolygon(Utf8JsonWriter writer, Polygon polygon)
    {
        writer.WriteStartArray();
        if (!polygon.IsEmpty)
        {
            WriteRing(writer, polygon.Shell, counterclockwise: true);
            foreach (var hole in polygon.Holes)
            {
                WriteRing(writer, hole, counterclockwise: false);
            }
        }

        writer.WriteEndArray();
    }

    private static void WriteRing(Utf8JsonWriter writer, LineString ring, bool counterclockwise)
    {
        var turned = Orientation.IsCCW(ring.CoordinateSequence) == counterclockwise;
        WriteLine(writer, turned ? ring.Coordinates : [.. ring.Coordinates.Reverse()]);
    }

    private static void WriteLine(Utf8JsonWriter writer, Coordinate[] line)
    {
        writer.WriteStartArray();
        foreach (var position in line)
        {
            WritePosition(writer, position);
        }

        writer.WriteEndArray();
    }

    private static void WritePosition(Utf8JsonWriter writer, Coordinate position)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(position.X);
        writer.WriteNumberValue(position.Y);
        writer.WriteEndArray();
    }
}
