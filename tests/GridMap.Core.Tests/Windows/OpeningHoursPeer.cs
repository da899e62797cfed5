using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using GridMap.Core.Tests.Architecture;

namespace GridMap.Core.Tests.Windows;

/// <summary>A question for the peer, in local times.</summary>
/// <param name="Text">The expression.</param>
/// <param name="From">The start, yyyy-MM-ddTHH:mm.</param>
/// <param name="To">The end.</param>
/// <param name="Country">Whose holidays are meant, or null.</param>
/// <param name="State">The state of that country, or null.</param>
internal sealed record PeerQuestion(string Text, string From, string To, string? Country = null, string? State = null);

/// <summary>What the peer says, a character for each half hour: 1 open, 0 closed, ? unknown.</summary>
/// <param name="Intervals">By its intervals; null when the text was refused.</param>
/// <param name="States">By its state at each instant.</param>
/// <param name="Comments">The comments of its intervals, each with the number of its first half hour.</param>
/// <param name="Refused">Why it was refused, or null.</param>
internal sealed record PeerAnswer(string? Intervals, string? States, JsonElement Comments, string? Refused);

/// <summary>
/// The npm package <c>opening_hours</c>, installed under <c>tests/Shared/npm</c> when it is not yet. Without Node a test
/// is skipped, in CI it fails.
/// </summary>
internal static class OpeningHoursPeer
{
    public static readonly string Folder = Path.Combine(SourceTree.Root, "tests", "Shared", "npm");
    private static readonly Lock Installing = new();

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static PeerAnswer[] Ask(IEnumerable<PeerQuestion> questions, string zone)
    {
        Install(zone);
        var lines = string.Concat(questions.Select(q => JsonSerializer.Serialize(q, Json) + "\n"));
        return [.. Run("node", "opening-hours.mjs", lines, zone).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<PeerAnswer>(line, Json)!)];
    }

    /// <summary>Installs the packages that tests compare with, where one is missing.</summary>
    public static void Install(string zone = "UTC")
    {
        lock (Installing)
        {
            if (((string[])["opening_hours", "chinese-days", "holiday-calendar"]).Any(
                package => !Directory.Exists(Path.Combine(Folder, "node_modules", package))))
            {
                Run("npm", "ci --no-audit --no-fund", "", zone);
            }
        }
    }

    private static string Run(string program, string arguments, string input, string zone)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["TZ"] = zone;
        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(3)), $"{program} did not end.");
        Assert.Equal(0, process.ExitCode);
        return output.GetAwaiter().GetResult();
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", missing.Message);
            throw;
        }
    }
}
