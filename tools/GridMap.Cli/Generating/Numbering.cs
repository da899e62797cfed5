namespace GridMap.Cli.Generating;

/// <summary>
/// Codes by place: rows from north to south, in a row from west to east. A row is as high as the parent divided by the
/// square root of how many it has.
/// </summary>
internal static class Numbering
{
    public static void Apply(DistrictLayout layout, string districtCode)
    {
        var network = layout.Network;
        var streets = layout.Streets.ToList();
        ForEachInOrder(streets, s => network.Points(s.Ring), (s, n) => s.Code = $"{districtCode}{n:D3}");
        foreach (var street in streets)
        {
            street.Communities = ForEachInOrder(
                street.Communities, c => network.Points(c.Ring), (c, n) => c.Code = $"{street.Code}{n:D3}");
            foreach (var community in street.Communities)
            {
                community.Leaves = ForEachInOrder(
                    community.Leaves, l => network.Points(l.Ring), (l, n) => l.Code = $"{community.Code}{n:D3}");
            }
        }
    }

    private static List<T> ForEachInOrder<T>(List<T> items, Func<T, PlanePoint[]> ring, Action<T, int> number)
    {
        var places = items.Select(i => (Item: i, At: Rings.Centroid(ring(i)))).ToList();
        var (top, bottom) = (places.Max(p => p.At.Y), places.Min(p => p.At.Y));
        var rows = Math.Max(1, (int)Math.Round(Math.Sqrt(places.Count)));
        var height = ((top - bottom) / rows) + 0.001;
        var ordered = places.OrderBy(p => (int)((top - p.At.Y) / height)).ThenBy(p => p.At.X).Select(p => p.Item).ToList();
        for (var i = 0; i < ordered.Count; i++)
        {
            number(ordered[i], i + 1);
        }

        return ordered;
    }
}
