using GridMap.Core.Spatial;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Addresses;

/// <summary>A place that people call by a name or a code instead of an address: a landmark, a resource, a lamp post, a grid.</summary>
public sealed record NamedPlace
{
    /// <summary>What it is called, the first as it is shown; at least one. Aliases and codes are further names.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Where it is.</summary>
    public required LonLat Point { get; init; }

    /// <summary>Its area, or null for a point.</summary>
    public Geometry? Area { get; init; }

    /// <summary>The grid that it is, where it is one; it outranks geometry.</summary>
    public long? GridId { get; init; }

    /// <summary>How exact the answer is.</summary>
    public AddressPrecision Precision { get; init; } = AddressPrecision.Landmark;
}
