using System.CommandLine;
using GridMap.Cli.Generating;
using GridMap.Cli.Running;

namespace GridMap.Cli.Commands;

/// <summary><c>generate</c>: a fictional district to try things with.</summary>
internal sealed class GenerateCommand : GridMapCommand
{
    private readonly Option<int> seed = new("--seed")
    {
        HelpName = "N",
        Description = "The same seed gives the same bytes",
        Required = true,
    };

    private readonly Option<string> like = new("--like")
    {
        Description = "Whose size it has",
        DefaultValueFactory = static _ => "kuiwen",
    };

    private readonly Option<string> output = new("--out")
    {
        HelpName = "FOLDER",
        Description = "The folder for the files; made when it is not there",
        Required = true,
    };

    /// <summary>The command.</summary>
    public GenerateCommand(CommonOptions common)
        : base(
            "generate",
            "Make a fictional Chinese district as files that the import commands read.",
            "gridmap generate --seed 1 --like kuiwen --out geodata/sample",
            common)
    {
        like.AcceptOnlyFromAmong([.. DistrictGenerator.Presets]);
        Add(seed);
        Add(like);
        Add(output);
    }

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult args, CancellationToken cancellation)
    {
        var folder = args.GetRequiredValue(output);
        var files = DistrictGenerator.Write(args.GetValue(seed), args.GetRequiredValue(like), folder);
        Host.Out.WriteLine($"{files.Count} files of a fictional district written to {Path.GetFullPath(folder)}");
        Host.Out.WriteLine($"Next: gridmap import folder {Path.Combine(folder, "import.json")}");
        return Task.FromResult(ExitCode.Done);
    }
}
