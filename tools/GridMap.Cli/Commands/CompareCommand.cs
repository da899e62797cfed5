using System.CommandLine;
using GridMap.Cli.Printing;
using GridMap.Cli.Running;
using GridMap.Core;
using GridMap.Core.Comparing;
using GridMap.Core.Grids;
using GridMap.Data.Answers;

namespace GridMap.Cli.Commands;

/// <summary><c>compare</c>: two partitions over each other.</summary>
internal sealed class CompareCommand : GridMapCommand
{
    private readonly StateOptions state = new();
    private readonly JsonOption json = new();
    private readonly Option<string> a = new("--a") { HelpName = "P", Description = "A partition", Required = true };
    private readonly Option<string> b = new("--b") { HelpName = "Q", Description = "Another", Required = true };

    private readonly Option<string> level = new("--level")
    {
        HelpName = "LEVEL",
        Description = "The level of the grids of --a; without it the leaves",
    };

    private readonly Option<string> secondLevel = new("--b-level")
    {
        HelpName = "LEVEL",
        Description = "The level of the grids of --b; without it the leaves",
    };

    /// <summary>The command.</summary>
    public CompareCommand(CommonOptions common)
        : base(
            "compare",
            "Lay two partitions over each other: area, addresses, dwellings and households of each pair of grids.",
            "gridmap compare --a police --b governance --b-level community",
            common)
    {
        Add(a);
        Add(b);
        Add(level);
        Add(secondLevel);
        state.AddTo(this);
        Add(json.Option);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult args, CancellationToken cancellation)
    {
        var (first, second) = (args.GetRequiredValue(a), args.GetRequiredValue(b));
        await using var store = await OpenToReadAsync(args, cancellation);
        var map = CityMap.Build(await state.LoadAsync(args, Host, store, cancellation));
        var (partitionA, partitionB) = (Partitions.Get(map, first), Partitions.Get(map, second));
        var (levelA, levelB) = (Level(args, level, partitionA), Level(args, secondLevel, partitionB));
        var comparison = PartitionComparison.Compare(partitionA, partitionB, map.Snapshot, levelA, levelB)
            .ToJson(map.State, (first, levelA), (second, levelB));
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

    private static string? Level(ParseResult args, Option<string> option, PartitionMap partition) =>
        args.GetValue(option) is { } level ? Partitions.RequireLevel(partition, option.Name, level) : null;
}
