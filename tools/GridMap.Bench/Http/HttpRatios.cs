using System.Globalization;
using System.Text.Json;
using GridMap.Bench.Postgres;
using GridMap.Bench.Ratios;
using GridMap.Data.Answers;
using NetTopologySuite.Geometries;

namespace GridMap.Bench.Http;

/// <summary>
/// The server's answers beside a bare hello and beside an endpoint that asks PostGIS, driven by wrk in turn, round by round.
/// </summary>
/// <remarks>
/// wrk takes one of two cores for itself, so a request costs about what the server needs for it on the other. Logs of
/// requests are off on all sides. Before the rounds each is driven until it is compiled.
/// </remarks>
internal static class HttpRatios
{
    private const int Rounds = 5;

    // A server of many methods is compiled for longer than a hello, on the core that it shares with the compiler.
    private const int WarmSeconds = 12;

    private const int Questions = 200;
    private const string Locate = "/locate?lon={x}&lat={y}";
    private const string Whole = "/locate-whole?lon={x}&lat={y}";
    private const string Nearest = "/nearest?lon={x}&lat={y}&kind=parking&limit=10";

    public static IEnumerable<Figure> Run(string? superuser)
    {
        using var ours = SampleServer.Start("/usr/bin/wrk");
        if (ours is null)
        {
            return [];
        }

        var program = typeof(HttpRatios).Assembly.Location;
        using var hello = ServerProcess.Start("/hello", [], url => [program, "hello", url]);
        using var server = PostgresServer.Open(superuser);
        return server.InDatabase(database =>
        {
            var map = ours.Map();
            PostGisServer.Fill(database, map);
            using var peer = ServerProcess.Start("/locate?lon=0&lat=0", [], url => [program, "postgis-endpoint", url, database]);
            RequireAgreement(ours.Url, peer.Url, MapExtent.Of(map));
            return Compare(ours.Url, hello.Url, peer.Url, MapExtent.Of(map)).ToArray();
        });
    }

    private static IEnumerable<Figure> Compare(string ours, string hello, string peer, Envelope extent)
    {
        double[] box = [extent.MinX, extent.MinY, extent.MaxX, extent.MaxY];
        Load[] Turn(int seconds) =>
        [
            Wrk.Run(hello, "/hello", box, seconds), Wrk.Run(ours, Locate, box, seconds), Wrk.Run(ours, Nearest, box, seconds),
            Wrk.Run(peer, Locate, box, seconds), Wrk.Run(peer, Whole, box, seconds),
        ];

        Turn(WarmSeconds);
        var turns = Enumerable.Range(0, Rounds).Select(_ => Turn(seconds: 2)).ToArray();
        var (plain, locate, nearest) = (Of(turns, 0), Of(turns, 1), Of(turns, 2));
        var (leafOfPostGis, postGis) = (Of(turns, 3), Of(turns, 4));
        yield return Speeds("http-locate-hello", locate, plain, 0.85);
        yield return Speeds("http-locate-postgis-whole", locate, postGis, 6);
        yield return Speeds("http-locate-postgis", locate, leafOfPostGis, 6);
        yield return Speeds("http-hello-postgis", plain, leafOfPostGis, 1);
        yield return Ratios.Rounds.Compare(
            "http-locate-p99", Slow(locate), Slow(plain), 1.5, Aim.AtMost,
            $"{Ratios.Rounds.Median(Slow(locate)) * 1e3:0.00} ms against hello's {Ratios.Rounds.Median(Slow(plain)) * 1e3:0.00} ms");
        yield return Speeds("http-nearest-hello", nearest, plain, 0.75);
    }

    /// <summary>
    /// Ours and PostGIS find the same leaves, paths and distances, at random places: none is exactly on a border. Which leaf
    /// is nearest or across is not compared, since two may be equally near.
    /// </summary>
    private static void RequireAgreement(string ours, string peer, Envelope extent)
    {
        using var client = new HttpClient();
        var random = new Random(7);
        for (var i = 0; i < Questions; i++)
        {
            var place = string.Create(
                CultureInfo.InvariantCulture,
                $"?lon={extent.MinX + (extent.Width * random.NextDouble()):F7}&lat={extent.MinY + (extent.Height * random.NextDouble()):F7}");
            var mine = Ask<LocateJson>(client, $"{ours}/locate{place}");
            var leaf = Ask<Leaf>(client, $"{peer}/locate{place}");
            var whole = Ask<LocateJson>(client, $"{peer}/locate-whole{place}");
            Require(place, mine.Results[0].Grid?.Code, leaf.Code);
            Require(place, mine.Results.Count, whole.Results.Count);
            foreach (var (a, b) in mine.Results.Zip(whole.Results))
            {
                Require(place, (a.Partition, a.Inside, a.Grid), (b.Partition, b.Inside, b.Grid));
                Require(place, string.Join('/', a.Path), string.Join('/', b.Path));
                RequireNear(place, a.Border?.Distance, b.Border?.Distance);
                RequireNear(place, a.Nearest?.Distance, b.Nearest?.Distance);
            }
        }
    }

    private static T Ask<T>(HttpClient client, string url) =>
        JsonSerializer.Deserialize<T>(client.GetStringAsync(url).GetAwaiter().GetResult(), JsonSerializerOptions.Web)!;

    private static void RequireNear(string place, double? ours, double? theirs)
    {
        // Both are rounded to the centimetre, and may be one apart.
        const double Apart = 0.0201;
        if (ours is null != theirs is null || Math.Abs((ours ?? 0) - (theirs ?? 0)) > Apart)
        {
            throw new InvalidOperationException($"{place}: {ours} m, and PostGIS finds {theirs} m.");
        }
    }

    private static void Require<T>(string place, T ours, T theirs)
    {
        if (!EqualityComparer<T>.Default.Equals(ours, theirs))
        {
            throw new InvalidOperationException($"{place}: {ours}, and PostGIS finds {theirs}.");
        }
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
}
