using System.CommandLine;

namespace GridMap.Cli.Commands;

/// <summary><c>--json</c>: the answer as the server gives it.</summary>
internal sealed class JsonOption
{
    /// <summary>The option.</summary>
    public Option<bool> Option { get; } = new("--json") { Description = "Print the answer as JSON, as the server gives it" };

    /// <summary>Whether it is there.</summary>
    public bool IsSet(ParseResult args) => args.GetValue(Option);
}
