using GridMap.Core;
using GridMap.Core.Locating;
using GridMap.Core.Resources;
using GridMap.Core.Spatial;

namespace GridMap.Data.Answers;

/// <summary>Shapes the answers of Core to nearest questions.</summary>
public static class NearestAnswers
{
    /// <summary>The hits as a feature collection, nearest first, each with its leaf in the default partition.</summary>
    /// <param name="map">The map that answered.</param>
    /// <param name="hits">What it answered.</param>
    /// <param name="at">The instant that was asked for.</param>
    public static FeatureCollectionJson<NearestProperties> ToJson(
        CityMap map, IReadOnlyList<NearestHit> hits, DateTimeOffset at) =>
        new(map.State.ToString(), [.. hits.Select(h => Feature(map, h, at))]);

    private static FeatureJson<NearestProperties> Feature(CityMap map, NearestHit hit, DateTimeOffset at)
    {
        var resource = hit.Resource;
        return new FeatureJson<NearestProperties>(resource.Key, resource.Shape, new NearestProperties
        {
            Id = resource.Key,
            Kind = resource.Kind,
            Name = resource.Name,
            Distance = Rounded.Metres(hit.DistanceMetres),
            Capacity = resource.Capacity,
            Grid = GridOf(map, resource, at),
            Attributes = resource.Attributes,
        });
    }

    private static string? GridOf(CityMap map, Resource resource, DateTimeOffset at)
    {
        if (map.Partitions.Count == 0)
        {
            return null;
        }

        var inside = resource.Shape.InteriorPoint.Coordinate;
        var answer = map.Locate(new LocateQuery
        {
            Point = new LonLat(inside.X, inside.Y),
            Partition = map.Partitions[0].Partition.Code,
            At = at,
        });
        return answer.Results[0].Grid?.Code;
    }
}
