using GridMap.Core;
using GridMap.Core.Grids;
using GridMap.Core.Resources;
using GridMap.Core.Resources.Terms;
using GridMap.Core.Spatial;

namespace GridMap.Data.Answers;

/// <summary>What was found near a point, with what terms say of a stay.</summary>
/// <param name="Map">The map that answered.</param>
/// <param name="Hits">What it answered, nearest first.</param>
/// <param name="Answers">The stay, and the zone of times in the answer.</param>
/// <param name="From">From where.</param>
/// <param name="Occupancy">The last count of a resource, or null; null: none is known.</param>
public sealed record NearestAnswer(
    CityMap Map,
    IReadOnlyList<StayHit> Hits,
    StayAnswers Answers,
    LonLat From,
    Func<Resource, OccupancyJson?>? Occupancy = null);

/// <summary>Shapes the answers of Core to nearest questions.</summary>
public static class NearestAnswers
{
    /// <summary>The hits as a feature collection, nearest first, each with its leaf in the default partition.</summary>
    /// <param name="map">The map that answered.</param>
    /// <param name="hits">What it answered.</param>
    /// <param name="from">From where.</param>
    public static FeatureCollectionJson<NearestProperties> ToJson(CityMap map, IReadOnlyList<NearestHit> hits, LonLat from) =>
        new(StateText.Of(map.State), [.. hits.Select(h => Feature(map, h, from, null))]);

    /// <summary>The same with what terms say of the stay.</summary>
    public static FeatureCollectionJson<NearestProperties> ToJson(this NearestAnswer answer) =>
        new(StateText.Of(answer.Map.State), [.. answer.Hits.Select(h => Feature(answer, h))]);

    /// <summary>What a feature says of its resource alone.</summary>
    internal static FeatureJson<NearestProperties> Feature(Resource resource) =>
        new(resource.Key, resource.Shape, new NearestProperties
        {
            Id = resource.Key,
            Kind = resource.Kind,
            Name = resource.Name,
            Distance = 0,
            Capacity = resource.Capacity,
            Attributes = resource.Attributes,
        });

    /// <summary>The leaf of the default partition that holds a place, or null.</summary>
    internal static Grid? FindLeaf(CityMap map, LatticePoint place) =>
        map.Partitions.Count == 0 ? null : map.Partitions[0].FindLeaf(place);

    /// <summary>Properties with what terms say of a stay.</summary>
    internal static NearestProperties WithTerms(NearestProperties properties, StayHit hit, StayAnswers answers) => properties with
    {
        Open = hit.Answer.Allowed,
        Free = hit.Answer.Free,
        EnterBy = hit.Answer.EnterBy,
        LeaveBy = hit.Answer.LeaveBy,
        Until = hit.Answer.Until,
        Rule = hit.Terms.Sentence,
        ShortBy = hit.Answer.Allowed == true ? null : TermsSentence.OfShort(answers.Stay, hit.Answer, answers.Context.Zone),
        Suspended = hit.Answer.Suspension is { } notice ? SuspensionText.Of(notice) : null,
    };

    private static FeatureJson<NearestProperties> Feature(NearestAnswer answer, StayHit hit)
    {
        var feature = Feature(answer.Map, hit.Hit, answer.From, answer.Occupancy);
        return feature with { Properties = WithTerms(feature.Properties, hit, answer.Answers) };
    }

    private static FeatureJson<NearestProperties> Feature(
        CityMap map, NearestHit hit, LonLat from, Func<Resource, OccupancyJson?>? occupancy)
    {
        var (resource, feature) = (hit.Resource, Feature(hit.Resource));
        return feature with
        {
            Properties = feature.Properties with
            {
                Distance = Rounded.Metres(hit.DistanceMetres),
                Occupancy = occupancy?.Invoke(resource),
                Gate = ResourceDistance.FindGate(from, resource) is { } gate ? new PointJson(gate.Lon, gate.Lat) : null,
                Grid = FindLeaf(map, ResourcePlace.Of(resource.Shape))?.Code,
            },
        };
    }
}
