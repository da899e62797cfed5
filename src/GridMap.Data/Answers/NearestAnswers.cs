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
    private static readonly RecentParts<Geometry, LatticePoint> Places = new(KeptShapes, PlaceOf);

    /// <summary>The hits as a feature collection, nearest first, each with its leaf in the default partition.</summary>
    /// <param name="map">The map that answered.</param>
    /// <param name="hits">What it answered.</param>
    public static FeatureCollectionJson<NearestProperties> ToJson(
        CityMap map, IReadOnlyList<NearestHit> hits) =>
        new(StateText.Of(map.State), [.. hits.Select(h => Feature(map, h))]);

    private static FeatureJson<NearestProperties> Feature(CityMap map, NearestHit hit)
    {
        var resource = hit.Resource;
        return new FeatureJson<NearestProperties>(resource.Key, resource.Shape, new NearestProperties
        {
            Id = resource.Key,
            Kind = resource.Kind,
            Name = resource.Name,
            Distance = Rounded.Metres(hit.DistanceMetres),
            Capacity = resource.Capacity,
            Grid = GridOf(map, resource),
            Attributes = resource.Attributes,
        });
    }

    private static string? GridOf(CityMap map, Resource resource) =>
        map.Partitions.Count == 0 ? null : map.Partitions[0].FindLeaf(Places.Of(resource.Shape))?.Code;

    private static LatticePoint PlaceOf(Geometry shape)
    {
        var inside = shape is Point point ? point.Coordinate : shape.InteriorPoint.Coordinate;
        return LatticePoint.From(new LonLat(inside.X, inside.Y));
    }
}
