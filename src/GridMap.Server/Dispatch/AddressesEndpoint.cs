using GridMap.Core;
using GridMap.Core.Addresses;
using GridMap.Data.Answers;
using GridMap.Server.Answering;
using GridMap.Server.Maps;
using GridMap.Server.Requests;

namespace GridMap.Server.Dispatch;

/// <summary><c>/addresses</c>: what somebody who types may be about to write, or which addresses are near a point.</summary>
internal static class AddressesEndpoint
{
    private const int MostAddresses = 100;

    private static readonly Parameter Limit = Parameters.Limit with { Accepted = "a whole number from 1 to 100" };

    public static readonly ParameterList Accepted = new(
        Parameters.Text, Parameters.Lon with { Required = false }, Parameters.Lat with { Required = false }, Parameters.Crs,
        Limit, Parameters.Radius, Parameters.At, Parameters.AsOf);

    public static async ValueTask<IResult> Answer(HttpContext context, StateChoice states)
    {
        var parameters = new ParameterReader(await RequestValues.ReadAsync(context.Request), Accepted);
        var state = states.Read(parameters);
        var answer = Read(parameters);
        if (parameters.Problem is { } wrong)
        {
            return wrong;
        }

        var (map, problem) = await states.FindAsync(state, context);
        return map is null ? problem! : StateAnswers.WriteUnkept(context, answer(map));
    }

    private static Func<CityMap, AddressListJson> Read(ParameterReader parameters)
    {
        var limit = parameters.FindInteger(Limit, 1, MostAddresses) ?? 10;
        if (parameters.Find(Parameters.Text) is not { } text)
        {
            return ReadNear(parameters, limit);
        }

        if (AddressIndex.FindFault(text) is { } fault)
        {
            parameters.Refuse(Parameters.Text, fault);
        }

        return map => map.Addresses.Complete(text, limit).ToJson(map.State);
    }

    private static Func<CityMap, AddressListJson> ReadNear(ParameterReader parameters, int limit)
    {
        if (parameters.Find(Parameters.Lon) is null || parameters.Find(Parameters.Lat) is null)
        {
            parameters.Refuse(Parameters.Text, "It is missing, and so are lon and lat.");
        }

        var point = parameters.ReadPoint();
        var radius = parameters.FindNumber(Parameters.Radius, 0) ?? double.PositiveInfinity;
        return map => map.Addresses.Nearest(point, limit, radius).ToJson(map.State);
    }
}
