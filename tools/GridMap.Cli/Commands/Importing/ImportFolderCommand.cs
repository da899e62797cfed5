using System.CommandLine;

namespace GridMap.Cli.Commands.Importing;

/// <summary><c>import folder</c>: all imports that a list names, in its order.</summary>
internal sealed class ImportFolderCommand : GridMapCommand
{
    private readonly Argument<string> file = new("FILE") { Description = "An import.json, or a folder with one" };
    private readonly ReportOption report = new();

    /// <summary>The command.</summary>
    public ImportFolderCommand(CommonOptions common)
        : base(
            "folder",
            "Take all the files that an import.json lists, in its order; files count from its folder.",
            "gridmap import folder geodata/sample/import.json",
            common)
    {
        Add(file);
        Add(report.Option);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult args, CancellationToken cancellation)
    {
        var requests = RequestList.Read(args.GetRequiredValue(file));
        await using var store = await OpenToWriteAsync(args, cancellation);
        return await new ImportRun(Host, store, Actor(args)).RunAsync(requests, report.File(args), cancellation);
    }
}
