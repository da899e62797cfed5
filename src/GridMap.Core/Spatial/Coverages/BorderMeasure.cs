using GridMap.Core.Spatial.Distances;
using GridMap.Core.Spatial.Nearest;

namespace GridMap.Core.Spatial.Coverages;

/// <summary>
/// Measures from one point to boxes and border segments: in planes first, wherever that is enough to leave them out.
/// </summary>
internal readonly struct BorderMeasure
{
    // Boxes are compared in whole lattice steps, which are 0.1 mm.
    private const double Rounding = 0.001;

    private readonly Coverage coverage;
    private readonly PointFrame from;
    private readonly PlaneBound bound;
    private readonly double rim;
    private readonly bool seesFarther;
    private readonly NearPlane plane;
    private readonly bool hasPlane;

    /// <param name="coverage">The borders.</param>
    /// <param name="point">From where.</param>
    /// <param name="rim">Up to how many metres bounds are cheap.</param>
    /// <param name="seesFarther">Whether bounds beyond the rim matter; else the rim itself is one.</param>
    public BorderMeasure(Coverage coverage, LatticePoint point, double rim, bool seesFarther)
    {
        (this.coverage, this.rim, this.seesFarther) = (coverage, rim, seesFarther);
        from = new PointFrame(point.ToLonLat());
        bound = new PlaneBound(point, rim);
        hasPlane = NearPlane.TryTouch(from, out plane);
    }

    /// <summary>Metres, never more than the distance to anything in the box.</summary>
    public double LowerBound(in LonLatBox box)
    {
        const double Steps = LatticePoint.StepsPerDegree;
        var least = Math.Sqrt(bound.Least(new LatticeBox(
            (long)(box.West * Steps), (long)(box.South * Steps), (long)(box.East * Steps), (long)(box.North * Steps))));
        return least < rim || !seesFarther
            ? Math.Max(0, Math.Min(least, rim) - Rounding)
            : BoxDistance.LowerBound(from, box.West, box.South, box.East, box.North);
    }

    /// <summary>Metres to the segment that begins at a vertex; infinite where they are above a limit.</summary>
    public double Metres(int vertex, double limit)
    {
        var (a, b) = (coverage.AllVertices[vertex].ToLonLat(), coverage.AllVertices[vertex + 1].ToLonLat());
        if (!hasPlane)
        {
            return SegmentDistance.Nearest(from, a.Lon, a.Lat, b.Lon, b.Lat, Math.BitIncrement(limit)).Metres;
        }

        var edge = new Edge(a.Lon, a.Lat, b.Lon, b.Lat);
        var (fraction, square) = plane.Nearest(edge);
        return square > plane.SquareBeyond(limit) ? double.PositiveInfinity
            : square < NearPlane.MaxMetres * NearPlane.MaxMetres ? SegmentDistance.NearestFrom(from, edge, fraction).Metres
            : SegmentDistance.Nearest(from, a.Lon, a.Lat, b.Lon, b.Lat, Math.BitIncrement(limit)).Metres;
    }

    /// <summary>The segment of a run that is nearest in the plane; the first one where there is no plane.</summary>
    public int MostPromising(int first, int last)
    {
        var (nearest, least) = (first, double.PositiveInfinity);
        for (var v = first; hasPlane && v < last; v++)
        {
            var (a, b) = (coverage.AllVertices[v].ToLonLat(), coverage.AllVertices[v + 1].ToLonLat());
            var square = plane.Nearest(a.Lon, a.Lat, b.Lon, b.Lat).Square;
            (nearest, least) = square < least ? (v, square) : (nearest, least);
        }

        return nearest;
    }
}
