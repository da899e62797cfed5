using System.Globalization;
using GridMap.Core;
using GridMap.Data.Answers;
using GridMap.Server.Answering;
using GridMap.Server.Maps;
using GridMap.Server.Problems;
using GridMap.Server.Requests;
using NetTopologySuite.Geometries;

namespace GridMap.Server.Collections;

/// <summary><c>/collections</c>: what can be drawn, and the features of each.</summary>
internal static class CollectionsEndpoint
{
    /// <summary>The most features in one answer.</summary>
    public const int LargestPage = 10_000;

    private static readonly Parameter Bbox = new(
        "bbox", ParameterType.Text, "Only features whose box touches this one.",
        "west,south,east,north in decimal degrees");

    private static readonly Parameter Limit = new(
        "limit", ParameterType.Integer, "At most how many; 1000 when absent.", "a whole number from 1 to 10000");

    public static readonly ParameterList ItemsAccepted = new(Bbox, Limit, Parameters.At, Parameters.AsOf);

    public static IResult List(HttpContext context, MapHolder maps) =>
        maps.Current is { } map
            ? StateAnswers.Write(
                context,
                map.State,
                new CollectionsJson(
                    map.State.ToString(), [.. MapCollections.Of(map).List().Select(c => c.Describe())]))
            : Problem.Unavailable("The map is being loaded.");

    public static async Task<IResult> Items(string id, HttpContext context, StateChoice states)
    {
        var parameters = new ParameterReader(await RequestValues.ReadAsync(context.Request), ItemsAccepted);
        var state = states.Read(parameters);
        var box = ReadBox(parameters);
        var limit = parameters.FindInteger(Limit, 1, LargestPage) ?? 1000;
        if (parameters.Problem is { } wrong)
        {
            return wrong;
        }

        var (map, problem) = await states.FindAsync(state, context);
        return map is null ? problem! : Items(context, map, id, box, limit);
    }

    private static IResult Items(HttpContext context, CityMap map, string id, Envelope? box, int limit)
    {
        if (MapCollections.Of(map).Find(id) is not { } collection)
        {
            return Problem.NotFound($"There is no collection '{id}'; /collections lists them.");
        }

        var matched = box is null
            ? collection.Features
            : [.. collection.Features.Where(f => f.Geometry!.EnvelopeInternal.Intersects(box))];
        var returned = matched.Count > limit ? [.. matched.Take(limit)] : matched;
        var page = new ItemsJson<ItemProperties>(map.State.ToString(), returned, matched.Count, returned.Count);
        return StateAnswers.Write(context, map.State, page, "application/geo+json");
    }

    private static Envelope? ReadBox(ParameterReader parameters)
    {
        if (parameters.Find(Bbox) is not { } text)
        {
            return null;
        }

        var numbers = text.Split(',')
            .Select(t => double.TryParse(t, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) ? n : double.NaN)
            .ToArray();
        if (numbers is [var west, var south, var east, var north] && west <= east && south <= north)
        {
            return new Envelope(west, east, south, north);
        }

        parameters.Refuse(Bbox, "It is not four numbers, the least first.");
        return null;
    }
}
