using GridMap.Core;
using GridMap.Core.Grids;
using GridMap.Core.Reach;
using GridMap.Data.Answers;
using GridMap.Server.Answering;
using GridMap.Server.Maps;
using GridMap.Server.Requests;
using GridMap.Server.Residents;

namespace GridMap.Server.Planners;

/// <summary><c>/shortfall</c>: how many households have none of a kind in reach.</summary>
internal static class ShortfallEndpoint
{
    private const double GreatestMetres = 100_000;

    private static readonly Parameter Kind = Parameters.Kind with
    {
        Description = "The kind that people need.",
        Required = true,
    };

    private static readonly Parameter Metres = new(
        "metres", ParameterType.Number, "Within how many metres, in a straight line on the ellipsoid; 500 when absent.",
        $"metres from 0 to {GreatestMetres}");

    private static readonly Parameter Partition = Parameters.Partition with
    {
        Description = "The partition of the grids; the default one when absent.",
    };

    private static readonly Parameter Level = new(
        "level", ParameterType.Text, "The level of the grids; the leaves when absent.",
        "the id of a level of the partition; /kinds lists them");

    private static readonly Parameter Format = new(
        "f", ParameterType.Text, "The format; geojson when absent.", "geojson or csv");

    public static readonly ParameterList Accepted =
        new(Kind, Metres, Partition, Level, Format, Parameters.At, Parameters.AsOf);

    public static async Task<IResult> Answer(HttpContext context, StateChoice states)
    {
        var parameters = new ParameterReader(await RequestValues.ReadAsync(context.Request), Accepted);
        var state = states.Read(parameters);
        var metres = parameters.FindNumber(Metres, 0, GreatestMetres) ?? 500;
        if (parameters.Find(Format) is not (null or "geojson" or "csv"))
        {
            parameters.Refuse(Format, "There is no such format.");
        }

        if (parameters.Problem is { } wrong)
        {
            return wrong;
        }

        var (map, problem) = await states.FindAsync(state, context);
        return map is null ? problem! : Answer(context, map, metres, parameters);
    }

    private static IResult Answer(HttpContext context, CityMap map, double metres, ParameterReader parameters)
    {
        var kind = parameters.Find(Kind)!;
        if (!Kinds.Has(map, kind))
        {
            parameters.Refuse(Kind, $"There is no kind '{kind}' in state {map.State}.");
        }

        var partition = FindPartition(map, parameters);
        var level = parameters.FindLevel(Level, partition);
        if (parameters.Problem is { } wrong)
        {
            return wrong;
        }

        var leaves = GridAreas.LeavesUnder(partition!.Grids);
        var byId = partition.Grids.ToDictionary(static g => g.Id);
        var answer = ShortfallAnswers.ToJson(
            map, Shortfall.Find(map, partition, level, kind, metres), kind, metres,
            id => GridAreas.AreaOf(byId[id], leaves[id]));
        return parameters.Find(Format) == "csv"
            ? Results.Text(ShortfallAnswers.ToCsv(answer), "text/csv; charset=utf-8")
            : StateAnswers.Write(context, map.State, answer, "application/geo+json");
    }

    private static PartitionMap? FindPartition(CityMap map, ParameterReader parameters)
    {
        var code = parameters.Find(Partition);
        var found = code is null && map.Partitions is [var first, ..] ? first : map.FindPartition(code ?? "");
        if (found is null)
        {
            parameters.Refuse(Partition, code is null
                ? $"State {map.State} has no partition."
                : $"There is no partition '{code}' in state {map.State}.");
        }

        return found;
    }
}
