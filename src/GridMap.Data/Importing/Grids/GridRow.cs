using GridMap.Core;
using GridMap.Core.Grids;
using GridMap.Data.Exchange;
using NetTopologySuite.Geometries;

namespace GridMap.Data.Importing.Grids;

/// <summary>A row of a file of grids, understood.</summary>
/// <remarks>Not compared by value: it holds a geometry.</remarks>
internal sealed class GridRow(SourceRow row, string code)
{
    /// <summary>The row.</summary>
    public SourceRow Row { get; } = row;

    /// <summary>The grid's code.</summary>
    public string Code { get; } = code;

    /// <summary>Its name, or null.</summary>
    public string? Name { get; init; }

    /// <summary>The level that the row itself names, or null.</summary>
    public string? Level { get; init; }

    /// <summary>Base or dedicated.</summary>
    public GridCategory Category { get; init; }

    /// <summary>The subtype, or null.</summary>
    public string? Subtype { get; init; }

    /// <summary>Figures of the grid as a whole.</summary>
    public StatedFigures Stated { get; init; }

    /// <summary>What else it says.</summary>
    public AttributeSet Attributes { get; init; } = AttributeSet.Empty;

    /// <summary>Its area; null for a row without a geometry.</summary>
    public Geometry? Shape { get; init; }

    /// <summary>The grids above it, root first; empty for a root.</summary>
    public IReadOnlyList<UpperGrid> Path { get; set; } = [];
}

/// <summary>A grid above a leaf, as far as a leaf's row tells.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name, or null where the file does not say.</param>
internal readonly record struct UpperGrid(string Code, string? Name);
