namespace GridMap.Core.Spatial.Coverages;

/// <summary>A segment of a border that is near a point.</summary>
/// <param name="Vertex">Its first vertex in the coverage's vertices; it ends at the next one.</param>
/// <param name="Arc">Its arc.</param>
public readonly record struct NearSegment(int Vertex, int Arc);

/// <summary>Looks for the nearest border.</summary>
internal struct NearestBorderSearch(Coverage coverage, BorderIndex index, LatticePoint point, int leaf) : IBoxSearch
{
    private readonly LocalDistance distance = new(point.ToLonLat());

    public BorderHit? Best { get; private set; }

    public readonly double Limit => Best?.DistanceMetres ?? double.PositiveInfinity;

    public readonly double DistanceTo(in LonLatBox box) => distance.To(box);

    public void Visit(int item)
    {
        var (from, to, arc) = index.Run(item);
        var (left, right) = (coverage.Left(arc), coverage.Right(arc));
        if (left == right || (leaf != Coverage.None && left != leaf && right != leaf))
        {
            return;
        }

        for (var v = from; v < to; v++)
        {
            var metres = distance.To(coverage.AllVertices[v].ToLonLat(), coverage.AllVertices[v + 1].ToLonLat());
            if (metres < Limit || (metres == Limit && arc < Best!.Value.Arc))
            {
                var own = leaf != Coverage.None ? leaf : Smaller(left, right);
                Best = new BorderHit(metres, arc, own, own == left ? right : left);
            }
        }
    }

    private static int Smaller(int left, int right) =>
        left == Coverage.None ? right : right == Coverage.None ? left : Math.Min(left, right);
}

/// <summary>Collects the segments within a distance.</summary>
internal struct WithinSearch(Coverage coverage, BorderIndex index, LatticePoint point, double metres) : IBoxSearch
{
    private readonly LocalDistance distance = new(point.ToLonLat());

    public List<NearSegment> Found { get; } = [];

    public readonly double Limit => metres;

    public readonly double DistanceTo(in LonLatBox box) => distance.To(box);

    public readonly void Visit(int item)
    {
        var (from, to, arc) = index.Run(item);
        for (var v = from; v < to; v++)
        {
            if (distance.To(coverage.AllVertices[v].ToLonLat(), coverage.AllVertices[v + 1].ToLonLat()) <= metres)
            {
                Found.Add(new NearSegment(v, arc));
            }
        }
    }
}
