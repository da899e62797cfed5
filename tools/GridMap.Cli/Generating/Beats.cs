using GridMap.Core.Grids;

namespace GridMap.Cli.Generating;

internal sealed class Station(string code, string name)
{
    public string Code => code;

    public string Name => name;
}

internal sealed class Beat(Station station, string name, List<Leaf> leaves)
{
    public Station Station => station;

    public string Name => name;

    public List<Leaf> Leaves => leaves;

    public string Code { get; set; } = "";

    public int[] Ring { get; set; } = [];
}

/// <summary>
/// The police's partition of the same area: a beat for each community, two for the largest, and some grids that a beat
/// has taken from the community beside its own.
/// </summary>
internal static class Beats
{
    public static List<Beat> Build(DistrictLayout layout, DistrictPreset preset, SplitMix random)
    {
        var stations = StationsOf(layout, preset.Code);
        var halved = layout.Communities.OrderByDescending(c => c.Leaves.Count).Take(preset.Beats - preset.Communities).ToHashSet();
        var beats = layout.Streets.SelectMany(s => s.Communities.SelectMany(c => BeatsOf(c, stations[s], halved.Contains(c)))).ToList();
        PlantMismatches(beats, preset.BeatMismatches, random);
        foreach (var group in beats.GroupBy(b => b.Station))
        {
            foreach (var (beat, number) in group.Select((b, i) => (b, i + 1)))
            {
                beat.Code = $"{beat.Station.Code}{number:D3}";
                beat.Ring = RingOf(beat.Leaves) ?? throw new InvalidOperationException($"Beat {beat.Code} is in pieces.");
            }
        }

        return beats;
    }

    /// <summary>A station for each street; the two smallest that are neighbours share one.</summary>
    private static Dictionary<Street, Station> StationsOf(DistrictLayout layout, string districtCode)
    {
        var pairs =
            from a in layout.Streets
            from b in layout.Streets
            where string.CompareOrdinal(a.Code, b.Code) < 0 && Chains.Shared(a.Ring, b.Ring).Length > 20
            orderby a.Communities.Count + b.Communities.Count, a.Code, b.Code
            select (a, b);
        var (first, second) = pairs.First();
        var stations = new Dictionary<Street, Station>();
        foreach (var street in layout.Streets.OrderBy(s => s.Code, StringComparer.Ordinal))
        {
            stations[street] = street == second
                ? stations[first]
                : new Station($"{districtCode}{stations.Values.Distinct().Count() + 1:D2}", street.Name.Replace("街道", "派出所"));
        }

        return stations;
    }

    private static IEnumerable<Beat> BeatsOf(Community community, Station station, bool halved)
    {
        var name = community.Name.Replace("社区", "");
        return halved
            ? community.Leaves.GroupBy(l => l.InFirstHalf).OrderByDescending(g => g.Key)
                .Select(g => new Beat(station, $"{name}{(g.Key ? "一" : "二")}警务区", [.. g]))
            : [new Beat(station, $"{name}警务区", [.. community.Leaves])];
    }

    private static void PlantMismatches(List<Beat> beats, int count, SplitMix random)
    {
        var touched = new HashSet<Beat>();
        foreach (var leaf in random.Shuffled(beats.SelectMany(b => b.Leaves)).Where(l => l.Category == GridCategory.Base))
        {
            var from = beats.Single(b => b.Leaves.Contains(leaf));
            var to = beats.Find(b => b.Station == from.Station && !touched.Contains(b) && CanTake(b, leaf));
            if (touched.Count == 2 * count || to is null || touched.Contains(from) || from.Leaves.Count < 5)
            {
                continue;
            }

            from.Leaves.Remove(leaf);
            if (RingOf(from.Leaves) is null)
            {
                from.Leaves.Add(leaf);
                continue;
            }

            to.Leaves.Add(leaf);
            touched.UnionWith([from, to]);
        }
    }

    private static bool CanTake(Beat beat, Leaf leaf) =>
        beat.Leaves.All(l => l.Community != leaf.Community)
        && beat.Leaves.Any(l => Chains.Shared(l.Ring, leaf.Ring).Length > 5)
        && RingOf([.. beat.Leaves, leaf]) is not null;

    private static int[]? RingOf(List<Leaf> leaves) => Chains.Union(leaves.Select(l => l.Ring));
}
