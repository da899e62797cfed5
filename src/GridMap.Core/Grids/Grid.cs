using NetTopologySuite.Geometries;

namespace GridMap.Core.Grids;

/// <summary>What a grid is divided by.</summary>
public enum GridCategory
{
    /// <summary>基础网格: people's homes and streets.</summary>
    Base,

    /// <summary>专属网格: one institution or site, of a subtype.</summary>
    Dedicated,
}

/// <summary>Figures that are known for a grid as a whole, where no dwellings carry them.</summary>
/// <param name="Households">Households, or null when unknown.</param>
/// <param name="Population">People, or null when unknown.</param>
public readonly record struct StatedFigures(long? Households, long? Population);

/// <summary>
/// A node of a partition's tree, without its geometry: only leaves have one, and the partition's coverage holds it.
/// </summary>
public sealed record Grid : IMapItem<Grid>
{
    /// <inheritdoc/>
    public required long Id { get; init; }

    /// <summary>The code of the partition it belongs to; never changed.</summary>
    public required string Partition { get; init; }

    /// <summary>The grid above it, or null for a root.</summary>
    public long? ParentId { get; init; }

    /// <summary>The id of one of the partition's levels.</summary>
    public required string Level { get; init; }

    /// <summary>Unique in the partition; a retired one is never used again.</summary>
    public required string Code { get; init; }

    /// <summary>Its name, or null.</summary>
    public string? Name { get; init; }

    /// <summary>Base or dedicated.</summary>
    public GridCategory Category { get; init; }

    /// <summary>The id of a subtype term for a dedicated grid, or null.</summary>
    public string? Subtype { get; init; }

    /// <summary>Figures stated for the grid as a whole.</summary>
    public StatedFigures Stated { get; init; }

    /// <summary>What else the source gave.</summary>
    public AttributeSet Attributes { get; init; } = AttributeSet.Empty;

    /// <inheritdoc/>
    public string Key => $"{Partition}/{Code}";

    /// <inheritdoc/>
    public bool SameContent(Grid other) => WithId(other.Id) == other;

    /// <inheritdoc/>
    public Grid WithId(long id) => this with { Id = id };
}

/// <summary>A grid with the area that it has as a leaf: what files and stores carry.</summary>
public sealed class GridVersion : IMapItem<GridVersion>
{
    /// <summary>A version of a grid.</summary>
    /// <param name="grid">The node.</param>
    /// <param name="shape">
    /// A polygon or multipolygon on the lattice, lon lat in degrees, for a leaf; null for an upper grid. It may be
    /// invalid: checks say so.
    /// </param>
    public GridVersion(Grid grid, Geometry? shape)
    {
        Grid = grid;
        Shape = shape;
    }

    /// <summary>The node.</summary>
    public Grid Grid { get; }

    /// <summary>The area of a leaf, or null for an upper grid.</summary>
    public Geometry? Shape { get; }

    /// <inheritdoc/>
    public long Id => Grid.Id;

    /// <inheritdoc/>
    public string Key => Grid.Key;

    /// <inheritdoc/>
    public bool SameContent(GridVersion other) =>
        Grid.SameContent(other.Grid) && Spatial.Shapes.Same(Shape, other.Shape);

    /// <inheritdoc/>
    public GridVersion WithId(long id) => new(Grid.WithId(id), Shape);
}
