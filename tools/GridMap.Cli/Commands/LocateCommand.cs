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
    private readonly PointOptions point = new(required: false);
    private readonly LocateFile file = new();
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
        file.AddTo(this);
        Add(accuracy);
        Add(partition);
        state.AddTo(this);
        Add(json.Option);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult args, CancellationToken cancellation)
    {
        if (file.IsGiven(args))
        {
            return await LocateRowsAsync(args, cancellation);
        }

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

    private async Task<int> LocateRowsAsync(ParseResult args, CancellationToken cancellation)
    {
        point.RefuseAny(args, "--file");
        await using var store = await OpenToReadAsync(args, cancellation);
        var map = CityMap.Build(await state.LoadAsync(args, Host, store, cancellation));
        var asked = args.GetValue(partition) is { } code ? map.FindPartition(code) : map.Partitions.Count > 0 ? map.Partitions[0] : null;
        var metres = args.GetValue(accuracy);
        if (asked is null || !(metres is >= 0 and <= Locator.MaxAccuracyMetres))
        {
            throw new UsageException(asked is null
                ? $"--partition '{args.GetValue(partition)}' is not in the store. There are: "
                    + $"{string.Join(", ", map.Partitions.Select(static p => p.Partition.Code))}."
                : $"--accuracy {metres} is out of range: 0 to {Locator.MaxAccuracyMetres} metres.");
        }

        var answerer = file.Answerer(args, map, asked, point.System(args), metres, state.Instant(args, Host));
        return await file.RunAsync(args, Host, answerer, cancellation);
    }
}
