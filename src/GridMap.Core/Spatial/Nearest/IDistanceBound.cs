namespace GridMap.Core.Spatial.Nearest;

/// <summary>
/// Between what limits the distance from one point to a box lies, as squares of metres on the WGS 84 ellipsoid. A bound may
/// have a rim: beyond it, what it says is only that something is at least as far as the rim.
/// </summary>
internal interface IDistanceBound
{
    /// <summary>To sixteen nodes, as <see cref="BoxTree.Sides"/> gives them: never more than to anything in the box.</summary>
    void Least(ReadOnlySpan<double> sides, Span<double> least);

    /// <summary>To the entries of a leaf: what <see cref="Least(in LatticeBox)"/> and <see cref="Most"/> say of each.</summary>
    void Between(in Leaf leaf, Span<double> least, Span<double> most);

    /// <summary>To one box: never more than to anything in it.</summary>
    double Least(in LatticeBox box);

    /// <summary>To a box: never less than to the nearest part of a shape that touches the box on all its sides.</summary>
    double Most(in LatticeBox box);
}
