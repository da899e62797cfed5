using System.Text.Json.Serialization;
using GridMap.Core;
using NetTopologySuite.Geometries;

namespace GridMap.Data.Answers;

/// <summary>A GeoJSON feature (RFC 7946) with properties of one type.</summary>
/// <param name="Id">Its id in the collection.</param>
/// <param name="Geometry">Lon lat in degrees; written without an own coordinate system.</param>
/// <param name="Properties">Its properties.</param>
public sealed record FeatureJson<T>(
    [property: JsonPropertyOrder(1)] string Id,
    [property: JsonPropertyOrder(2), JsonConverter(typeof(GeometryJsonConverter))] Geometry? Geometry,
    [property: JsonPropertyOrder(3)] T Properties)
{
    /// <summary>Always <c>Feature</c>.</summary>
    public string Type => "Feature";
}

/// <summary>A GeoJSON feature collection, with the state that it shows as a foreign member.</summary>
public record FeatureCollectionJson<T>(
    [property: JsonPropertyOrder(1)] string State,
    [property: JsonPropertyOrder(9)] IReadOnlyList<FeatureJson<T>> Features)
{
    /// <summary>Always <c>FeatureCollection</c>.</summary>
    public string Type => "FeatureCollection";
}

/// <summary>A page of a collection.</summary>
public sealed record ItemsJson<T>(
    string State,
    IReadOnlyList<FeatureJson<T>> Features,
    [property: JsonPropertyOrder(2)] int NumberMatched,
    [property: JsonPropertyOrder(3)] int NumberReturned)
    : FeatureCollectionJson<T>(State, Features);

/// <summary>The properties of a resource that was found near.</summary>
/// <remarks>
/// <see cref="Open"/> to <see cref="Suspended"/> are about the stay that was asked for; where none was, about the two
/// hours from now on. Null says "not known" or "no such time", and never "no".
/// </remarks>
public sealed record NearestProperties
{
    /// <summary><c>source/id</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The id of its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>Its name, or null.</summary>
    public string? Name { get; init; }

    /// <summary>Metres on the ellipsoid, to the centimetre, to its nearest gate or its shape.</summary>
    public required double Distance { get; init; }

    /// <summary>How many it holds, or null when unknown.</summary>
    public int? Capacity { get; init; }

    /// <summary>The last count of how full it is, with its age; null where nobody counts.</summary>
    public OccupancyJson? Occupancy { get; init; }

    /// <summary>The entry gate to which the distance runs, for navigation; null: it has none, go to its shape.</summary>
    public PointJson? Gate { get; init; }

    /// <summary>Whether the whole stay is allowed; null: not known.</summary>
    public bool? Open { get; init; }

    /// <summary>Whether no fee is due at any time of it; null: not known, and then it is not to be called free.</summary>
    public bool? Free { get; init; }

    /// <summary>By when one must be in; null: no such time before the stay ends.</summary>
    public DateTimeOffset? EnterBy { get; init; }

    /// <summary>By when one must be out; null: no such time within a week of the stay.</summary>
    public DateTimeOffset? LeaveBy { get; init; }

    /// <summary>The terms as a sentence; null: none are stated.</summary>
    public LocalText? Rule { get; init; }

    /// <summary>Until when it is open from the arrival on; null: longer than a week beyond the stay.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Where the stay is not allowed but nearly: by how much it does not fit; else null.</summary>
    public LocalText? ShortBy { get; init; }

    /// <summary>The suspension that bars the stay, as <c>from/to|reason|document</c>, or null.</summary>
    public string? Suspended { get; init; }

    /// <summary>The code of the leaf of the default partition that holds its point; null when outside.</summary>
    public string? Grid { get; init; }

    /// <summary>What else its source gave.</summary>
    public required IReadOnlyDictionary<string, string> Attributes { get; init; }
}
