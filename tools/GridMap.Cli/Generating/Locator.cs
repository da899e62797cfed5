namespace GridMap.Cli.Generating;

/// <summary>Which leaf a point is in; for points off the borders.</summary>
internal sealed class Locator
{
    private const double Cell = 150;
    private readonly Dictionary<(int, int), List<(Leaf Leaf, PlanePoint[] Ring)>> cells = [];

    public Locator(DistrictLayout layout)
    {
        foreach (var leaf in layout.Leaves)
        {
            var ring = layout.Network.Points(leaf.Ring);
            for (var x = Index(ring.Min(p => p.X)); x <= Index(ring.Max(p => p.X)); x++)
            {
                for (var y = Index(ring.Min(p => p.Y)); y <= Index(ring.Max(p => p.Y)); y++)
                {
                    (cells.TryGetValue((x, y), out var list) ? list : cells[(x, y)] = []).Add((leaf, ring));
                }
            }
        }
    }

    public Leaf? Find(PlanePoint p) =>
        cells.TryGetValue((Index(p.X), Index(p.Y)), out var list)
            ? list.FirstOrDefault(l => Rings.Contains(l.Ring, p)).Leaf
            : null;

    private static int Index(double metres) => (int)Math.Floor(metres / Cell);
}
