using System.CommandLine;
using GridMap.Cli.Running;

namespace GridMap.Cli.Commands;

/// <summary><c>restore</c>: a backup into an empty store.</summary>
internal sealed class RestoreCommand : GridMapCommand
{
    private readonly Argument<string> file = new("FILE") { Description = "A file that 'gridmap backup' wrote" };

    /// <summary>The command.</summary>
    public RestoreCommand(CommonOptions common)
        : base(
            "restore",
            "Take all revisions of a backup into a store, which must be empty.",
            "gridmap restore /backup/gridmap-2026-11-22.gpkg --store 'Host=localhost;Database=gridmap'",
            common) => Add(file);

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult args, CancellationToken cancellation)
    {
        var from = Path.GetFullPath(args.GetRequiredValue(file));
        await using var store = await OpenToWriteAsync(args, cancellation);
        await store.RestoreAsync(from, cancellation);
        var last = await store.GetLastRevisionAsync(cancellation);
        Host.Out.WriteLine($"{store.Description}: {last} revisions restored from {from}");
        return ExitCode.Done;
    }
}
