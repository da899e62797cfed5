using System.CommandLine;
using GridMap.Cli.Printing;
using GridMap.Cli.Running;
using GridMap.Core.History;
using GridMap.Data.Answers;

namespace GridMap.Cli.Commands;

/// <summary><c>revisions</c>: who changed what, when, from which date.</summary>
internal sealed class RevisionsCommand : GridMapCommand
{
    private readonly Option<int> limit = new("--limit")
    {
        HelpName = "N",
        Description = "At most how many, the newest first",
        DefaultValueFactory = static _ => 50,
    };

    private readonly JsonOption json = new();

    /// <summary>The command.</summary>
    public RevisionsCommand(CommonOptions common)
        : base("revisions", "List the revisions, the newest first.", "gridmap revisions --limit 10", common)
    {
        Add(limit);
        Add(json.Option);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult args, CancellationToken cancellation)
    {
        await using var store = await OpenToReadAsync(args, cancellation);
        List<Revision> revisions = [];
        await foreach (var revision in store.ListRevisionsAsync(cancellation))
        {
            if (revisions.Count == args.GetValue(limit))
            {
                break;
            }

            revisions.Add(revision);
        }

        if (json.IsSet(args))
        {
            Print.Json(Host, new RevisionsJson([.. revisions.Select(RevisionJson.From)]));
        }
        else
        {
            RevisionTable.Print(Host, revisions);
        }

        return ExitCode.Done;
    }
}
