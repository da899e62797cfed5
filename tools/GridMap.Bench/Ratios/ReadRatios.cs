using System.Globalization;
using System.Text;
using System.Text.Json;
using GridMap.Bench.Data;
using GridMap.Data.Exchange;
using NetTopologySuite.Features;
using NetTopologySuite.IO.Converters;

namespace GridMap.Bench.Ratios;

/// <summary>Reading a GeoJSON file into rows: ours against NetTopologySuite.IO.GeoJSON4STJ, on the same file.</summary>
internal static class ReadRatios
{
    private static readonly JsonSerializerOptions Peer = new() { Converters = { new GeoJsonConverterFactory() } };

    public static IEnumerable<Figure> Run(NamedGrids grids)
    {
        var file = Path.Combine(Path.GetTempPath(), $"gridmap-bench-{Environment.ProcessId}.geojson");
        try
        {
            Write(file, grids);
            var vertices = grids.Polygons.Sum(static p => p.NumPoints);
            if (Ours(file) != vertices || Theirs(file) != vertices)
            {
                throw new InvalidOperationException("The readers disagree about the number of vertices.");
            }

            return [.. Measure(file, grids.Name)];
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static IEnumerable<Figure> Measure(string file, string name)
    {
        var bytes = new FileInfo(file).Length;
        var speeds = Rounds.Measure(() => Bytes(Ours(file)), () => Bytes(Theirs(file)));
        var (ours, theirs) = (speeds[0], speeds[1]);
        yield return Rounds.Compare(
            $"geojson-read-{name}", ours, theirs, 3, Aim.AtLeast,
            $"{Rounds.Median(ours) / 1e6:0} against {Rounds.Median(theirs) / 1e6:0} MB a second, {bytes / 1e6:0} MB");

        // No ratio, but a speed that the goals name; it is as good as the machine was quiet.
        yield return new Figure(
            $"geojson-megabytes-{name}", Rounds.Median(ours) / 1e6, 200, Aim.AtLeast, Spread(ours), "MB a second");

        long Bytes(long vertices)
        {
            Sink.Take(vertices);
            return bytes;
        }
    }

    private static long Ours(string file)
    {
        using var source = SourceFile.Open(new SourceOptions(file));
        return source.ReadRows().Sum(static row => (long)row.Shape!.NumPoints);
    }

    private static long Theirs(string file)
    {
        using var stream = File.OpenRead(file);
        return JsonSerializer.Deserialize<FeatureCollection>(stream, Peer)!.Sum(static f => (long)f.Geometry.NumPoints);
    }

    private static void Write(string file, NamedGrids grids)
    {
        using var text = new StreamWriter(file, append: false, new UTF8Encoding(false), 1 << 20);
        text.Write("{\"type\":\"FeatureCollection\",\"features\":[");
        for (var i = 0; i < grids.Polygons.Length; i++)
        {
            var ring = string.Join(',', grids.Polygons[i].Coordinates.Select(static c =>
                string.Create(CultureInfo.InvariantCulture, $"[{c.X},{c.Y}]")));
            text.Write($"{(i == 0 ? "" : ",\n")}{{\"type\":\"Feature\",\"properties\":{{\"code\":\"{i:000000}\",\"name\":\"第{i}网格\","
                + $"\"households\":{i}}},\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[[{ring}]]}}}}");
        }

        text.Write("]}");
    }

    private static double Spread(double[] speeds)
    {
        var sorted = speeds.Order().ToArray();
        return (sorted[^(sorted.Length / 4 + 1)] - sorted[sorted.Length / 4]) / Rounds.Median(speeds);
    }
}
