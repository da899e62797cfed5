namespace GridMap.Core.Addresses.Matching;

/// <summary>The places by the number of their name. Immutable.</summary>
internal sealed class PlaceTable
{
    private readonly Dictionary<int, List<int>> byName = [];
    private readonly IReadOnlyList<NamedPlace> places;

    private PlaceTable(IReadOnlyList<NamedPlace> places) => this.places = places;

    /// <summary>The names, to be numbered after those of a register.</summary>
    public NameTable Names { get; private set; } = null!;

    /// <summary>A place.</summary>
    public NamedPlace this[int place] => places[place];

    /// <summary>Gives each place the number of its name.</summary>
    public static PlaceTable Build(IReadOnlyList<NamedPlace> places)
    {
        var (table, names) = (new PlaceTable(places), new NameTable.Builder());
        for (var place = 0; place < places.Count; place++)
        {
            foreach (var text in places[place].Names)
            {
                if (names.Add(Texts.NameLevel.Place, text) is >= 0 and var name)
                {
                    table.Add(name, place);
                }
            }
        }

        table.Names = names.Build();
        return table;
    }

    /// <summary>The places of a name, by its number in <see cref="Names"/>.</summary>
    public IReadOnlyList<int> Of(int name) => byName.TryGetValue(name, out var list) ? list : [];

    private void Add(int name, int place)
    {
        if (!byName.TryGetValue(name, out var list))
        {
            byName[name] = list = [];
        }

        list.Add(place);
    }
}
