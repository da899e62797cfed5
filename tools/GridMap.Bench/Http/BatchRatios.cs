using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using GridMap.Bench.Ratios;
using GridMap.Core;
using GridMap.Data.Answers;

namespace GridMap.Bench.Http;

/// <summary>
/// Rows a second through <c>/locate/batch</c>, this client included: speeds of a machine and no ratios, since the goals are.
/// </summary>
internal static class BatchRatios
{
    private const int Rounds = 5;
    private const int Points = 1_000_000;
    private const int Addresses = 20_000;
    private const int Compared = 200;

    public static IEnumerable<Figure> Run()
    {
        using var server = SampleServer.Start();
        if (server is null)
        {
            yield break;
        }

        using var client = new HttpClient { Timeout = TimeSpan.FromMinutes(5) };
        var map = server.Map();
        var points = RandomPoints(map);
        Require(client, server.Url, points);
        yield return Measure("batch-points", client, $"{server.Url}/locate/batch", points, 1_000_000);
        if (map.Snapshot.Addresses.Count > 0)
        {
            yield return Measure("batch-addresses", client, $"{server.Url}/locate/batch?address=address", AddressesOf(map), 5_000);
        }
    }

    private static string[] RandomPoints(CityMap map)
    {
        var (random, extent) = (new Random(7), MapExtent.Of(map));
        return
        [
            "id,lon,lat",
            .. Enumerable.Range(0, Points).Select(i => string.Create(
                CultureInfo.InvariantCulture,
                $"{i},{extent.MinX + (extent.Width * random.NextDouble()):F7},{extent.MinY + (extent.Height * random.NextDouble()):F7}")),
        ];
    }

    private static string[] AddressesOf(CityMap map)
    {
        var random = new Random(7);
        var register = map.Snapshot.Addresses;
        return ["address", .. Enumerable.Range(0, Addresses).Select(_ => $"\"{register[random.Next(register.Count)].Text}\"")];
    }

    private static Figure Measure(string name, HttpClient client, string url, string[] lines, double goal)
    {
        var body = Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");
        var speeds = Enumerable.Range(0, Rounds + 1).Select(_ => Speed(client, url, body, lines.Length)).Skip(1).ToArray();
        var sorted = speeds.Order().ToArray();
        var median = Ratios.Rounds.Median(speeds);
        return new Figure(
            name, median, goal, Aim.AtLeast, (sorted[^2] - sorted[1]) / median,
            $"{median:0} rows a second, {body.Length / 1e6:0.0} MB up for {lines.Length - 1} rows");
    }

    private static double Speed(HttpClient client, string url, byte[] body, int lines)
    {
        var start = Stopwatch.GetTimestamp();
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var response = client.Send(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        using var stream = response.Content.ReadAsStream();
        var (buffer, answered) = (new byte[1 << 18], 0);
        for (var got = stream.Read(buffer); got > 0; got = stream.Read(buffer))
        {
            answered += buffer.AsSpan(0, got).Count((byte)'\n');
        }

        return answered == lines
            ? (lines - 1) / Stopwatch.GetElapsedTime(start).TotalSeconds
            : throw new InvalidOperationException($"{lines} lines were sent, and {answered} came back.");
    }

    /// <summary>An answer in a batch is the single answer.</summary>
    private static void Require(HttpClient client, string url, string[] points)
    {
        using var content = new StringContent(string.Join('\n', points[..(Compared + 1)]), Encoding.UTF8, "text/csv");
        var answer = client.PostAsync($"{url}/locate/batch", content).GetAwaiter().GetResult();
        var rows = answer.Content.ReadAsStringAsync().GetAwaiter().GetResult().Split('\n')[1..^1];
        foreach (var row in rows.Select(static r => r.Split(',')))
        {
            using var single = JsonDocument.Parse(
                client.GetStringAsync($"{url}/locate?lon={row[1]}&lat={row[2]}").GetAwaiter().GetResult());
            var grid = single.RootElement.GetProperty("results")[0].GetProperty("grid");
            if (row[4] != (grid.ValueKind == JsonValueKind.Null ? "" : grid.GetProperty("code").GetString()))
            {
                throw new InvalidOperationException($"{row[1]} {row[2]}: the batch has '{row[4]}', the single answer {grid}.");
            }
        }
    }
}
