using GridMap.Core.Spatial.Distances;

namespace GridMap.Core.Spatial.Coverages;

/// <summary>A segment of a border that is near a point.</summary>
/// <param name="Vertex">Its first vertex in the coverage's vertices; it ends at the next one.</param>
/// <param name="Arc">Its arc.</param>
public readonly record struct NearSegment(int Vertex, int Arc);

/// <summary>Looks for the nearest border.</summary>
internal struct NearestBorderSearch(Coverage coverage, BorderIndex index, LatticePoint point, Predicate<int> counts)
    : IBoxSearch
{
    private readonly PointFrame from = new(point.ToLonLat());

    public BorderHit? Best { get; private set; }

    public readonly double Limit => Best?.DistanceMetres ?? double.PositiveInfinity;

    public readonly double DistanceTo(in LonLatBox box) =>
        BoxDistance.LowerBound(from, box.West, box.South, box.East, box.North);

    public void Visit(int item)
    {
        var (first, last, arc) = index.Run(item);
        var (left, right) = (coverage.Left(arc), coverage.Right(arc));
        var own = left == right ? Coverage.None : Smaller(Counting(left), Counting(right));
        if (own == Coverage.None)
        {
            return;
        }

        for (var v = first; v < last; v++)
        {
            var metres = SegmentMetres.Of(from, coverage, v, Limit);
            if (metres < Limit || (metres == Limit && arc < Best!.Value.Arc))
            {
                Best = new BorderHit(metres, arc, own, own == left ? right : left);
            }
        }
    }

    private readonly int Counting(int side) => side != Coverage.None && counts(side) ? side : Coverage.None;

    private static int Smaller(int left, int right) =>
        left == Coverage.None ? right : right == Coverage.None ? left : Math.Min(left, right);
}

/// <summary>Collects the segments within a distance.</summary>
internal struct WithinSearch(Coverage coverage, BorderIndex index, LatticePoint point, double metres) : IBoxSearch
{
    private readonly PointFrame from = new(point.ToLonLat());

    public List<NearSegment> Found { get; } = [];

    public readonly double Limit => metres;

    public readonly double DistanceTo(in LonLatBox box) =>
        BoxDistance.LowerBound(from, box.West, box.South, box.East, box.North);

    public readonly void Visit(int item)
    {
        var (first, last, arc) = index.Run(item);
        for (var v = first; v < last; v++)
        {
            if (SegmentMetres.Of(from, coverage, v, metres) <= metres)
            {
                Found.Add(new NearSegment(v, arc));
            }
        }
    }
}

internal static class SegmentMetres
{
    /// <summary>Metres from a point to the segment that begins at a vertex; infinite where they are above a limit.</summary>
    public static double Of(in PointFrame from, Coverage coverage, int vertex, double limit)
    {
        var (a, b) = (coverage.AllVertices[vertex].ToLonLat(), coverage.AllVertices[vertex + 1].ToLonLat());
        return SegmentDistance.Nearest(from, a.Lon, a.Lat, b.Lon, b.Lat, Math.BitIncrement(limit)).Metres;
    }
}
