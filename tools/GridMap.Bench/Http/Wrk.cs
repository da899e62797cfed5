using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace GridMap.Bench.Http;

/// <summary>What one run of wrk saw.</summary>
/// <param name="Speed">Requests a second.</param>
/// <param name="Slow">The latency that 99 of 100 requests keep, seconds.</param>
internal sealed record Load(double Speed, double Slow);

/// <summary>Drives a server with wrk: one thread, sixteen connections, the same for all.</summary>
internal static partial class Wrk
{
    // {x} and {y} in the path are a point of the box, taken at random from a fixed seed.
    private const string Script =
        """
        local path, west, south, east, north
        function init(args)
          math.randomseed(7)
          path = args[1]
          west, south, east, north = tonumber(args[2]), tonumber(args[3]), tonumber(args[4]), tonumber(args[5])
        end
        function request()
          local x = string.format("%.7f", west + (east - west) * math.random())
          local y = string.format("%.7f", south + (north - south) * math.random())
          return wrk.format("GET", (path:gsub("{x}", x):gsub("{y}", y)))
        end
        """;

    /// <summary>Loads a path of a server for some seconds.</summary>
    /// <exception cref="InvalidOperationException">An answer was no success.</exception>
    public static Load Run(string url, string path, double[] box, int seconds)
    {
        var script = Path.Combine(Path.GetTempPath(), $"gridmap-wrk-{Environment.ProcessId}.lua");
        File.WriteAllText(script, Script);
        string[] arguments =
        [
            "-t1", "-c16", $"-d{seconds}s", "--latency", "-s", script, url, "--", path,
            .. box.Select(b => b.ToString("R", CultureInfo.InvariantCulture)),
        ];
        var start = new ProcessStartInfo("wrk", arguments) { RedirectStandardOutput = true };
        using var wrk = Process.Start(start)!;
        var output = wrk.StandardOutput.ReadToEnd();
        wrk.WaitForExit();
        File.Delete(script);
        if (output.Contains("Non-2xx") || !Speed().IsMatch(output))
        {
            throw new InvalidOperationException($"{path}: wrk says: {output}");
        }

        var slow = Slow().Match(output);
        return new Load(Number(Speed().Match(output)), Number(slow) * (slow.Groups[2].Value switch
        {
            "us" => 1e-6,
            "ms" => 1e-3,
            _ => 1,
        }));
    }

    private static double Number(Match match) => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Speed();

    [GeneratedRegex(@"99%\s+([\d.]+)(us|ms|s)")]
    private static partial Regex Slow();
}
