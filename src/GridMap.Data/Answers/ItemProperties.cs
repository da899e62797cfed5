namespace GridMap.Data.Answers;

/// <summary>What the map can draw: the collections of the current state.</summary>
public sealed record CollectionsJson(string State, IReadOnlyList<CollectionJson> Collections);

/// <summary>A collection of features, of the OGC API's kind.</summary>
/// <param name="Id">Its id: <c>grids-PARTITION-LEVEL</c>, <c>resources-KIND</c> or <c>reference-LAYER</c>.</param>
/// <param name="Title">Its title, Chinese where there is one.</param>
/// <param name="Name">Its name in both languages.</param>
/// <param name="Theme"><c>grids</c>, <c>resources</c> or <c>reference</c>.</param>
/// <param name="ItemType">Always <c>feature</c>.</param>
/// <param name="Extent">West, south, east, north in degrees; null when empty.</param>
/// <param name="Count">How many features it has.</param>
/// <param name="Links">Where the features are.</param>
public sealed record CollectionJson(
    string Id,
    string Title,
    Core.LocalText Name,
    string Theme,
    string ItemType,
    IReadOnlyList<double>? Extent,
    int Count,
    IReadOnlyList<LinkJson> Links);

/// <summary>A link to a resource of the API.</summary>
public sealed record LinkJson(string Rel, string Href, string Type);

/// <summary>The properties of a feature of any collection; what does not apply is null.</summary>
/// <param name="Name">Its name, or null.</param>
/// <param name="Kind">The level of a grid, the kind of a resource, the layer of a reference feature.</param>
/// <param name="Code">The code of a grid or a division, or null.</param>
/// <param name="Parent">The code of the grid above, or null.</param>
/// <param name="Category"><c>base</c> or <c>dedicated</c> for a grid.</param>
/// <param name="Subtype">The subtype of a dedicated grid, or null.</param>
/// <param name="Capacity">The capacity of a resource, or null.</param>
/// <param name="Label">Lon and lat of a point inside an area where its label may stand; null for points and lines.</param>
/// <param name="Attributes">What else its source gave.</param>
public sealed record ItemProperties(
    string? Name,
    string Kind,
    string? Code = null,
    string? Parent = null,
    string? Category = null,
    string? Subtype = null,
    int? Capacity = null,
    IReadOnlyList<double>? Label = null,
    IReadOnlyDictionary<string, string>? Attributes = null);
