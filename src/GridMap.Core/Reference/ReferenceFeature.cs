using GridMap.Core.Spatial;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Reference;

/// <summary>The ids of the reference layers that rules know. Others may be stored; no rule reads them.</summary>
public static class ReferenceLayers
{
    /// <summary>The outline of the area that a complete partition must fill.</summary>
    public const string Outline = "outline";

    /// <summary>Official administrative divisions.</summary>
    public const string Division = "division";

    /// <summary>Roads, rivers and railways that a grid should not straddle.</summary>
    public const string Barrier = "barrier";

    /// <summary>Declared gaps: inside the outline, and in no grid on purpose.</summary>
    public const string Gap = "gap";

    /// <summary>Compounds 小区.</summary>
    public const string Compound = "compound";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> Known = [Outline, Division, Barrier, Gap, Compound];
}

/// <summary>
/// Something that rules compare grids with and that is not derived from them: an outline, a division, a barrier, a
/// declared gap, a compound.
/// </summary>
/// <remarks>
/// A compound's attributes: <c>property_firm</c> (its property firm) and <c>three_without</c> (<c>true</c> when it is
/// one of the three-without 三无 ones). A division's <see cref="Code"/> is its division code.
/// </remarks>
public sealed class ReferenceFeature : IMapItem<ReferenceFeature>
{
    /// <inheritdoc/>
    public required long Id { get; init; }

    /// <summary>The id of its layer; see <see cref="ReferenceLayers"/>.</summary>
    public required string Layer { get; init; }

    /// <summary>Its identity in its source.</summary>
    public required SourceKey SourceKey { get; init; }

    /// <summary>A code, for a division the division code; or null.</summary>
    public string? Code { get; init; }

    /// <summary>Its name, or null.</summary>
    public string? Name { get; init; }

    /// <summary>Its geometry on the lattice, of any type, lon lat in degrees.</summary>
    public required Geometry Shape { get; init; }

    /// <summary>What else the source gave.</summary>
    public AttributeSet Attributes { get; init; } = AttributeSet.Empty;

    /// <inheritdoc/>
    public string Key => $"{Layer}/{SourceKey}";

    /// <inheritdoc/>
    public bool SameContent(ReferenceFeature other) =>
        Layer == other.Layer && SourceKey == other.SourceKey && Code == other.Code && Name == other.Name
        && Attributes.Equals(other.Attributes) && Shapes.Same(Shape, other.Shape);

    /// <inheritdoc/>
    public ReferenceFeature WithId(long id) => new()
    {
        Id = id,
        Layer = Layer,
        SourceKey = SourceKey,
        Code = Code,
        Name = Name,
        Shape = Shape,
        Attributes = Attributes,
    };
}
