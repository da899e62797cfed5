using System.CommandLine;
using GridMap.Cli.Printing;
using GridMap.Cli.Running;
using GridMap.Core;
using GridMap.Core.Resources;
using GridMap.Data.Answers;

namespace GridMap.Cli.Commands;

/// <summary><c>nearest</c>: the nearest resources of a kind.</summary>
internal sealed class NearestCommand : GridMapCommand
{
    private readonly PointOptions point = new();
    private readonly StateOptions state = new();
    private readonly JsonOption json = new();

    private readonly Option<string> kind = new("--kind")
    {
        HelpName = "KIND",
        Description = "The id of the kind, like toilet",
        Required = true,
    };

    private readonly Option<int> limit = new("--limit")
    {
        HelpName = "N",
        Description = "At most how many, 1 to 1,000",
        DefaultValueFactory = static _ => 10,
    };

    private readonly Option<double?> radius = new("--radius")
    {
        HelpName = "METRES",
        Description = "Only what is at most that far",
    };

    private readonly Option<string[]> where = new("--where")
    {
        HelpName = "ATTRIBUTE=VALUE",
        Description = "Only those of that attribute (accessible=true, area=400..1000); may be given several times",
    };

    /// <summary>The command.</summary>
    public NearestCommand(CommonOptions common)
        : base(
            "nearest",
            "List the nearest resources of a kind, metres on the ellipsoid to the gate or the shape.",
            "gridmap nearest --kind toilet --lon 119.1 --lat 36.7 --limit 3",
            common)
    {
        Add(kind);
        point.AddTo(this);
        Add(limit);
        Add(radius);
        Add(where);
        state.AddTo(this);
        Add(json.Option);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult args, CancellationToken cancellation)
    {
        var query = new NearestQuery
        {
            Point = point.Point(args),
            Kind = args.GetRequiredValue(kind),
            Limit = args.GetValue(limit),
            RadiusMetres = args.GetValue(radius),
        };
        await using var store = await OpenToReadAsync(args, cancellation);
        var snapshot = await state.LoadAsync(args, Host, store, cancellation);
        Kinds.Require(snapshot, query.Kind);
        query = query with
        {
            Attributes = Kinds.Filters(
                snapshot, query.Kind, where.Name, args.GetValue(where) ?? [],
                text => Clock.Instant(Host, where.Name, text == "now" ? null : text).DateTime),
        };
        var map = CityMap.Build(snapshot);
        var hits = map.Nearest(query);
        if (json.IsSet(args))
        {
            Print.Json(Host, NearestAnswers.ToJson(map, hits, query.Point));
        }
        else
        {
            NearestTable.Print(Host, hits);
        }

        return ExitCode.Done;
    }
}
