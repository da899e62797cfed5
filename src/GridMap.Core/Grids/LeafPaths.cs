namespace GridMap.Core.Grids;

/// <summary>
/// The ways from the roots to the leaves of a layer, each found when it is first asked for. Safe to share between threads:
/// two may find the same at once, with the same outcome.
/// </summary>
/// <remarks>
/// In pieces, so that a map whose readers ask for a few leaves has room for these and their like, whatever there is.
/// </remarks>
internal sealed class LeafPaths(GridLayer layer)
{
    private const int PieceShift = 10;
    private const int PieceSize = 1 << PieceShift;

    private readonly IReadOnlyList<Grid>?[]?[] pieces =
        new IReadOnlyList<Grid>?[]?[(layer.Leaves.Length + PieceSize - 1) >> PieceShift];

    /// <summary>The layer.</summary>
    public GridLayer Layer { get; } = layer;

    /// <summary>From the root to the leaf of that number, both included.</summary>
    /// <param name="leaf">The leaf's number in the layer.</param>
    /// <param name="tree">Where the leaf has the same grids above it as in any other tree that is given here.</param>
    public IReadOnlyList<Grid> Get(int leaf, GridTree tree)
    {
        var piece = pieces[leaf >> PieceShift] ??= new IReadOnlyList<Grid>?[PieceSize];
        return piece[leaf & (PieceSize - 1)] ??= tree.ListPath(Layer.Leaves[leaf]);
    }
}
