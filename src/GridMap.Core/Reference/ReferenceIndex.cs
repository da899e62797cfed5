using GridMap.Core.Spatial;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace GridMap.Core.Reference;

/// <summary>The reference features by id, layer and place. Immutable and safe to share between threads.</summary>
public sealed class ReferenceIndex
{
    private readonly Dictionary<long, ReferenceFeature> byId;
    private readonly Dictionary<string, (ReferenceFeature[] Features, STRtree<ReferenceFeature> Tree)> layers;

    private ReferenceIndex(IReadOnlyList<ReferenceFeature> features)
    {
        byId = features.ToDictionary(static f => f.Id);
        layers = features.GroupBy(static f => f.Layer)
            .ToDictionary(static l => l.Key, static l => (l.OrderBy(f => f.Id).ToArray(), TreeOf(l)));
    }

    /// <summary>Builds the index.</summary>
    /// <exception cref="ArgumentException">Two features have the same id.</exception>
    public static ReferenceIndex Build(IReadOnlyList<ReferenceFeature> features) => new(features);

    /// <summary>The feature of that id, or null.</summary>
    public ReferenceFeature? Find(long id) => byId.GetValueOrDefault(id);

    /// <summary>The features of a layer in the order of their ids; none for an unknown layer.</summary>
    public IReadOnlyList<ReferenceFeature> List(string layer) => layers.TryGetValue(layer, out var l) ? l.Features : [];

    /// <summary>
    /// The features of a layer whose polygon covers a point, its border included, in the order of their ids. Points and
    /// lines cover nothing.
    /// </summary>
    public IReadOnlyList<ReferenceFeature> ListCovering(string layer, LonLat point)
    {
        if (!layers.TryGetValue(layer, out var found))
        {
            return [];
        }

        var coordinate = new Coordinate(point.Lon, point.Lat);
        return [.. found.Tree.Query(new Envelope(coordinate)).Where(f => Covers(f.Shape, coordinate)).OrderBy(static f => f.Id)];
    }

    private static STRtree<ReferenceFeature> TreeOf(IEnumerable<ReferenceFeature> features)
    {
        var tree = new STRtree<ReferenceFeature>();
        foreach (var feature in features)
        {
            tree.Insert(feature.Shape.EnvelopeInternal, feature);
        }

        // Built now: a query would build it, and two at once would clash.
        tree.Build();
        return tree;
    }

    private static bool Covers(Geometry shape, Coordinate point) =>
        shape is IPolygonal && SimplePointInAreaLocator.Locate(point, shape) != Location.Exterior;
}
