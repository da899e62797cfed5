using GridMap.Core;
using GridMap.Core.Resources;
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
