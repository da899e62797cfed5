using GridMap.Cli.Running;

namespace GridMap.Cli.Tests;

/// <summary>What one run of the command line gave.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Out">What it answered.</param>
/// <param name="Error">What it complained about.</param>
public sealed record CliResult(int ExitCode, string Out, string Error);

/// <summary>Runs the command line in this process, as the program does, with the environment and the clock held still.</summary>
internal static class Cli
{
    /// <summary>A Sunday evening in Shanghai.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 20, 0, 0, TimeSpan.FromHours(8));

    /// <summary>Runs a command with these arguments.</summary>
    public static async Task<CliResult> RunAsync(params string[] args)
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        var exit = await CommandLine.RunAsync(args, Host(output, error), TestContext.Current.CancellationToken);
        return new CliResult(exit, output.ToString(), error.ToString());
    }

    /// <summary>Runs a command that must succeed, and gives what it answered.</summary>
    public static async Task<string> DoAsync(params string[] args)
    {
        var result = await RunAsync(args);
        Assert.True(result.ExitCode == 0, $"gridmap {string.Join(' ', args)}\n{result.Out}\n{result.Error}");
        return result.Out;
    }

    /// <summary>A host that writes to strings.</summary>
    public static CliHost Host(TextWriter output, TextWriter error, Func<string, string?>? variable = null) => new()
    {
        Out = output,
        Error = error,
        Time = new StillClock(Now),
        Variable = variable ?? (static _ => null),
        User = "tester",
    };

    private sealed class StillClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
    }
}
