namespace GridMap.Cli.Generating;

/// <summary>
/// The nodes that all borders are made of. A border between two nodes of it is the same chain of nodes for both
/// neighbours, and a new border starts and ends at nodes that are already there: hence no gap and no overlap.
/// </summary>
internal sealed class Network(Frame frame)
{
    private readonly List<PlanePoint> points = [];
    private readonly HashSet<int> junctions = [];

    public Frame Frame => frame;

    public PlanePoint this[int node] => points[node];

    public int Add(PlanePoint p)
    {
        points.Add(frame.Snap(p));
        return points.Count - 1;
    }

    public int[] AddAll(IEnumerable<PlanePoint> path) => [.. path.Select(Add)];

    public bool IsJunction(int node) => junctions.Contains(node);

    public void MarkJunction(int node) => junctions.Add(node);

    public PlanePoint[] Points(IReadOnlyList<int> nodes) => [.. nodes.Select(n => points[n])];
}
