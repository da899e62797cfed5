using NetTopologySuite.Geometries;

namespace GridMap.Core.Spatial;

/// <summary>
/// A box on the lattice, all four sides included; one point when both corners are equal. It never spans the date line:
/// <see cref="MinX"/> ≤ <see cref="MaxX"/>, <see cref="MinY"/> ≤ <see cref="MaxY"/>.
/// </summary>
/// <param name="MinX">West, in 1e-9 degree.</param>
/// <param name="MinY">South.</param>
/// <param name="MaxX">East.</param>
/// <param name="MaxY">North.</param>
public readonly record struct LatticeBox(long MinX, long MinY, long MaxX, long MaxY)
{
    /// <summary>Whether it is one point.</summary>
    public bool IsPoint => MinX == MaxX && MinY == MaxY;

    /// <summary>Its south-west corner.</summary>
    public LatticePoint Corner => new(MinX, MinY);

    /// <summary>The box of one point.</summary>
    public static LatticeBox Of(LatticePoint point) => new(point.X, point.Y, point.X, point.Y);

    /// <summary>The smallest box that holds all points.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static LatticeBox Of(ReadOnlySpan<LatticePoint> points)
    {
        if (points.IsEmpty)
        {
            throw new ArgumentException("No points have no box.", nameof(points));
        }

        var (minX, minY, maxX, maxY) = (long.MaxValue, long.MaxValue, long.MinValue, long.MinValue);
        foreach (var (x, y) in points)
        {
            (minX, minY) = (Math.Min(minX, x), Math.Min(minY, y));
            (maxX, maxY) = (Math.Max(maxX, x), Math.Max(maxY, y));
        }

        return new(minX, minY, maxX, maxY);
    }

    /// <summary>The smallest box that holds a geometry's vertices, each rounded to the lattice.</summary>
    /// <exception cref="ArgumentException">The geometry is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A coordinate is not finite or out of range.</exception>
    public static LatticeBox Of(Geometry shape)
    {
        if (shape.IsEmpty)
        {
            throw new ArgumentException("An empty geometry has no box.", nameof(shape));
        }

        if (shape is Point point)
        {
            // Without the envelope, which a geometry would keep.
            return Of(LatticePoint.From(new LonLat(point.CoordinateSequence.GetX(0), point.CoordinateSequence.GetY(0))));
        }

        var box = shape.EnvelopeInternal;
        return Of(LatticePoint.From(new LonLat(box.MinX, box.MinY)))
            .Union(Of(LatticePoint.From(new LonLat(box.MaxX, box.MaxY))));
    }

    /// <summary>Whether another box lies in it, sides included.</summary>
    public bool Holds(in LatticeBox other) =>
        MinX <= other.MinX && MinY <= other.MinY && MaxX >= other.MaxX && MaxY >= other.MaxY;

    /// <summary>The smallest box that holds both.</summary>
    public LatticeBox Union(LatticeBox other) => new(
        Math.Min(MinX, other.MinX),
        Math.Min(MinY, other.MinY),
        Math.Max(MaxX, other.MaxX),
        Math.Max(MaxY, other.MaxY));
}
