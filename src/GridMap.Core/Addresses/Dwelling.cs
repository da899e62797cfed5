using GridMap.Core.Spatial;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Addresses;

/// <summary>Whom a population figure counts.</summary>
public enum PopulationKind
{
    /// <summary>常住: who lives there.</summary>
    Resident,

    /// <summary>户籍: who is registered there.</summary>
    Registered,
}

/// <summary>
/// The smallest counted place 居住点: a building, a courtyard, a census block. A grid's figures are sums over its
/// dwellings; a dwelling counts for the leaf that holds its point, or the interior point of its polygon.
/// </summary>
public sealed class Dwelling : IMapItem<Dwelling>
{
    /// <inheritdoc/>
    public required long Id { get; init; }

    /// <summary>Its identity in its source.</summary>
    public required SourceKey SourceKey { get; init; }

    /// <summary>Its name, or null.</summary>
    public string? Name { get; init; }

    /// <summary>A point, polygon or multipolygon on the lattice, lon lat in degrees.</summary>
    public required Geometry Shape { get; init; }

    /// <summary>Households, or null when unknown.</summary>
    public long? Households { get; init; }

    /// <summary>People, or null when unknown.</summary>
    public long? Population { get; init; }

    /// <summary>Whom <see cref="Population"/> counts.</summary>
    public PopulationKind PopulationKind { get; init; }

    /// <summary>The compound it belongs to (a reference feature of layer compound), or null.</summary>
    public long? CompoundId { get; init; }

    /// <summary>What else the source gave.</summary>
    public AttributeSet Attributes { get; init; } = AttributeSet.Empty;

    /// <inheritdoc/>
    public string Key => SourceKey.ToString();

    /// <inheritdoc/>
    public bool SameContent(Dwelling other) =>
        SourceKey == other.SourceKey && Name == other.Name && Households == other.Households
        && Population == other.Population && PopulationKind == other.PopulationKind
        && CompoundId == other.CompoundId && Attributes.Equals(other.Attributes) && Shapes.Same(Shape, other.Shape);

    /// <inheritdoc/>
    public Dwelling WithId(long id) => new()
    {
        Id = id,
        SourceKey = SourceKey,
        Name = Name,
        Shape = Shape,
        Households = Households,
        Population = Population,
        PopulationKind = PopulationKind,
        CompoundId = CompoundId,
        Attributes = Attributes,
    };
}
