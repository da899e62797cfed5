using GridMap.Core;
using GridMap.Data.Answers;
using NetTopologySuite.Geometries;

namespace GridMap.Server.Collections;

/// <summary>The features of one layer of a map, ready to be drawn.</summary>
/// <param name="Id">Its id in URLs.</param>
/// <param name="Name">Its name.</param>
/// <param name="Theme"><c>grids</c>, <c>resources</c> or <c>reference</c>.</param>
/// <param name="Features">Its features, in the order of internal ids.</param>
internal sealed record MapCollection(
    string Id, LocalText Name, string Theme, IReadOnlyList<FeatureJson<ItemProperties>> Features)
{
    /// <summary>The box around all features; null when there are none.</summary>
    public Envelope Extent { get; } = ExtentOf(Features);

    /// <summary>How the collection is described.</summary>
    public CollectionJson Describe() => new(
        Id,
        Name.ToString(),
        Name,
        Theme,
        "feature",
        Extent.IsNull ? null : [Extent.MinX, Extent.MinY, Extent.MaxX, Extent.MaxY],
        Features.Count,
        [new LinkJson("items", $"collections/{Uri.EscapeDataString(Id)}/items", "application/geo+json")]);

    private static Envelope ExtentOf(IEnumerable<FeatureJson<ItemProperties>> features)
    {
        var extent = new Envelope();
        foreach (var feature in features)
        {
            extent.ExpandToInclude(feature.Geometry!.EnvelopeInternal);
        }

        return extent;
    }
}
