using System.CommandLine;
using System.Text.Json;
using GridMap.Cli.Running;
using GridMap.Data.Importing;

namespace GridMap.Cli.Commands;

/// <summary><c>export</c>: what the store holds, as a file that the import of that kind reads.</summary>
internal sealed class ExportCommand : GridMapCommand
{
    private readonly StateOptions state = new();
    private readonly Argument<string> what = new("KIND")
    {
        HelpName = "KIND",
        Description = string.Join(", ", Exporter.Kinds),
    };

    private readonly Argument<string> file = new("FILE")
    {
        Description = "Its ending is its format: .geojson, .gpkg or .csv; of a vocabulary .json",
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

    private readonly Option<string> mapping = new("--mapping")
    {
        HelpName = "FILE",
        Description = "Write there the mapping with which the import of that kind reads the file back",
    };

    /// <summary>The command.</summary>
    public ExportCommand(CommonOptions common)
        : base(
            "export",
            "Write what the store holds as a file that the import of that kind reads back.",
            "gridmap export grids grids.geojson --partition governance",
            common)
    {
        what.AcceptOnlyFromAmong([.. Exporter.Kinds]);
        Add(what);
        Add(file);
        Add(partition);
        Add(layer);
        Add(kind);
        Add(mapping);
        state.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult args, CancellationToken cancellation)
    {
        var request = new ExportRequest(args.GetRequiredValue(what), args.GetRequiredValue(file))
        {
            Partition = args.GetValue(partition),
            LayerKind = args.GetValue(layer),
            ResourceKind = args.GetValue(kind),
        };
        await using var store = await OpenToReadAsync(args, cancellation);
        var snapshot = await state.LoadAsync(args, Host, store, cancellation);
        var result = Exporter.Export(snapshot, request);
        if (args.GetValue(mapping) is { } path && result.ReadBack is { } readBack)
        {
            await File.WriteAllTextAsync(
                path, JsonSerializer.Serialize(readBack, ImportJson.Readable.ImportRequest) + "\n", cancellation);
        }

        Host.Out.WriteLine($"{result.Rows} rows of {request.Kind} written to {request.File}");
        return ExitCode.Done;
    }
}
