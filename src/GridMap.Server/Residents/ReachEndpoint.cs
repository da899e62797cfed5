using GridMap.Core;
using GridMap.Core.Reach;
using GridMap.Data.Answers;
using GridMap.Server.Answering;
using GridMap.Server.Maps;
using GridMap.Server.Requests;

namespace GridMap.Server.Residents;

/// <summary><c>/reach</c>: what of each kind lies within a walk.</summary>
internal static class ReachEndpoint
{
    private static readonly Parameter Minutes = new(
        "minutes", ParameterType.Number, "How long one walks; 15 when absent.",
        $"minutes from 1 to {ReachQuery.GreatestMinutes}");

    private static readonly Parameter Pace = new(
        "pace", ParameterType.Text, "How fast one walks; normal (1,000 m in 15 minutes) when absent.",
        "normal, or slow (for the old: 750 m in 15 minutes)");

    private static readonly Parameter Detour = new(
        "detour", ParameterType.Number,
        $"Metres walked for each metre in a straight line; {ReachQuery.DefaultDetour} when absent.",
        $"a number from 1 to {ReachQuery.GreatestDetour}");

    public static readonly ParameterList Accepted = new(
        Parameters.Lon, Parameters.Lat, Parameters.Crs, Minutes, Pace, Detour, Parameters.At, Parameters.AsOf);

    public static async Task<IResult> Answer(HttpContext context, StateChoice states)
    {
        var parameters = new ParameterReader(await RequestValues.ReadAsync(context.Request), Accepted);
        var state = states.Read(parameters);
        var query = Read(parameters);
        if (parameters.Problem is { } wrong)
        {
            return wrong;
        }

        var (map, problem) = await states.FindAsync(state, context);
        return map is null ? problem! : Answer(context, map, query, parameters);
    }

    private static ReachQuery Read(ParameterReader parameters) => new()
    {
        Point = parameters.ReadPoint(),
        Minutes = parameters.FindNumber(Minutes, 1, ReachQuery.GreatestMinutes) ?? 15,
        Pace = ReadPace(parameters),
        DetourFactor = parameters.FindNumber(Detour, 1, ReachQuery.GreatestDetour) ?? ReachQuery.DefaultDetour,
    };

    private static WalkingPace ReadPace(ParameterReader parameters)
    {
        var id = parameters.Find(Pace) ?? WalkingPace.Normal.Id;
        if (WalkingPace.All.FirstOrDefault(p => p.Id == id) is { } pace)
        {
            return pace;
        }

        parameters.Refuse(Pace, "There is no such pace.");
        return WalkingPace.Normal;
    }

    private static IResult Answer(HttpContext context, CityMap map, ReachQuery query, ParameterReader parameters)
    {
        parameters.RefuseSwapped(map, query.Point);
        return parameters.Problem is { } wrong
            ? wrong
            : StateAnswers.Write(context, map.State, ReachAnswers.ToJson(map, query, WalkingReach.List(map, query)));
    }
}
