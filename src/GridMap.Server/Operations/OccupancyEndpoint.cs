using GridMap.Core;
using GridMap.Core.Resources;
using GridMap.Data.Answers;
using GridMap.Server.Answering;
using GridMap.Server.Maps;
using GridMap.Server.Problems;
using GridMap.Server.Requests;
using Microsoft.AspNetCore.Mvc;

namespace GridMap.Server.Operations;

/// <summary><c>PUT /resources/{id}/occupancy</c>: a parking system says how full a resource is.</summary>
internal static class OccupancyEndpoint
{
    private static readonly Parameter Occupied = new(
        "occupied", ParameterType.Integer, "Berths, sockets or seats that are taken.",
        "a whole number from 0 to the capacity", Required: true);

    private static readonly Parameter At = new(
        "at", ParameterType.Text, "When it was counted.",
        $"an RFC 3339 time from {StatedYears.First} on, not in the future, such as 2026-11-22T18:30:00+08:00", Required: true);

    /// <summary>The members of the body, one JSON object.</summary>
    public static readonly ParameterList Accepted = new(Occupied, At);

    // The clock of a parking system may run ahead a little; a wrong date would keep later counts out.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    /// <summary>Of an id whose slash is written as %2F.</summary>
    public static Task<IResult> Answer(
        string id,
        HttpContext context,
        MapHolder maps,
        OccupancyBoard board,
        [FromServices] DeploymentClock clock) =>
        PutAsync(Uri.UnescapeDataString(id), context, maps, board, clock);

    /// <summary>Of a resource whose source and id are segments of the path.</summary>
    public static Task<IResult> AnswerOfSource(
        string source,
        string id,
        HttpContext context,
        MapHolder maps,
        OccupancyBoard board,
        [FromServices] DeploymentClock clock) =>
        PutAsync($"{Uri.UnescapeDataString(source)}/{Uri.UnescapeDataString(id)}", context, maps, board, clock);

    private static async Task<IResult> PutAsync(
        string key, HttpContext context, MapHolder maps, OccupancyBoard board, DeploymentClock clock)
    {
        var parameters = new ParameterReader(await RequestValues.ReadBodyAsync(context.Request), Accepted);
        if (maps.Current is not { } map)
        {
            return Problem.Unavailable("The map is being loaded.");
        }

        if (Find(map, key) is not { } resource)
        {
            return Problem.NotFound(
                $"There is no resource '{key}' in state {map.State}; the id is source/id, as /nearest gives it.");
        }

        var count = Read(parameters, resource, clock);
        return parameters.Problem is { } wrong
            ? wrong
            : await KeepAsync(context, maps, board, resource, count);
    }

    private static Resource? Find(CityMap map, string key)
    {
        var slash = key.IndexOf('/');
        return slash <= 0 ? null : map.Resources.Find(new SourceKey(key[..slash], key[(slash + 1)..]));
    }

    private static Occupancy Read(ParameterReader parameters, Resource resource, DeploymentClock clock)
    {
        var occupied = parameters.FindInteger(Occupied, 0, int.MaxValue) ?? 0;
        if (occupied > resource.Capacity)
        {
            parameters.Refuse(Occupied, $"{occupied} is more than the capacity of {resource.Key}, {resource.Capacity}.");
        }

        var text = parameters.Find(At) ?? "";
        if (!clock.TryParse(text, out var at) && text.Length > 0)
        {
            parameters.RefuseValue(At, text);
        }
        else if (at > clock.Now + ClockTolerance)
        {
            parameters.Refuse(At, $"{text} is in the future; it is {clock.Now:yyyy-MM-ddTHH:mm:sszzz} now.");
        }

        return new Occupancy(resource.Id, occupied, at);
    }

    private static async Task<IResult> KeepAsync(
        HttpContext context, MapHolder maps, OccupancyBoard board, Resource resource, Occupancy count)
    {
        var kept = await maps.Store.PutOccupancyAsync(count, context.RequestAborted);
        board.Take(kept);
        return kept.At.UtcTicks / TimeSpan.TicksPerMillisecond == count.At.UtcTicks / TimeSpan.TicksPerMillisecond
            ? StateAnswers.WriteUnkept(
                context, new ResourceOccupancyJson(resource.Key, resource.Capacity, board.ToJson(kept, resource)))
            : Problem.Conflict(
                $"at: {count.At:yyyy-MM-ddTHH:mm:sszzz} is before the last count of {resource.Key}, of "
                + $"{kept.At.ToOffset(count.At.Offset):yyyy-MM-ddTHH:mm:sszzz}. Send counts in the order of their times.");
    }
}
