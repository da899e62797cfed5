using System.Text;

namespace GridMap.Cli.Running;

/// <summary>What the command line takes from the process that it runs in; tests stand in for it.</summary>
internal sealed record CliHost
{
    /// <summary>Where answers go.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Where messages and progress go.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Opens where rows go that are answered in bulk, as bytes.</summary>
    public Func<Stream> OpenOut { get; init; } = Console.OpenStandardOutput;

    /// <summary>Whether a person watches <see cref="Out"/>: tables fit the window's width then.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>Whether a person watches <see cref="Error"/>: progress is shown only then.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Gives an environment variable, or null.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>The user of the operating system: who acts, unless <c>--actor</c> says so.</summary>
    public string User { get; init; } = Environment.UserName;

    /// <summary>The host of a real process: UTF-8 whatever the locale, since names are in Chinese.</summary>
    public static CliHost OfProcess()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new CliHost
        {
            Out = Console.Out,
            Error = Console.Error,
            OutIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
        };
    }
}
