using GridMap.Core;
using GridMap.Core.Resources;
using GridMap.Core.Resources.Terms;
using GridMap.Data.Answers;
using GridMap.Server.Answering;
using GridMap.Server.Maps;
using GridMap.Server.Requests;

namespace GridMap.Server.Residents;

/// <summary><c>/nearest</c>: where the nearest resources are.</summary>
internal static class NearestEndpoint
{
    public static readonly ParameterList Accepted = new(
        Parameters.Kind, Parameters.Lon, Parameters.Lat, Parameters.Crs, Parameters.Limit, Parameters.Radius,
        Parameters.At, Parameters.AsOf, StayReader.Arrive, StayReader.Leave, StayReader.Free, StayReader.VehicleClass);

    /// <param name="context">The request.</param>
    /// <param name="states">Finds the map.</param>
    /// <param name="occupancy">The last count of a resource, or null.</param>
    public static async ValueTask<IResult> Answer(
        HttpContext context, StateChoice states, Func<Resource, OccupancyJson?> occupancy)
    {
        var parameters = new ParameterReader(
            await RequestValues.ReadAsync(context.Request), Accepted, takesOthers: true);
        var state = states.Read(parameters);
        var query = Read(parameters);
        var (stay, freeOnly, vehicle) = StayReader.Read(parameters, states.Clock);
        if (parameters.Problem is { } wrong)
        {
            return wrong;
        }

        var (map, problem) = await states.FindAsync(state, context);
        if (map is null)
        {
            return problem!;
        }

        var attributes = AttributeFilters.Read(map, query.Kind, parameters, Accepted, states.Clock);
        query = attributes.Count == 0 ? query : query with { Attributes = attributes };
        var answers = StayReader.AnswersFor(map, stay, state.At, states.Clock.Zone);
        var suiting = new StayQuery(query, stay is not null, freeOnly, vehicle);
        return Answer(context, map, suiting, answers, parameters, state.IsNow ? occupancy : null);
    }

    private static NearestQuery Read(ParameterReader parameters)
    {
        parameters.RefuseEmpty(Parameters.Kind);
        return new NearestQuery
        {
            Point = parameters.ReadPoint(),
            Kind = parameters.Find(Parameters.Kind),
            Limit = parameters.FindInteger(Parameters.Limit, 1, 1000) ?? 10,
            RadiusMetres = parameters.FindNumber(Parameters.Radius, 0),
        };
    }

    private static IResult Answer(
        HttpContext context,
        CityMap map,
        StayQuery query,
        StayAnswers answers,
        ParameterReader parameters,
        Func<Resource, OccupancyJson?>? occupancy)
    {
        if (query.Nearest.Kind is { } kind && !Kinds.Has(map, kind))
        {
            parameters.Refuse(Parameters.Kind, $"There is no kind '{kind}' in state {map.State}.");
        }

        parameters.RefuseSwapped(map, query.Nearest.Point);
        return parameters.Problem is { } wrong
            ? wrong
            : StateAnswers.WriteUnkept(
                context,
                new NearestAnswer(
                    map, StaySearch.List(map.Resources, query, answers), answers, query.Nearest.Point, occupancy),
                NearestPieces.Write,
                "application/geo+json");
    }
}
