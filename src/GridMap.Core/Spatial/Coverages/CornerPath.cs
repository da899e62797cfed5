namespace GridMap.Core.Spatial.Coverages;

/// <summary>The straight path from a point to the south-west corner of a cell that holds it.</summary>
/// <param name="X">The point.</param>
/// <param name="Y">The point.</param>
/// <param name="OffsetX">How far east of the corner the point is; 0 or more.</param>
/// <param name="OffsetY">How far north of the corner the point is; 0 or more.</param>
internal readonly record struct CornerPath(long X, long Y, long OffsetX, long OffsetY)
{
    public long CornerX => X - OffsetX;

    public long CornerY => Y - OffsetY;
}
