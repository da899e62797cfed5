using System.Text.Encodings.Web;
using System.Text.Json;

namespace GridMap.Cli.Generating.Files;

/// <summary>
/// Writes GeoJSON (RFC 7946) as it comes, a feature on a line, so that a change shows as changed lines. Coordinates
/// have seven decimals.
/// </summary>
internal sealed class GeoJsonFile : IDisposable
{
    private static readonly JsonSerializerOptions Text = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TextWriter writer;
    private readonly Frame frame;
    private bool isFirst = true;

    public GeoJsonFile(string path, Frame frame)
    {
        this.frame = frame;
        writer = TextFiles.Create(path);
        writer.Write("{\"type\":\"FeatureCollection\",\"features\":[");
    }

    public void AddPoint(PlanePoint at, params ReadOnlySpan<(string Name, object? Value)> properties) =>
        Add("Point", Position(at), properties);

    public void AddLine(IEnumerable<PlanePoint> line, params ReadOnlySpan<(string Name, object? Value)> properties) =>
        Add("LineString", Positions(line), properties);

    /// <summary>A polygon of one ring whose first point is not repeated.</summary>
    public void AddPolygon(IReadOnlyList<PlanePoint> ring, params ReadOnlySpan<(string Name, object? Value)> properties) =>
        Add("Polygon", $"[{Positions([.. ring, ring[0]])}]", properties);

    public void Dispose()
    {
        writer.Write("\n]}\n");
        writer.Dispose();
    }

    private void Add(string type, string coordinates, ReadOnlySpan<(string Name, object? Value)> properties)
    {
        writer.Write(isFirst ? "\n{\"type\":\"Feature\",\"properties\":{" : ",\n{\"type\":\"Feature\",\"properties\":{");
        isFirst = false;
        var separator = "";
        foreach (var (name, value) in properties)
        {
            if (value is not null)
            {
                writer.Write($"{separator}\"{name}\":{JsonSerializer.Serialize(value, Text)}");
                separator = ",";
            }
        }

        writer.Write($"}},\"geometry\":{{\"type\":\"{type}\",\"coordinates\":{coordinates}}}}}");
    }

    private string Positions(IEnumerable<PlanePoint> points) => $"[{string.Join(",", points.Select(Position))}]";

    private string Position(PlanePoint p)
    {
        var (lon, lat) = frame.ToSteps(p);
        return $"[{Frame.Format(lon)},{Frame.Format(lat)}]";
    }
}
