using System.CommandLine;
using GridMap.Cli.Printing;
using GridMap.Cli.Running;
using GridMap.Core;
using GridMap.Core.Grids;
using GridMap.Core.Reach;
using GridMap.Data.Answers;

namespace GridMap.Cli.Commands;

/// <summary><c>shortfall</c>: how many households have none of a kind in reach.</summary>
internal sealed class ShortfallCommand : GridMapCommand
{
    private readonly StateOptions state = new();
    private readonly JsonOption json = new();

    private readonly Option<string> kind = new("--kind")
    {
        HelpName = "KIND",
        Description = "The id of the kind, like toilet",
        Required = true,
    };

    private readonly Option<double> metres = new("--metres")
    {
        HelpName = "METRES",
        Description = "Within how many metres in a straight line, to the gate or the shape",
        DefaultValueFactory = static _ => 500,
    };

    private readonly Option<string> partition = new("--partition")
    {
        HelpName = "CODE",
        Description = "The partition of the grids; without it the default one",
    };

    private readonly Option<string> level = new("--level")
    {
        HelpName = "LEVEL",
        Description = "The level of the grids; without it the leaves",
    };

    private readonly Option<string> geojson = new("--geojson")
    {
        HelpName = "FILE",
        Description = "Write all grids and compounds there, with their areas",
    };

    private readonly Option<string> csv = new("--csv")
    {
        HelpName = "FILE",
        Description = "Write all grids and compounds there, without areas",
    };

    /// <summary>The command.</summary>
    public ShortfallCommand(CommonOptions common)
        : base(
            "shortfall",
            "Count, for each grid and compound, the households that have none of a kind within some metres.",
            "gridmap shortfall --kind toilet --metres 500 --geojson toilets-missing.geojson",
            common)
    {
        Add(kind);
        Add(metres);
        Add(partition);
        Add(level);
        Add(geojson);
        Add(csv);
        state.AddTo(this);
        Add(json.Option);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult args, CancellationToken cancellation)
    {
        var (what, within) = (args.GetRequiredValue(kind), args.GetValue(metres));
        if (!(within is >= 0 and <= 100_000))
        {
            throw new UsageException($"--metres {within} must be from 0 to 100000.");
        }

        await using var store = await OpenToReadAsync(args, cancellation);
        var snapshot = await state.LoadAsync(args, Host, store, cancellation);
        Kinds.Require(snapshot, what);
        var map = CityMap.Build(snapshot);
        var grids = Partition(args, map);
        var asked = args.GetValue(level) is { } id ? Partitions.RequireLevel(grids, level.Name, id) : null;
        var answer = Answer(map, grids, Shortfall.Find(map, grids, asked, what, within), what, within);
        await WriteAsync(args, answer, cancellation);
        return ExitCode.Done;
    }

    private static FeatureCollectionJson<ShortfallProperties> Answer(
        CityMap map, PartitionMap grids, Shortfall shortfall, string kind, double metres)
    {
        var leaves = GridAreas.LeavesUnder(grids.Grids);
        var byId = grids.Grids.ToDictionary(static g => g.Id);
        return ShortfallAnswers.ToJson(
            map, shortfall, kind, metres, id => GridAreas.AreaOf(byId[id], leaves[id]));
    }

    private async Task WriteAsync(
        ParseResult args, FeatureCollectionJson<ShortfallProperties> answer, CancellationToken cancellation)
    {
        if (args.GetValue(geojson) is { } geojsonFile)
        {
            await File.WriteAllTextAsync(geojsonFile, AnswerJson.Write(answer) + "\n", cancellation);
        }

        if (args.GetValue(csv) is { } csvFile)
        {
            await File.WriteAllTextAsync(csvFile, ShortfallAnswers.ToCsv(answer), cancellation);
        }

        if (json.IsSet(args))
        {
            Print.Json(Host, answer);
        }
        else
        {
            ShortfallTable.Print(Host, answer);
        }
    }

    private PartitionMap Partition(ParseResult args, CityMap map) =>
        args.GetValue(partition) is null && map.Partitions is [var first, ..]
            ? first
            : Partitions.Get(map, args.GetValue(partition) ?? "");
}
