namespace GridMap.Cli.Generating;

/// <summary>A piece of a road with a grid on one side.</summary>
internal sealed record Kerb(Leaf Leaf, Road Road, int Index, bool Left, PlanePoint Middle, PlanePoint Along)
{
    /// <summary>A point so many metres off the road, on the grid's side.</summary>
    public PlanePoint Off(double metres) => Middle + (Along.Left * metres);
}

/// <summary>A door plate: a number on a road, known once all doors are.</summary>
internal sealed class Door(Kerb kerb, PlanePoint at)
{
    public Kerb Kerb => kerb;

    public PlanePoint At => at;

    public int Number { get; set; }

    public string RoadName => kerb.Road.NameOn(kerb.Left);
}

/// <summary>The roads seen from the grids beside them, and the doors along them.</summary>
internal sealed class Roadside
{
    private readonly Dictionary<Leaf, List<Kerb>> kerbs = [];
    private readonly List<Door> doors = [];

    public Roadside(DistrictLayout layout)
    {
        var pieces = new Dictionary<(int, int), (Road Road, int Index, bool Forward)>();
        foreach (var road in layout.Roads.Where(r => r.HasNumbers))
        {
            for (var i = 0; i + 1 < road.Nodes.Length; i++)
            {
                pieces[(road.Nodes[i], road.Nodes[i + 1])] = (road, i, true);
                pieces[(road.Nodes[i + 1], road.Nodes[i])] = (road, i, false);
            }
        }

        foreach (var leaf in layout.Leaves)
        {
            kerbs[leaf] = [.. Chains.Edges(leaf.Ring).Where(pieces.ContainsKey).Select(e => KerbOf(layout.Network, leaf, e, pieces[e]))];
        }
    }

    /// <summary>All kerbs of a grid, in the order of its ring; none where it has no road.</summary>
    public IReadOnlyList<Kerb> Of(Leaf leaf) => kerbs[leaf];

    public IEnumerable<Kerb> All => kerbs.Values.SelectMany(k => k);

    public Door AddDoor(Kerb kerb, PlanePoint at)
    {
        var door = new Door(kerb, at);
        doors.Add(door);
        return door;
    }

    /// <summary>Odd numbers on the left, even ones on the right, rising along the road.</summary>
    public void NumberDoors()
    {
        foreach (var side in doors.GroupBy(d => (d.Kerb.Road, d.Kerb.Left)))
        {
            var number = side.Key.Left ? 1 : 2;
            foreach (var door in side.OrderBy(d => d.Kerb.Index).ThenBy(d => d.At.X).ThenBy(d => d.At.Y))
            {
                door.Number = number;
                number += 2;
            }
        }
    }

    private static Kerb KerbOf(Network network, Leaf leaf, (int From, int To) edge, (Road Road, int Index, bool Forward) piece)
    {
        var (a, b) = (network[edge.From], network[edge.To]);
        return new Kerb(leaf, piece.Road, piece.Index, piece.Forward, (a + b) * 0.5, (b - a).Unit);
    }
}
