namespace GridMap.Cli.Running;

/// <summary>The one place where what goes wrong becomes a line for the user and an exit code.</summary>
internal static class Guard
{
    /// <summary>Set to anything, it shows where an error came from.</summary>
    public const string DebugVariable = "GRIDMAP_DEBUG";

    /// <summary>Runs a command.</summary>
    /// <returns>Its exit code, or that of the failure.</returns>
    public static async Task<int> RunAsync(
        CliHost host, Func<CancellationToken, Task<int>> command, CancellationToken cancellation)
    {
        try
        {
            return await command(cancellation);
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            host.Error.WriteLine("gridmap: interrupted; nothing was written that is not whole.");
            return ExitCode.Interrupted;
        }
        catch (Exception error)
        {
            host.Error.WriteLine($"gridmap: {Sentence(error)}");
            if (!string.IsNullOrEmpty(host.Variable(DebugVariable)))
            {
                host.Error.WriteLine(error);
            }

            return ExitCode.Failed;
        }
    }

    private static string Sentence(Exception error) => error switch
    {
        AggregateException { InnerException: { } inner } => Sentence(inner),
        ArgumentException argument => OneLine(WithoutParameterName(argument)),
        FileNotFoundException { FileName: { } file } => $"There is no file '{file}'. Check the path.",
        NullReferenceException or InvalidCastException or IndexOutOfRangeException or NotImplementedException =>
            $"This should not happen: {OneLine(error.Message)} {DebugVariable}=1 shows where.",
        _ => OneLine(error.Message),
    };

    private static string WithoutParameterName(ArgumentException error) =>
        error.ParamName is { } name ? error.Message.Replace($" (Parameter '{name}')", "") : error.Message;

    private static string OneLine(string text) =>
        string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
