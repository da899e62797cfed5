using System.CommandLine;
using GridMap.Cli.Printing;
using GridMap.Cli.Running;
using GridMap.Core;
using GridMap.Core.Addresses;
using GridMap.Core.Locating;
using GridMap.Data.Answers;

namespace GridMap.Cli.Commands;

/// <summary><c>locate</c>: whose grid a point or an address is, and who answers for it.</summary>
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

    private readonly Option<string> address = new("--address")
    {
        HelpName = "TEXT",
        Description = "Instead of a point: an address as people write or say it, a landmark, a code",
    };

    private readonly Option<int> limit = new("--limit")
    {
        HelpName = "N",
        Description = "With --address: at most how many candidates, 1 to 100",
        DefaultValueFactory = static _ => AddressQuery.UsualLimit,
    };

    /// <summary>The command.</summary>
    public LocateCommand(CommonOptions common)
        : base(
            "locate",
            "Say whose grid a point or an address is, how sure that is, who answers for it and which stations serve it.",
            "gridmap locate --address '永桥小区北门3号楼旁边'",
            common)
    {
        point.AddTo(this);
        Add(address);
        Add(limit);
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

        var byPoint = point.IsGiven(args);
        var text = args.GetValue(address);
        if (byPoint == text is not null)
        {
            throw new UsageException("Give either a point (--lon and --lat) or an --address.");
        }

        var query = text is null ? ReadPoint(args) : null;
        var question = text is null ? null : ReadAddress(args, text);
        await using var store = await OpenToReadAsync(args, cancellation);
        var snapshot = await state.LoadAsync(args, Host, store, cancellation);
        var map = CityMap.Build(snapshot);
        return query is not null ? Write(args, map.Locate(query), query, snapshot) : Write(args, map.Locate(question!), question!, snapshot);
    }

    private LocateQuery ReadPoint(ParseResult args) => new()
    {
        Point = point.Point(args),
        AccuracyMetres = args.GetValue(accuracy),
        Partition = args.GetValue(partition),
        IncludeDuties = true,
        IncludeStations = true,
        At = state.Instant(args, Host),
    };

    private AddressQuery ReadAddress(ParseResult args, string text)
    {
        if (AddressIndex.FindFault(text) is { } fault)
        {
            throw new UsageException($"--address: {fault}");
        }

        var count = args.GetValue(limit);
        return new AddressQuery
        {
            Text = text,
            Limit = count is >= 1 and <= 100 ? count : throw new UsageException($"--limit {count} is not a number from 1 to 100."),
            AccuracyMetres = args.GetValue(accuracy),
            Partition = args.GetValue(partition),
            IncludeDuties = true,
            IncludeStations = true,
            At = state.Instant(args, Host),
        };
    }

    private int Write(ParseResult args, LocateAnswer answer, LocateQuery query, MapSnapshot snapshot)
    {
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

    private int Write(ParseResult args, AddressAnswer answer, AddressQuery query, MapSnapshot snapshot)
    {
        if (json.IsSet(args))
        {
            Print.Json(Host, answer.ToJson(query));
        }
        else
        {
            LocateText.Print(Host, answer, snapshot.Terms);
        }

        return answer.Candidates.Count > 0 ? ExitCode.Done : ExitCode.Findings;
    }
}
