using GridMap.Core.Grids;

namespace GridMap.Cli.Generating;

/// <summary>
/// Divides the outline: first by the river and the railway, then by main roads into streets, by roads into communities,
/// by lanes into grids. Whatever is cut, is cut along a line of the network, so all levels nest exactly.
/// </summary>
internal sealed class DistrictLayout
{
    private const double DedicatedWeight = 0.42;

    private static readonly LineStyle Arterial = new(26, 0.05);
    private static readonly LineStyle Secondary = new(23, 0.07);
    private static readonly LineStyle Lane = new(19, 0.05);

    private readonly DistrictPreset preset;
    private readonly SplitMix random;
    private readonly Names names;
    private readonly Cutter cutter;
    private readonly List<Road> roads = [];
    private readonly List<Street> streets = [];

    private DistrictLayout(DistrictPreset preset, SplitMix random, Names names)
    {
        this.preset = preset;
        this.random = random;
        this.names = names;
        Network = new Network(preset.Frame);
        cutter = new Cutter(Network, Density);
    }

    public Network Network { get; }

    public int[] Outline { get; private set; } = [];

    public IReadOnlyList<Road> Roads => roads;

    public IReadOnlyList<Street> Streets => streets;

    public IEnumerable<Community> Communities => streets.SelectMany(s => s.Communities);

    public IEnumerable<Leaf> Leaves => Communities.SelectMany(c => c.Leaves);

    /// <summary>For dividing blocks further, off the borders.</summary>
    public Cutter Cutter => cutter;

    public static DistrictLayout Build(DistrictPreset preset, SplitMix random, Names names)
    {
        var layout = new DistrictLayout(preset, random.Fork("layout"), names);
        layout.DivideIntoStreets();
        layout.DivideIntoCommunities();
        layout.DivideIntoGrids();
        return layout;
    }

    private double Density(PlanePoint p)
    {
        var r = p.DistanceTo(preset.Centre) / 1900;
        return 0.75 + (2.2 / (1 + (r * r)));
    }

    private void DivideIntoStreets()
    {
        Outline = Network.AddAll(Curves.Around(OutlineControls(), 28));
        var (west, east) = CutAlong(Outline, TopNear(-700), TopNear(-1050, bottom: true), RoadClass.River, 330, 9);
        var bridge = roads[0].Nodes[roads[0].Nodes.Length * 9 / 20];
        var (northWest, southWest) = CutAlong(west, bridge, SideNear(west, -3800, 450), RoadClass.Railway, 70, 5);
        var (northEast, southEast) = CutAlong(east, SideNear(east, 3900, 250), bridge, RoadClass.Railway, 70, 6);
        var counts = random.Shuffled(preset.CommunitiesByStreet);
        var share = preset.CommunitiesByStreet.Count / 5;
        IEnumerable<int[]> quarters = [northWest, southWest, northEast, southEast];
        foreach (var (quarter, take) in quarters.Zip([share, share, share + 1, preset.CommunitiesByStreet.Count - (3 * share) - 1]))
        {
            Divide(quarter, counts[..take], c => c, Arterial, RoadClass.Arterial, "路", "大街", (ring, count, _) =>
                streets.Add(new Street($"{names.Stem()}街道", ring) { Communities = [.. new Community[count]] }));
            counts.RemoveRange(0, take);
        }
    }

    /// <summary>The preset's points and, between them, others off the straight line, so that no two seeds look alike.</summary>
    private List<PlanePoint> OutlineControls()
    {
        var fixedPoints = preset.Outline.Select(p => p + Jitter(120)).ToList();
        var between = fixedPoints.Select((p, i) => ((p + fixedPoints[(i + 1) % fixedPoints.Count]) * 0.5) + Jitter(110));
        return [.. fixedPoints.Zip(between).SelectMany(pair => (PlanePoint[])[pair.First, pair.Second])];
    }

    private PlanePoint Jitter(double metres) => new(random.Between(-metres, metres), random.Between(-metres, metres));

    private void DivideIntoCommunities()
    {
        foreach (var street in streets)
        {
            var parts = Enumerable.Repeat(1.0, street.Communities.Count).Select(w => w * random.Between(0.85, 1.15)).ToList();
            street.Communities.Clear();
            Divide(street.Ring, parts, w => w, Secondary, RoadClass.Secondary, "路", "街", (ring, _, _) =>
                street.Communities.Add(new Community(street, $"{names.Stem()}社区", ring)));
        }
    }

    private void DivideIntoGrids()
    {
        var communities = Communities.ToList();
        var bases = Spread(preset.BaseGrids, communities.Count, 2);
        var dedicated = Spread(preset.DedicatedGrids.Sum(d => d.Count), communities.Count, 1);
        for (var i = 0; i < communities.Count; i++)
        {
            var community = communities[i];
            IEnumerable<GridCategory> kinds =
                [.. Enumerable.Repeat(GridCategory.Base, bases[i]), .. Enumerable.Repeat(GridCategory.Dedicated, dedicated[i])];
            Divide(community.Ring, random.Shuffled(kinds), WeightOf, Lane, RoadClass.Lane, "路", "巷", (ring, kind, first) =>
                community.Leaves.Add(new Leaf(community, kind, ring) { InFirstHalf = first }));
        }

        var subtypes = preset.DedicatedGrids.SelectMany(d => Enumerable.Repeat(d.Subtype, d.Count));
        var leaves = Leaves.Where(l => l.Category == GridCategory.Dedicated);
        foreach (var (leaf, subtype) in leaves.Zip(random.Shuffled(subtypes)))
        {
            leaf.Subtype = subtype;
        }
    }

    private static double WeightOf(GridCategory category) => category == GridCategory.Base ? 1 : DedicatedWeight;

    /// <summary>A total spread evenly, then stirred so that the parts differ by up to twice the amount.</summary>
    private int[] Spread(int total, int parts, int stir)
    {
        var counts = Enumerable.Range(0, parts).Select(i => ((i + 1) * total / parts) - (i * total / parts)).ToArray();
        for (var i = 0; i < parts * stir; i++)
        {
            var (from, to) = (random.Below(parts), random.Below(parts));
            var even = total / parts;
            if (counts[from] > Math.Max(0, even - stir) && counts[to] < even + stir + 1)
            {
                counts[from]--;
                counts[to]++;
            }
        }

        return counts;
    }

    private void Divide<T>(
        int[] ring, IReadOnlyList<T> parts, Func<T, double> weight, LineStyle style, RoadClass kind, string meridional,
        string zonal, Action<int[], T, bool> done, bool? firstHalf = null)
    {
        if (parts.Count == 1)
        {
            done(ring, parts[0], firstHalf ?? true);
            return;
        }

        var (low, high) = (parts.Take(parts.Count / 2).ToList(), parts.Skip(parts.Count / 2).ToList());
        var cut = cutter.Split(ring, low.Sum(weight), high.Sum(weight), style, random);
        var way = Network[cut.Line[^1]] - Network[cut.Line[0]];
        AddRoad(kind, cut.Line, names.Stem() + (Math.Abs(way.X) > Math.Abs(way.Y) ? zonal : meridional));
        Divide(cut.First, low, weight, style, kind, meridional, zonal, done, firstHalf ?? true);
        Divide(cut.Second, high, weight, style, kind, meridional, zonal, done, firstHalf ?? false);
    }

    /// <summary>A road runs from west to east or from north to south, as its numbers do.</summary>
    private void AddRoad(RoadClass kind, int[] line, string name)
    {
        var way = Network[line[^1]] - Network[line[0]];
        var forward = Math.Abs(way.X) > Math.Abs(way.Y) ? way.X > 0 : way.Y < 0;
        roads.Add(new Road(kind, forward ? line : [.. line.Reverse()], name));
    }

    /// <summary>The river and the railway: through control points that lie off the chord in turn.</summary>
    private (int[] First, int[] Second) CutAlong(int[] ring, int from, int to, RoadClass kind, double swing, int bends)
    {
        var (a, b) = (Network[from], Network[to]);
        var side = (b - a).Unit.Left;
        var controls = Enumerable.Range(0, bends + 1)
            .Select(i => a + ((b - a) * ((double)i / bends))
                + (side * (i == 0 || i == bends ? 0 : swing * random.Between(-1.0, 1.0))))
            .ToArray();
        var axis = kind == RoadClass.River ? new PlanePoint(1, 0) : new PlanePoint(0, -1);
        var inner = Curves.Through(controls, 24);
        var cut = cutter.Along(ring, Array.IndexOf(ring, from), Array.IndexOf(ring, to), inner, axis);
        AddRoad(kind, cut.Line, kind == RoadClass.River ? "示例河" : "虚构铁路");
        return (cut.First, cut.Second);
    }

    private int TopNear(double x, bool bottom = false) =>
        Outline.Where(n => Network[n].Y > 0 != bottom).MinBy(n => Math.Abs(Network[n].X - x));

    private int SideNear(int[] ring, double x, double y) =>
        ring.MinBy(n => Network[n].DistanceTo(new PlanePoint(x, y)));
}
