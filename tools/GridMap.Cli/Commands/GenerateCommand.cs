using System.CommandLine;
using GridMap.Cli.Generating;
using GridMap.Cli.Running;

namespace GridMap.Cli.Commands;

/// <summary><c>generate</c>: a fictional district to try things with, or a province to measure on.</summary>
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

    private readonly Option<int> grids = new("--grids")
    {
        HelpName = "N",
        Description = $"Only with --like {ProvinceGenerator.Name}: how many grids, 1 to {ProvinceGenerator.MostGrids}",
        DefaultValueFactory = static _ => ProvinceGenerator.MostGrids,
    };

    private readonly Option<int> resources = new("--resources")
    {
        HelpName = "N",
        Description = $"Only with --like {ProvinceGenerator.Name}: how many resources, 0 to {ProvinceGenerator.MostResources}",
        DefaultValueFactory = static _ => ProvinceGenerator.MostResources,
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
        like.AcceptOnlyFromAmong([.. DistrictGenerator.Presets, ProvinceGenerator.Name]);
        RefuseOutside(grids, 1, ProvinceGenerator.MostGrids);
        RefuseOutside(resources, 0, ProvinceGenerator.MostResources);
        Add(seed);
        Add(like);
        Add(grids);
        Add(resources);
        Add(output);
    }

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult args, CancellationToken cancellation)
    {
        var folder = args.GetRequiredValue(output);
        var files = args.GetRequiredValue(like) == ProvinceGenerator.Name
            ? ProvinceGenerator.Write(args.GetValue(seed), args.GetValue(grids), args.GetValue(resources), folder)
            : DistrictGenerator.Write(args.GetValue(seed), args.GetRequiredValue(like), folder);
        Host.Out.WriteLine($"{files.Count} files of a fictional {What(args)} written to {Path.GetFullPath(folder)}");
        Host.Out.WriteLine($"Next: gridmap import folder {Path.Combine(folder, "import.json")}");
        return Task.FromResult(ExitCode.Done);
    }

    private string What(ParseResult args) => args.GetValue(like) == ProvinceGenerator.Name ? "province" : "district";

    private static void RefuseOutside(Option<int> option, int least, int most) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var count) && (count < least || count > most))
        {
            result.AddError($"{option.Name} is {count}; it takes {least} to {most}.");
        }
    });
}
