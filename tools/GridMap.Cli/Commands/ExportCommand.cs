using System.CommandLine;

namespace GridMap.Cli.Commands;

/// <summary><c>export</c>: what the store holds, as a file that the import of that kind reads.</summary>
internal sealed class ExportCommand : GridMapCommand
{
    private static readonly string[] Kinds =
        ["grids", "reference", "dwellings", "duties", "resources", "addresses", "emergencies", "vocabulary"];

    private readonly StateOptions state = new();
    private readonly Argument<string> what = new("KIND")
    {
        HelpName = "KIND",
        Description = string.Join(", ", Kinds),
    };

    private readonly Argument<string> file = new("FILE")
    {
        Description = "Its ending is its format: .geojson, .gpkg or .csv",
    };

    private readonly Option<string> partition = new("--partition")
    {
        HelpName = "CODE",
        Description = "Of grids: the one partition; without it the default one",
    };

    private readonly Option<string> layer = new("--layer-kind")
    {
        HelpName = "LAYER",
        Description = "Of reference features: the one layer; without it all",
    };

    private readonly Option<string> kind = new("--kind")
    {
        HelpName = "KIND",
        Description = "Of resources: the one kind; without it all",
    };

    /// <summary>The command.</summary>
    public ExportCommand(CommonOptions common)
        : base(
            "export",
            "Write what the store holds as a file that the import of that kind reads back.",
            "gridmap export grids grids.geojson --partition governance",
            common)
    {
        what.AcceptOnlyFromAmong(Kinds);
        Add(what);
        Add(file);
        Add(partition);
        Add(layer);
        Add(kind);
        state.AddTo(this);
    }

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult args, CancellationToken cancellation) =>
        throw new NotImplementedException();
}
