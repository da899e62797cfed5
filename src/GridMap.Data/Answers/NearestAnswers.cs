using GridMap.Core;
using GridMap.Core.Resources;
using GridMap.Core.Resources.Terms;
using GridMap.Core.Spatial;
using NetTopologySuite.Geometries;

namespace GridMap.Data.Answers;

/// <summary>Shapes the answers of Core to nearest questions.</summary>
public static class NearestAnswers
{
    private const int KeptShapes = 1 << 14;

    // A point inside a shape costs as much as finding the shape.
    private static readonly RecentParts<Geometry, LatticePoint> Places = new(KeptShapes, ResourcePlace.Of);

    /// <summary>The hits as a feature collection, nearest first, each with its leaf in the default partition.</summary>
    /// <param name="map">The map that answered.</param>
    /// <param name="hits">What it answered.</param>
    /// <param name="from">From where.</param>
    /// <param name="occupancy">The last count of a resource, or null; null: none is known.</param>
    public static FeatureCollectionJson<NearestProperties> ToJson(
        CityMap map, IReadOnlyList<NearestHit> hits, LonLat from, Func<Resource, OccupancyJson?>? occupancy = null) =>
        new(StateText.Of(map.State), [.. hits.Select(h => Feature(map, h, from, occupancy))]);

    /// <summary>The hits with what their terms say of a stay.</summary>
    /// <param name="map">The map that answered.</param>
    /// <param name="hits">What it answered.</param>
    /// <param name="answers">The stay, and the zone of times in the answer.</param>
    /// <param name="from">From where.</param>
    /// <param name="occupancy">The last count of a resource, or null; null: none is known.</param>
    public static FeatureCollectionJson<NearestProperties> ToJson(
        CityMap map,
        IReadOnlyList<StayHit> hits,
        StayAnswers answers,
        LonLat from,
        Func<Resource, OccupancyJson?>? occupancy = null) =>
        new(StateText.Of(map.State), [.. hits.Select(h => Feature(map, h, answers, from, occupancy))]);

    private static FeatureJson<NearestProperties> Feature(
        CityMap map, StayHit hit, StayAnswers answers, LonLat from, Func<Resource, OccupancyJson?>? occupancy)
    {
        var feature = Feature(map, hit.Hit, from, occupancy);
        var answer = hit.Answer;
        return feature with
        {
            Properties = feature.Properties with
            {
                Open = answer.Allowed,
                Free = answer.Free,
                EnterBy = answer.EnterBy,
                LeaveBy = answer.LeaveBy,
                Until = answer.Until,
                Rule = hit.Terms.Sentence,
                ShortBy = answer.Allowed == true ? null : TermsSentence.OfShort(answers.Stay, answer, answers.Context.Zone),
                Suspended = answer.Suspension is { } notice ? SuspensionText.Of(notice) : null,
            },
        };
    }

    private static FeatureJson<NearestProperties> Feature(
        CityMap map, NearestHit hit, LonLat from, Func<Resource, OccupancyJson?>? occupancy)
    {
        var resource = hit.Resource;
        return new FeatureJson<NearestProperties>(resource.Key, resource.Shape, new NearestProperties
        {
            Id = resource.Key,
            Kind = resource.Kind,
            Name = resource.Name,
            Distance = Rounded.Metres(hit.DistanceMetres),
            Capacity = resource.Capacity,
            Occupancy = occupancy?.Invoke(resource),
            Gate = ResourceDistance.FindGate(from, resource) is { } gate ? new PointJson(gate.Lon, gate.Lat) : null,
            Grid = GridOf(map, resource),
            Attributes = resource.Attributes,
        });
    }

    private static string? GridOf(CityMap map, Resource resource) =>
        map.Partitions.Count == 0 ? null : map.Partitions[0].FindLeaf(Places.Of(resource.Shape))?.Code;
}
