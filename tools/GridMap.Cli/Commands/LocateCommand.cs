using System.CommandLine;
using GridMap.Cli.Printing;
using GridMap.Cli.Running;
using GridMap.Core;
using GridMap.Core.Locating;
using GridMap.Data.Answers;

namespace GridMap.Cli.Commands;

/// <summary><c>locate</c>: whose grid a point is, and who answers for it.</summary>
internal sealed class LocateCommand : GridMapCommand
{
    private readonly PointOptions point = new();
    private readonly StateOptions state = new();
    private readonly JsonOption json = new();

    private readonly Option<double> accuracy = new("--accuracy")
    {
        HelpName = "METRES",
        Description = "How far off the point may be",
    };

    private readonly Option<string> partition = new("--partition")
    {
        HelpName = "CODE",
        Description = "The one partition to ask; without it all, the default one first",
    };

    /// <summary>The command.</summary>
    public LocateCommand(CommonOptions common)
        : base(
            "locate",
            "Say whose grid a point is, how sure that is, who answers for it and which stations serve it.",
            "gridmap locate --lon 119.1 --lat 36.7 --accuracy 20",
            common)
    {
        point.AddTo(this);
        Add(accuracy);
        Add(partition);
        state.AddTo(this);
        Add(json.Option);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult args, CancellationToken cancellation)
    {
        var query = new LocateQuery
        {
            Point = point.Point(args),
            AccuracyMetres = args.GetValue(accuracy),
            Partition = args.GetValue(partition),
            IncludeDuties = true,
            IncludeStations = true,
            At = state.Instant(args, Host),
        };
        await using var store = await OpenToReadAsync(args, cancellation);
        var snapshot = await state.LoadAsync(args, Host, store, cancellation);
        var answer = CityMap.Build(snapshot).Locate(query);
        if (json.IsSet(args))
        {
            Print.Json(Host, answer.ToJson(query));
        }
        else
        {
            LocateText.Print(Host, answer, snapshot.Terms);
        }

        return ExitCode.Done;
    }
}
