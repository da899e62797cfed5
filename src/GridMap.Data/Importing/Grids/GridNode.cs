using GridMap.Core.Grids;

namespace GridMap.Data.Importing.Grids;

/// <summary>A grid that a file asks for: by a row of its own, or implied by rows below it.</summary>
internal sealed class GridNode(string code, GridVersion? before)
{
    public string Code { get; } = code;

    /// <summary>The version that is there, or null.</summary>
    public GridVersion? Before { get; } = before;

    public GridRow? Row { get; set; }

    /// <summary>The name that rows below give it.</summary>
    public string? ImpliedName { get; set; }

    public GridNode? Parent { get; set; }

    /// <summary>Ranks below it: 0 for a leaf.</summary>
    public int Height { get; set; }

    public long Id { get; set; }

    public bool IsLeaf => Height == 0 && Row?.Shape is not null;
}
