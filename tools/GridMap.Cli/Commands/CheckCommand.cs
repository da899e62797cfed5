using System.CommandLine;
using GridMap.Cli.Printing;
using GridMap.Cli.Running;
using GridMap.Core;
using GridMap.Core.Checking;
using GridMap.Core.Grids.Checks;
using GridMap.Data.Answers;

namespace GridMap.Cli.Commands;

/// <summary><c>check</c>: where the map is wrong.</summary>
internal sealed class CheckCommand : GridMapCommand
{
    private readonly StateOptions state = new();
    private readonly JsonOption json = new();

    private readonly Option<string> partition = new("--partition")
    {
        HelpName = "CODE",
        Description = "The one partition to check; without it all",
    };

    private readonly Option<string> geojson = new("--geojson")
    {
        HelpName = "FILE",
        Description = "Write all findings there, with their places",
    };

    /// <summary>The command.</summary>
    public CheckCommand(CommonOptions common)
        : base(
            "check",
            "Print what is wrong and where; ends with 1 where there are errors, with 0 where there are none.",
            "gridmap check --partition governance --geojson findings.geojson",
            common)
    {
        Add(partition);
        Add(geojson);
        state.AddTo(this);
        Add(json.Option);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult args, CancellationToken cancellation)
    {
        await using var store = await OpenToReadAsync(args, cancellation);
        var map = CityMap.Build(await state.LoadAsync(args, Host, store, cancellation));
        var findings = Check(map, args.GetValue(partition));
        var accepted = new KnownFindings(map.Snapshot.AcceptedFindings);

        var answer = FindingAnswers.ToJson(map.State, findings, accepted);
        if (args.GetValue(geojson) is { } file)
        {
            await File.WriteAllTextAsync(file, AnswerJson.Write(answer, AnswerJson.Indented) + "\n", cancellation);
        }

        if (json.IsSet(args))
        {
            Print.Json(Host, answer);
        }
        else
        {
            FindingTable.Print(Host, findings, accepted);
        }

        return findings.Any(static f => f.Severity == Severity.Error) ? ExitCode.Findings : ExitCode.Done;
    }

    private static IReadOnlyList<Finding> Check(CityMap map, string? code) => code is null
        ? PartitionChecks.Run(map)
        : PartitionChecks.Run(Partitions.Get(map, code), map.Snapshot);
}
