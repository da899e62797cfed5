using GridMap.Core.Resources.Terms;
using GridMap.Core.Spatial;

namespace GridMap.Core.Resources;

/// <summary>A question for the nearest resources of a kind.</summary>
public sealed record NearestQuery
{
    /// <summary>The greatest <see cref="Limit"/>.</summary>
    public const int GreatestLimit = 1_000;

    /// <summary>From where; rounded to the lattice.</summary>
    public required LonLat Point { get; init; }

    /// <summary>The id of the kind; null: any.</summary>
    public string? Kind { get; init; }

    /// <summary>At most how many; 1 to 1,000.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>Only what is at most that far, metres, the limit included; null: no limit.</summary>
    public double? RadiusMetres { get; init; }

    /// <summary>
    /// What must hold of a resource's attributes, all of these. In a search a resource costs a look into an array for
    /// each, made when an attribute is first asked for, and each different value that is met is read once.
    /// </summary>
    public IReadOnlyList<AttributeFilter> Attributes { get; init; } = [];

    /// <summary>
    /// What must hold of a resource's terms; asked once for each different terms, before the search. Null: anything.
    /// </summary>
    public Func<ResourceTerms, bool>? Terms { get; init; }
}

/// <summary>A resource that was found.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="DistanceMetres">
/// Metres on the ellipsoid to its nearest gate, or without gates to the nearest point of its shape; 0 inside a polygon.
/// </param>
public readonly record struct NearestHit(Resource Resource, double DistanceMetres);
