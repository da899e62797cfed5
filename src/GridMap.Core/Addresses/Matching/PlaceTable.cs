namespace GridMap.Core.Addresses.Matching;

/// <summary>The places by the number of their name. Immutable.</summary>
internal sealed class PlaceTable
{
    private readonly Dictionary<int, List<int>> byName = [];
    private readonly IReadOnlyList<NamedPlace> places;

    private PlaceTable(IReadOnlyList<NamedPlace> places) => this.places = places;

    /// <summary>A place.</summary>
    public NamedPlace this[int place] => places[place];

    /// <summary>Gives each place the number of its name.</summary>
    public static PlaceTable Build(IReadOnlyList<NamedPlace> places, NameTable.Builder names)
    {
        var table = new PlaceTable(places);
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

        return table;
    }

    /// <summary>The places of a name.</summary>
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
