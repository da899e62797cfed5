using GridMap.Core;
using GridMap.Core.Addresses;
using GridMap.Core.Locating;
using GridMap.Data.Answers;
using GridMap.Server.Answering;
using GridMap.Server.Maps;
using GridMap.Server.Requests;

namespace GridMap.Server.Dispatch;

/// <summary><c>/locate</c>: which grid, whose, how sure; of a point or of an address.</summary>
internal static class LocateEndpoint
{
    private static readonly Parameter Limit = Parameters.Limit with
    {
        Description = "With address: at most how many candidates; 5 when absent.",
        Accepted = "a whole number from 1 to 100",
    };

    public static readonly ParameterList Accepted = new(
        Parameters.Lon with { Required = false }, Parameters.Lat with { Required = false }, Parameters.Crs, Parameters.Address,
        Limit, Parameters.Accuracy, Parameters.Partition, Parameters.At, Parameters.AsOf, Parameters.Include);

    public static async ValueTask<IResult> Answer(HttpContext context, StateChoice states)
    {
        var parameters = new ParameterReader(await RequestValues.ReadAsync(context.Request), Accepted);
        var state = states.Read(parameters);
        var byAddress = parameters.Has(Parameters.Address);
        var query = byAddress ? null : Read(parameters, state.At);
        var question = byAddress ? ReadAddress(parameters, state.At) : null;
        if (parameters.Problem is { } wrong)
        {
            return wrong;
        }

        var (map, problem) = await states.FindAsync(state, context);
        return map is null ? problem!
            : question is not null ? Answer(context, map, question, parameters)
            : Answer(context, map, query!, parameters);
    }

    private static LocateQuery Read(ParameterReader parameters, DateTimeOffset at)
    {
        parameters.Require(Parameters.Lon);
        parameters.Require(Parameters.Lat);
        var include = ReadInclude(parameters);
        return new LocateQuery
        {
            Point = parameters.ReadPoint(),
            AccuracyMetres = ReadAccuracy(parameters),
            Partition = parameters.Find(Parameters.Partition),
            IncludeDuties = include.Contains("duties"),
            IncludeStations = include.Contains("stations"),
            IncludeAddress = include.Contains("address"),
            At = at,
        };
    }

    private static AddressQuery ReadAddress(ParameterReader parameters, DateTimeOffset at)
    {
        var text = parameters.Find(Parameters.Address)!;
        if (AddressIndex.FindFault(text) is { } fault)
        {
            parameters.Refuse(Parameters.Address, fault);
        }

        foreach (var parameter in new[] { Parameters.Lon, Parameters.Lat, Parameters.Crs }.Where(p => parameters.Find(p) is not null))
        {
            parameters.Refuse(parameter, "Give either a point or an address.");
        }

        var include = ReadInclude(parameters);
        return new AddressQuery
        {
            Text = text,
            Limit = parameters.FindInteger(Limit, 1, 100) ?? AddressQuery.UsualLimit,
            AccuracyMetres = ReadAccuracy(parameters),
            Partition = parameters.Find(Parameters.Partition),
            IncludeDuties = include.Contains("duties"),
            IncludeStations = include.Contains("stations"),
            At = at,
        };
    }

    private static IReadOnlySet<string> ReadInclude(ParameterReader parameters) =>
        parameters.ListWords(Parameters.Include, "duties", "stations", "address");

    private static double ReadAccuracy(ParameterReader parameters) =>
        parameters.FindNumber(Parameters.Accuracy, 0, Locator.MaxAccuracyMetres) ?? 0;

    private static IResult Answer(HttpContext context, CityMap map, LocateQuery query, ParameterReader parameters)
    {
        RefuseUnknown(map, query.Partition, parameters);
        parameters.RefuseSwapped(map, query.Point);
        if (parameters.Problem is { } wrong)
        {
            return wrong;
        }

        var answer = (Answer: map.Locate(query), Query: query);
        return query.IncludeDuties
            ? StateAnswers.WriteUnkept(context, answer, static (to, a) => LocatePieces.Write(to, a.Answer, a.Query))
            : StateAnswers.Write(context, map.State, answer, static (to, a) => LocatePieces.Write(to, a.Answer, a.Query));
    }

    private static IResult Answer(HttpContext context, CityMap map, AddressQuery query, ParameterReader parameters)
    {
        RefuseUnknown(map, query.Partition, parameters);
        return parameters.Problem is { } wrong ? wrong : StateAnswers.WriteUnkept(context, map.Locate(query).ToJson(query));
    }

    private static void RefuseUnknown(CityMap map, string? partition, ParameterReader parameters)
    {
        if (partition is { } code && map.FindPartition(code) is null)
        {
            parameters.Refuse(Parameters.Partition, $"There is no partition '{code}' in state {map.State}.");
        }
    }
}
