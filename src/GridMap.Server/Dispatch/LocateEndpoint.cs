using GridMap.Core;
using GridMap.Core.Locating;
using GridMap.Data.Answers;
using GridMap.Server.Maps;
using GridMap.Server.Requests;

namespace GridMap.Server.Dispatch;

/// <summary><c>/locate</c>: which grid, whose, how sure.</summary>
internal static class LocateEndpoint
{
    public static readonly ParameterList Accepted = new(
        Parameters.Lon, Parameters.Lat, Parameters.Crs, Parameters.Accuracy, Parameters.Partition, Parameters.At,
        Parameters.AsOf, Parameters.Include);

    public static async Task<IResult> Answer(HttpContext context, StateChoice states)
    {
        var parameters = new ParameterReader(await RequestValues.ReadAsync(context.Request), Accepted);
        var state = states.Read(parameters);
        var query = Read(parameters, state.At);
        if (parameters.Problem is { } wrong)
        {
            return wrong;
        }

        var (map, problem) = await states.FindAsync(state, context.RequestAborted);
        return map is null ? problem! : Answer(context, map, query, parameters);
    }

    private static LocateQuery Read(ParameterReader parameters, DateTimeOffset at)
    {
        var include = parameters.ListWords(Parameters.Include, "duties", "stations");
        return new LocateQuery
        {
            Point = parameters.ReadPoint(),
            AccuracyMetres = parameters.FindNumber(Parameters.Accuracy, 0, 100_000) ?? 0,
            Partition = parameters.Find(Parameters.Partition),
            IncludeDuties = include.Contains("duties"),
            IncludeStations = include.Contains("stations"),
            At = at,
        };
    }

    private static IResult Answer(HttpContext context, CityMap map, LocateQuery query, ParameterReader parameters)
    {
        if (query.Partition is { } code && map.FindPartition(code) is null)
        {
            parameters.Refuse(Parameters.Partition, $"There is no partition '{code}' in state {map.State}.");
        }

        parameters.RefuseSwapped(map, query.Point);
        if (parameters.Problem is { } wrong)
        {
            return wrong;
        }

        var answer = map.Locate(query).ToJson(query);
        return query.IncludeDuties
            ? StateAnswers.WriteUnkept(context, answer)
            : StateAnswers.Write(context, map.State, answer);
    }
}
