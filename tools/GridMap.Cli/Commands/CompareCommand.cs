using System.CommandLine;

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
    protected override Task<int> RunAsync(ParseResult args, CancellationToken cancellation) =>
        throw new NotImplementedException();
}
