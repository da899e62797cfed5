using GridMap.Core.Spatial.Distances;

namespace GridMap.Core.Spatial.Coverages;

/// <summary>A segment of a border that is near a point.</summary>
/// <param name="Vertex">Its first vertex in the coverage's vertices; it ends at the next one.</param>
/// <param name="Arc">Its arc.</param>
public readonly record struct NearSegment(int Vertex, int Arc);

/// <summary>Looks for the nearest border.</summary>
internal struct NearestBorderSearch(Coverage coverage, BorderRuns runs, LatticePoint point, Predicate<int> counts)
    : IBoxSearch
{
    // A city wide; beyond it bounds are dear.
    private const double Rim = 32_000;

    private readonly BorderMeasure measure = new(coverage, point, Rim, seesFarther: true);
    private int bestArc;

    public BorderHit? Best { get; private set; }

    public readonly double Limit => Best?.DistanceMetres ?? double.PositiveInfinity;

    public readonly double DistanceTo(in LonLatBox box) => measure.LowerBound(box);

    public void Visit(int first)
    {
        var (last, arc) = runs.Run(first);
        var (left, right) = (coverage.Left(arc), coverage.Right(arc));
        var own = left == right ? Coverage.None : Smaller(Counting(left), Counting(right));
        if (own == Coverage.None)
        {
            return;
        }

        // The nearest in the plane first: then hardly another has to be measured.
        var promising = measure.MostPromising(first, last);
        Measure(promising, arc, own, left, right);
        for (var v = first; v < last; v++)
        {
            if (v != promising)
            {
                Measure(v, arc, own, left, right);
            }
        }
    }

    private void Measure(int vertex, int arc, int own, int left, int right)
    {
        var metres = measure.Metres(vertex, Limit);
        if (metres < Limit || (metres == Limit && arc < bestArc))
        {
            bestArc = arc;
            Best = new BorderHit(metres, own, own == left ? right : left);
        }
    }

    private readonly int Counting(int side) => side != Coverage.None && counts(side) ? side : Coverage.None;

    private static int Smaller(int left, int right) =>
        left == Coverage.None ? right : right == Coverage.None ? left : Math.Min(left, right);
}

/// <summary>Collects the segments within a distance.</summary>
internal readonly struct WithinSearch(Coverage coverage, BorderRuns runs, LatticePoint point, double metres) : IBoxSearch
{
    private readonly BorderMeasure measure = new(coverage, point, Math.Max(2 * metres, NearPlane.MaxMetres), seesFarther: false);

    public List<NearSegment> Found { get; } = [];

    public double Limit => metres;

    public double DistanceTo(in LonLatBox box) => measure.LowerBound(box);

    public void Visit(int first)
    {
        var (last, arc) = runs.Run(first);
        for (var v = first; v < last; v++)
        {
            if (measure.Metres(v, metres) <= metres)
            {
                Found.Add(new NearSegment(v, arc));
            }
        }
    }
}

/// <summary>Asks whether a border of another leaf than one is within a distance, and ends at the first.</summary>
internal struct OtherWithinSearch(Coverage coverage, BorderRuns runs, LatticePoint point, int leaf, double metres)
    : IBoxSearch
{
    private readonly BorderMeasure measure = new(coverage, point, Math.Max(2 * metres, NearPlane.MaxMetres), seesFarther: false);

    public bool Found { get; private set; }

    // Nothing is nearer than that, so the search ends.
    public readonly double Limit => Found ? -1 : metres;

    public readonly double DistanceTo(in LonLatBox box) => measure.LowerBound(box);

    public void Visit(int first)
    {
        var (last, arc) = runs.Run(first);
        var others = IsOther(coverage.Left(arc)) || IsOther(coverage.Right(arc));
        for (var v = first; others && !Found && v < last; v++)
        {
            Found = measure.Metres(v, metres) <= metres;
        }
    }

    private readonly bool IsOther(int side) => side != Coverage.None && side != leaf;
}
