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
    /// <summary>The box of one point.</summary>
    public static LatticeBox Of(LatticePoint point) => new(point.X, point.Y, point.X, point.Y);

    /// <summary>The smallest box that holds a geometry's vertices, each rounded to the lattice.</summary>
    /// <exception cref="ArgumentException">The geometry is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A coordinate is not finite or out of range.</exception>
    public static LatticeBox Of(Geometry shape)
    {
        if (shape.IsEmpty)
        {
            throw new ArgumentException("An empty geometry has no box.", nameof(shape));
        }

        var box = shape.EnvelopeInternal;
        return Of(LatticePoint.From(new LonLat(box.MinX, box.MinY)))
            .Union(Of(LatticePoint.From(new LonLat(box.MaxX, box.MaxY))));
    }

    /// <summary>The smallest box that holds both.</summary>
    public LatticeBox Union(LatticeBox other) => new(
        Math.Min(MinX, other.MinX),
        Math.Min(MinY, other.MinY),
        Math.Max(MaxX, other.MaxX),
        Math.Max(MaxY, other.MaxY));
}
