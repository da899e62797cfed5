using System.Diagnostics;
using GridMap.Core.Tests.Architecture;

namespace GridMap.Core.Tests.Windows;

/// <summary>
/// The npm package <c>opening_hours</c>, installed under <c>tests/Shared/npm</c> when it is not yet. Without Node a test
/// is skipped, in CI it fails.
/// </summary>
internal static class OpeningHoursPeer
{
    private static readonly string Folder = Path.Combine(SourceTree.Root, "tests", "Shared", "npm");

    /// <summary>For each question, 1 or 0 for each of its times, or <c>refused</c>.</summary>
    public static string[] Ask(IEnumerable<(string Text, IReadOnlyList<DateTime> Times)> questions)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "opening_hours")))
        {
            Run("npm", "ci --no-audit --no-fund", "");
        }

        var lines = questions.Select(q => $"{q.Text}\t{string.Join('\t', q.Times.Select(t => $"{t:yyyy-MM-ddTHH:mm}"))}\n");
        return Run("node", "opening-hours.mjs", string.Concat(lines)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Run(string program, string arguments, string input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["TZ"] = "UTC";
        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(2)), $"{program} did not end.");
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
