using System.Text.Json;
using GridMap.Bench.Ratios;

namespace GridMap.Bench.Http;

/// <summary>The server's answers beside a bare hello, driven by wrk in turn, round by round.</summary>
/// <remarks>It needs wrk, and the server as built with <c>-c Release</c>; on the sample of the repository.</remarks>
internal static class HttpRatios
{
    private const int Rounds = 5;
    private const string Locate = "/locate?lon={x}&lat={y}";
    private const string Nearest = "/nearest?lon={x}&lat={y}&kind=parking&limit=10";

    public static IEnumerable<Figure> Run()
    {
        var root = FindRoot();
        var program = Path.Combine(root, "src/GridMap.Server/bin/Release/net10.0/GridMap.Server.dll");
        if (!File.Exists(program) || !File.Exists("/usr/bin/wrk"))
        {
            Console.WriteLine("left out: it needs wrk (apt install wrk) and dotnet build -c Release src/GridMap.Server");
            yield break;
        }

        var folder = Directory.CreateTempSubdirectory("gridmap-bench-").FullName;
        Dictionary<string, string> settings = new()
        {
            ["GRIDMAP_STORE"] = Path.Combine(folder, "sample.gpkg"),
            ["Logging__LogLevel__Default"] = "Warning",
        };
        using (var ours = ServerProcess.Start("/health", settings, url => [program, "--urls", url]))
        using (var hello = ServerProcess.Start("/hello", [], url => [typeof(HttpRatios).Assembly.Location, "hello", url]))
        {
            foreach (var figure in Compare(ours.Url, hello.Url, BoxOf(ours.Url)))
            {
                yield return figure;
            }
        }

        Directory.Delete(folder, recursive: true);
    }

    private static IEnumerable<Figure> Compare(string ours, string hello, double[] box)
    {
        Load[] Turn() => [Wrk.Run(hello, "/hello", box), Wrk.Run(ours, Locate, box), Wrk.Run(ours, Nearest, box)];

        Turn();
        var turns = Enumerable.Range(0, Rounds).Select(_ => Turn()).ToArray();
        var (plain, locate, nearest) = (Of(turns, 0), Of(turns, 1), Of(turns, 2));
        yield return Speeds("http-locate-hello", locate, plain, 0.85);
        yield return Ratios.Rounds.Compare(
            "http-locate-p99", Slow(locate), Slow(plain), 1.5, Aim.AtMost,
            $"{Ratios.Rounds.Median(Slow(locate)) * 1e3:0.00} ms against hello's {Ratios.Rounds.Median(Slow(plain)) * 1e3:0.00} ms");
        yield return Speeds("http-nearest-hello", nearest, plain, 0.75);
    }

    private static Load[] Of(Load[][] turns, int server) => [.. turns.Select(t => t[server])];

    private static double[] Slow(Load[] loads) => [.. loads.Select(l => l.Slow)];

    private static Figure Speeds(string name, Load[] ours, Load[] theirs, double goal)
    {
        var (a, b) = (ours.Select(l => l.Speed).ToArray(), theirs.Select(l => l.Speed).ToArray());
        return Ratios.Rounds.Compare(
            name, a, b, goal, Aim.AtLeast,
            $"{Ratios.Rounds.Median(a):0} against {Ratios.Rounds.Median(b):0} requests a second");
    }

    private static double[] BoxOf(string url)
    {
        using var client = new HttpClient();
        using var collections = JsonDocument.Parse(client.GetStringAsync($"{url}/collections").GetAwaiter().GetResult());
        var first = collections.RootElement.GetProperty("collections")[0].GetProperty("extent");
        return [.. first.EnumerateArray().Select(e => e.GetDouble())];
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "GridMap.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("This is not run from a clone of the repository.");
    }
}
