using GridMap.Core;
using GridMap.Core.Reference;
using GridMap.Core.Resources;
using GridMap.Data.Answers;
using NetTopologySuite.Geometries;

namespace GridMap.Server.Collections;

/// <summary>Resources by kind and reference features by layer.</summary>
internal static class ItemCollections
{
    public static IEnumerable<CollectionPlan> ListResources(CityMap map)
    {
        var names = map.Snapshot.Terms.Where(t => t.Vocabulary == Vocabulary.Kind).ToDictionary(t => t.Code, t => t.Name);
        return
            from kind in map.Snapshot.Resources.GroupBy(r => r.Kind).OrderBy(g => g.Key, StringComparer.Ordinal)
            let id = $"resources-{kind.Key}"
            let name = names.GetValueOrDefault(kind.Key, LocalText.Same(kind.Key))
            select new CollectionPlan(id, () => new MapCollection(id, name, "resources", [.. kind.Select(Feature)]));
    }

    public static IEnumerable<CollectionPlan> ListReference(CityMap map) =>
        from layer in map.Snapshot.Reference.GroupBy(r => r.Layer).OrderBy(g => g.Key, StringComparer.Ordinal)
        let id = $"reference-{layer.Key}"
        select new CollectionPlan(
            id, () => new MapCollection(id, NameOfLayer(layer.Key), "reference", [.. layer.Select(Feature)]));

    /// <summary>A point inside an area where its label may stand; null for points and lines.</summary>
    public static IReadOnlyList<double>? LabelOf(Geometry shape)
    {
        if (shape.Dimension != Dimension.Surface || shape.IsEmpty)
        {
            return null;
        }

        var inside = shape.InteriorPoint.Coordinate;
        return [Math.Round(inside.X, 7), Math.Round(inside.Y, 7)];
    }

    private static FeatureJson<ItemProperties> Feature(Resource resource) => new(
        resource.Key,
        resource.Shape,
        new ItemProperties(
            resource.Name,
            resource.Kind,
            Capacity: resource.Capacity,
            Label: LabelOf(resource.Shape),
            Attributes: resource.Attributes));

    private static FeatureJson<ItemProperties> Feature(ReferenceFeature feature) => new(
        feature.SourceKey.ToString(),
        feature.Shape,
        new ItemProperties(
            feature.Name,
            feature.Layer,
            feature.Code,
            Label: LabelOf(feature.Shape),
            Attributes: feature.Attributes));

    private static LocalText NameOfLayer(string layer) => layer switch
    {
        ReferenceLayers.Outline => new("范围", "Outline"),
        ReferenceLayers.Division => new("行政区划", "Divisions"),
        ReferenceLayers.Barrier => new("道路与河流", "Roads and rivers"),
        ReferenceLayers.Gap => new("声明的空白", "Declared gaps"),
        ReferenceLayers.Compound => new("小区", "Compounds"),
        _ => LocalText.Same(layer),
    };
}
