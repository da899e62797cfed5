using GridMap.Core.Spatial;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Resources;

/// <summary>
/// Anything people look for: a parking site, a pocket park, a station, a toilet … What kind it is, is data.
/// </summary>
public sealed class Resource : IMapItem<Resource>
{
    /// <inheritdoc/>
    public required long Id { get; init; }

    /// <summary>Its identity in its source.</summary>
    public required SourceKey SourceKey { get; init; }

    /// <summary>The id of a kind term, for example <c>parking</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Its name, or null.</summary>
    public string? Name { get; init; }

    /// <summary>A point, line, polygon or a multi-part one, on the lattice, lon lat in degrees; not empty.</summary>
    public required Geometry Shape { get; init; }

    /// <summary>
    /// Where one enters; empty: anywhere along its shape. Distance runs to the nearest of these where there are any.
    /// </summary>
    public IReadOnlyList<LonLat> Gates { get; init; } = [];

    /// <summary>Where one leaves, where that is elsewhere; empty: by <see cref="Gates"/>. No distance runs to these.</summary>
    public IReadOnlyList<LonLat> ExitGates { get; init; } = [];

    /// <summary>How many it holds (berths of a parking site, sockets of a shed), or null when unknown.</summary>
    public int? Capacity { get; init; }

    /// <summary>The grids that it serves, of any level, by internal id.</summary>
    public IReadOnlyList<long> Serves { get; init; } = [];

    /// <summary>What else the source gave: attributes of its kind, terms, publication batch.</summary>
    public AttributeSet Attributes { get; init; } = AttributeSet.Empty;

    /// <inheritdoc/>
    public string Key => SourceKey.ToString();

    /// <inheritdoc/>
    public bool SameContent(Resource other) =>
        SourceKey == other.SourceKey && Kind == other.Kind && Name == other.Name && Capacity == other.Capacity
        && Gates.SequenceEqual(other.Gates) && ExitGates.SequenceEqual(other.ExitGates) && Serves.SequenceEqual(other.Serves)
        && Attributes.Equals(other.Attributes) && Shapes.Same(Shape, other.Shape);

    /// <inheritdoc/>
    public Resource WithId(long id) => new()
    {
        Id = id,
        SourceKey = SourceKey,
        Kind = Kind,
        Name = Name,
        Shape = Shape,
        Gates = Gates,
        ExitGates = ExitGates,
        Capacity = Capacity,
        Serves = Serves,
        Attributes = Attributes,
    };
}
