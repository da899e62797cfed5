using GridMap.Core;
using GridMap.Core.Resources;
using GridMap.Data.Answers;
using GridMap.Server.Maps;
using GridMap.Server.Requests;

namespace GridMap.Server.Residents;

/// <summary><c>/nearest</c>: where the nearest resources are.</summary>
internal static class NearestEndpoint
{
    public static readonly ParameterList Accepted = new(
        Parameters.Kind, Parameters.Lon, Parameters.Lat, Parameters.Crs, Parameters.Limit, Parameters.Radius,
        Parameters.At, Parameters.AsOf);

    public static async Task<IResult> Answer(HttpContext context, StateChoice states)
    {
        var parameters = new ParameterReader(await RequestValues.ReadAsync(context.Request), Accepted);
        var state = states.Read(parameters);
        var query = Read(parameters);
        if (parameters.Problem is { } wrong)
        {
            return wrong;
        }

        var (map, problem) = await states.FindAsync(state, context.RequestAborted);
        return map is null ? problem! : Answer(context, map, query, parameters);
    }

    private static NearestQuery Read(ParameterReader parameters) => new()
    {
        Point = parameters.ReadPoint(),
        Kind = parameters.Find(Parameters.Kind),
        Limit = parameters.FindInteger(Parameters.Limit, 1, 1000) ?? 10,
        RadiusMetres = parameters.FindNumber(Parameters.Radius, 0),
    };

    private static IResult Answer(
        HttpContext context, CityMap map, NearestQuery query, ParameterReader parameters)
    {
        if (query.Kind is { } kind && !Kinds.Has(map, kind))
        {
            parameters.Refuse(Parameters.Kind, $"There is no kind '{kind}' in state {map.State}.");
        }

        parameters.RefuseSwapped(map, query.Point);
        return parameters.Problem is { } wrong
            ? wrong
            : StateAnswers.Write(
                context, map.State, NearestAnswers.ToJson(map, map.Nearest(query)), "application/geo+json");
    }
}
