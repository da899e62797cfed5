using System.CommandLine;
using GridMap.Cli.Running;

namespace GridMap.Cli.Commands;

/// <summary><c>backup</c>: a whole copy of the store while it is in use.</summary>
internal sealed class BackupCommand : GridMapCommand
{
    private readonly Argument<string> file = new("FILE") { Description = "A GeoPackage that does not exist yet" };

    /// <summary>The command.</summary>
    public BackupCommand(CommonOptions common)
        : base(
            "backup",
            "Write a whole, consistent copy of the store, all history included, while it is in use.",
            "gridmap backup /backup/gridmap-2026-11-22.gpkg",
            common) => Add(file);

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult args, CancellationToken cancellation)
    {
        var to = Path.GetFullPath(args.GetRequiredValue(file));
        await using var store = await OpenToReadAsync(args, cancellation);
        await store.BackupAsync(to, cancellation);
        var last = await store.GetLastRevisionAsync(cancellation);
        Host.Out.WriteLine($"{store.Description}: {last} revisions written to {to}");
        return ExitCode.Done;
    }
}
