namespace GridMap.Core.Spatial.Coverages;

/// <summary>
/// Borders in runs of a few segments with a box each, in a packed tree over these boxes, in Hilbert order, which is
/// searched by branch and bound. Immutable.
/// </summary>
internal sealed class BorderRuns
{
    private const int SegmentsInRun = 16;

    private readonly Coverage coverage;
    private readonly BoxTree tree;

    private BorderRuns(Coverage coverage, BoxTree tree) => (this.coverage, this.tree) = (coverage, tree);

    /// <summary>All borders.</summary>
    public static BorderRuns OfAll(Coverage coverage) => Of(coverage, static (_, _) => true);

    /// <summary>The borders that do not part two leaves.</summary>
    public static BorderRuns OfLoose(Coverage coverage) => Of(coverage, static (c, arc) => !c.PartsTwoLeaves(arc));

    /// <summary>Bytes in memory.</summary>
    public long SizeInBytes => tree.SizeInBytes;

    /// <summary>Searches the runs; items are the vertices where they begin.</summary>
    public void Search<TSearch>(ref TSearch search)
        where TSearch : IBoxSearch, allows ref struct => tree.Search(ref search);

    /// <summary>Every segment (its first vertex) that is at most that far, in metres.</summary>
    public List<NearSegment> ListWithin(LatticePoint point, double metres)
    {
        var search = new WithinSearch(coverage, this, point, metres);
        tree.Search(ref search);
        return search.Found;
    }

    /// <summary>The runs (the vertices where they begin) whose boxes meet a box; perhaps some beside it.</summary>
    public List<int> ListMeeting(LonLatBox box) => tree.ListMeeting(box);

    /// <summary>The run that begins at a vertex: up to which its segments do (excluded), and their arc.</summary>
    public (int To, int Arc) Run(int from)
    {
        var arc = coverage.ArcOf(from);
        return (Math.Min(from + SegmentsInRun, coverage.FirstVertex(arc + 1) - 1), arc);
    }

    private static BorderRuns Of(Coverage coverage, Func<Coverage, int, bool> takes)
    {
        var starts = new List<int>();
        var boxes = new List<LonLatBox>();
        for (var arc = 0; arc < coverage.ArcCount; arc++)
        {
            var last = takes(coverage, arc) ? coverage.FirstVertex(arc + 1) - 1 : 0;
            for (var v = coverage.FirstVertex(arc); v < last; v += SegmentsInRun)
            {
                starts.Add(v);
                boxes.Add(LonLatBox.Of(coverage.AllVertices[v..(Math.Min(last, v + SegmentsInRun) + 1)]));
            }
        }

        return new BorderRuns(coverage, BoxTree.Build([.. boxes], [.. starts]));
    }
}
