using GridMap.Core;
using GridMap.Core.Comparing;
using GridMap.Core.Grids;
using GridMap.Data.Answers;
using GridMap.Server.Answering;
using GridMap.Server.Maps;
using GridMap.Server.Requests;

namespace GridMap.Server.Planners;

/// <summary><c>/compare</c>: two partitions over each other.</summary>
internal static class CompareEndpoint
{
    private static readonly Parameter First = new(
        "a", ParameterType.Text, "A partition.", "the id of a partition; /kinds lists them", Required: true);

    private static readonly Parameter Second = new(
        "b", ParameterType.Text, "Another partition.", "the id of a partition; /kinds lists them", Required: true);

    private static readonly Parameter FirstLevel = new(
        "level", ParameterType.Text, "The level of the grids of a; the leaves when absent.",
        "the id of a level of the partition; /kinds lists them");

    private static readonly Parameter SecondLevel = FirstLevel with
    {
        Name = "blevel",
        Description = "The level of the grids of b; the leaves when absent.",
    };

    public static readonly ParameterList Accepted =
        new(First, Second, FirstLevel, SecondLevel, Parameters.At, Parameters.AsOf);

    public static async Task<IResult> Answer(HttpContext context, StateChoice states)
    {
        var parameters = new ParameterReader(await RequestValues.ReadAsync(context.Request), Accepted);
        var state = states.Read(parameters);
        if (parameters.Problem is { } wrong)
        {
            return wrong;
        }

        var (map, problem) = await states.FindAsync(state, context);
        return map is null ? problem! : Answer(context, map, parameters);
    }

    private static IResult Answer(HttpContext context, CityMap map, ParameterReader parameters)
    {
        var (a, b) = (Find(map, First, parameters), Find(map, Second, parameters));
        var (levelA, levelB) = (parameters.FindLevel(FirstLevel, a), parameters.FindLevel(SecondLevel, b));
        if (parameters.Problem is { } wrong)
        {
            return wrong;
        }

        var comparison = PartitionComparison.Compare(a!, b!, map.Snapshot, levelA, levelB)
            .ToJson(map.State, (a!.Partition.Code, levelA), (b!.Partition.Code, levelB));
        return StateAnswers.Write(context, map.State, comparison);
    }

    private static PartitionMap? Find(CityMap map, Parameter parameter, ParameterReader parameters)
    {
        var code = parameters.Find(parameter)!;
        var found = map.FindPartition(code);
        if (found is null)
        {
            parameters.Refuse(parameter, $"There is no partition '{code}' in state {map.State}.");
        }

        return found;
    }
}
