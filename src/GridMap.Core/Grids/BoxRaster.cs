using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Coverages;

namespace GridMap.Core.Grids;

/// <summary>
/// Which cells of a raster boxes meet: a point where there is none is passed by at the cost of one bit. The raster is
/// small, whatever lies under it, so that the next one costs a copy. Immutable.
/// </summary>
internal sealed class BoxRaster
{
    // 8 KB: it stays in the nearest cache.
    private const int Cells = 1 << 16;
    private const long Antimeridian = 180 * (long)LatticePoint.StepsPerDegree;

    private readonly CellRaster raster;
    private readonly ulong[] met;

    private BoxRaster(CellRaster raster, ulong[] met) => (this.raster, this.met) = (raster, met);

    /// <summary>A raster over a coverage, without boxes.</summary>
    public static BoxRaster Over(Coverage coverage)
    {
        var raster = coverage.VertexCount == 0 ? default : CellRaster.Over(LatticeBox.Of(coverage.AllVertices), Cells);
        return new(raster, new ulong[(raster.Count + 63) / 64]);
    }

    /// <summary>With more boxes.</summary>
    public BoxRaster Plus(IEnumerable<LonLatBox> boxes)
    {
        var next = (ulong[])met.Clone();
        foreach (var box in boxes)
        {
            var (from, to) = (Corner(box.West, box.South, Math.Floor), Corner(box.East, box.North, Math.Ceiling));
            raster.ForEach(new(from.X, from.Y, to.X, to.Y), cell => next[cell >> 6] |= 1UL << cell);
        }

        return new(raster, next);
    }

    /// <summary>Whether a box may meet the point; true for every point outside the raster.</summary>
    public bool MayMeet(LatticePoint point) =>
        raster.CellAt(point) is not (>= 0 and var cell) || point.X == Antimeridian || (met[cell >> 6] >> cell & 1) != 0;

    private static LatticePoint Corner(double lon, double lat, Func<double, double> round) =>
        new((long)round(lon * LatticePoint.StepsPerDegree), (long)round(lat * LatticePoint.StepsPerDegree));
}
