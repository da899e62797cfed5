namespace GridMap.Cli.Generating;

/// <summary>A rectangle that leans on the border of two grids and reaches into the second.</summary>
/// <param name="From">Where it starts on the border, in the first ring's order.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Path">The other three sides, from start to end, both ends excluded.</param>
internal sealed record Bite(int From, int To, PlanePoint[] Path)
{
    private const double Step = 20;

    /// <summary>A bite into <paramref name="into"/> from its border with <paramref name="ring"/>, or null where none fits.</summary>
    public static Bite? Find(Network network, int[] ring, int[] into, double width, double depth)
    {
        var chain = Chains.Shared(ring, into);
        if (chain.Length < 8)
        {
            return null;
        }

        var from = chain.Length / 4;
        var to = from + 1;
        while (to < chain.Length - 2 && network[chain[from]].DistanceTo(network[chain[to]]) < width)
        {
            to++;
        }

        var (a, b) = (network[chain[from]], network[chain[to]]);
        var outwards = (b - a).Unit.Left * -depth;
        PlanePoint[] path = [.. Line(a, a + outwards), .. Line(a + outwards, b + outwards), .. Line(b + outwards, b).SkipLast(1)];
        var shape = network.Points(into);
        var fits = a.DistanceTo(b) >= 0.8 * width
            && path.All(p => Rings.Contains(shape, p) && Rings.Clearance(shape, p) >= Math.Min(8, 0.5 * Math.Min(p.DistanceTo(a), p.DistanceTo(b))));
        return fits ? new Bite(chain[from], chain[to], path) : null;
    }

    private static IEnumerable<PlanePoint> Line(PlanePoint a, PlanePoint b)
    {
        var pieces = Math.Max(1, (int)Math.Round(a.DistanceTo(b) / Step));
        return Enumerable.Range(1, pieces).Select(i => a + ((b - a) * ((double)i / pieces)));
    }
}
