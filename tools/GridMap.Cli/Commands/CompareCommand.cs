using System.CommandLine;
using GridMap.Cli.Printing;
using GridMap.Cli.Running;
using GridMap.Core;
using GridMap.Core.Comparing;
using GridMap.Data.Answers;

namespace GridMap.Cli.Commands;

/// <summary><c>compare</c>: two partitions over each other.</summary>
internal sealed class CompareCommand : GridMapCommand
{
    private readonly StateOptions state = new();
    private readonly JsonOption json = new();
    private readonly Option<string> a = new("--a") { HelpName = "P", Description = "A partition", Required = true };
    private readonly Option<string> b = new("--b") { HelpName = "Q", Description = "Another", Required = true };

    /// <summary>The command.</summary>
    public CompareCommand(CommonOptions common)
        : base(
            "compare",
            "Lay two partitions over each other: area, addresses, dwellings and households of each pair of grids.",
            "gridmap compare --a governance --b police",
            common)
    {
        Add(a);
        Add(b);
        state.AddTo(this);
        Add(json.Option);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult args, CancellationToken cancellation)
    {
        var (first, second) = (args.GetRequiredValue(a), args.GetRequiredValue(b));
        await using var store = await OpenToReadAsync(args, cancellation);
        var map = CityMap.Build(await state.LoadAsync(args, Host, store, cancellation));
        var comparison = PartitionComparison
            .Compare(Partitions.Get(map, first), Partitions.Get(map, second), map.Snapshot)
            .ToJson(map.State, first, second);
        if (json.IsSet(args))
        {
            Print.Json(Host, comparison);
        }
        else
        {
            CompareTable.Print(Host, comparison);
        }

        return ExitCode.Done;
    }
}
