using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using NetTopologySuite.Geometries;

namespace GridMap.Data.Exchange.Exporting;

/// <summary>Writes GeoJSON (RFC 7946), one feature on a line. Values that are absent have no property.</summary>
internal static class GeoJsonExport
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a table; gives the number of rows.</summary>
    public static long Write(string path, ExportTable table)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, Options);
        stream.Write("{\"type\":\"FeatureCollection\",\"features\":[\n"u8);
        long count = 0;
        foreach (var row in table.Rows)
        {
            stream.Write(count++ == 0 ? ""u8 : ",\n"u8);
            buffer.ResetWrittenCount();
            json.Reset();
            Feature(json, table, row);
            json.Flush();
            stream.Write(buffer.WrittenSpan);
        }

        stream.Write("\n]}\n"u8);
        return count;
    }

    private static void Feature(Utf8JsonWriter json, ExportTable table, ExportRow row)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        for (var i = 0; i < row.Values.Length; i++)
        {
            Property(json, table.Columns[i], row.Values[i]);
        }

        json.WriteEndObject();
        json.WritePropertyName("geometry");
        Shape(json, row.Shape);
        json.WriteEndObject();
    }

    private static void Property(Utf8JsonWriter json, ExportColumn column, string? value)
    {
        if (value is null)
        {
            return;
        }

        if (column.IsNumber)
        {
            json.WriteNumber(column.Name, decimal.Parse(value, CultureInfo.InvariantCulture));
        }
        else
        {
            json.WriteString(column.Name, value);
        }
    }

    private static void Shape(Utf8JsonWriter json, Geometry? shape)
    {
        if (shape is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("type", shape.GeometryType);
        json.WritePropertyName(shape.OgcGeometryType == OgcGeometryType.GeometryCollection ? "geometries" : "coordinates");
        Content(json, shape);
        json.WriteEndObject();
    }

    private static void Content(Utf8JsonWriter json, Geometry shape)
    {
        switch (shape)
        {
            case Point point:
                Position(json, point.Coordinate);
                break;
            case LineString line:
                List(json, line.Coordinates, Position);
                break;
            case Polygon polygon:
                List(json, [polygon.ExteriorRing, .. polygon.InteriorRings], Content);
                break;
            default:
                var parts = Enumerable.Range(0, shape.NumGeometries).Select(shape.GetGeometryN);
                List(json, parts, shape.OgcGeometryType == OgcGeometryType.GeometryCollection ? Shape : Content);
                break;
        }
    }

    private static void List<T>(Utf8JsonWriter json, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }

    private static void Position(Utf8JsonWriter json, Coordinate at)
    {
        json.WriteStartArray();
        json.WriteNumberValue(at.X);
        json.WriteNumberValue(at.Y);
        json.WriteEndArray();
    }
}
