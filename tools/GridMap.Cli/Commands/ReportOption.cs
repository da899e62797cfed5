using System.CommandLine;

namespace GridMap.Cli.Commands;

/// <summary><c>--report</c>: where the whole report goes as JSON.</summary>
internal sealed class ReportOption
{
    /// <summary>The option.</summary>
    public Option<string> Option { get; } = new("--report")
    {
        HelpName = "FILE",
        Description = "Write the whole report there as JSON",
    };

    /// <summary>The file, or null.</summary>
    public string? File(ParseResult args) => args.GetValue(Option);
}
