namespace GridMap.Cli.Generating;

/// <summary>A generated district, before it is written.</summary>
internal sealed record District
{
    public required DistrictPreset Preset { get; init; }

    public required SplitMix Random { get; init; }

    public required Names Names { get; init; }

    public required DistrictLayout Layout { get; init; }

    public required Locator Locator { get; init; }

    public required Roadside Roadside { get; init; }

    public required IReadOnlyList<Beat> Beats { get; init; }

    public required Leaf Mall { get; init; }

    public required Housing Housing { get; init; }

    public required IReadOnlyList<Address> Addresses { get; init; }

    public Network Network => Layout.Network;

    public IEnumerable<Leaf> Leaves => Layout.Leaves;

    public static District Build(DistrictPreset preset, int seed)
    {
        var random = new SplitMix((ulong)seed);
        var names = new Names(random.Fork("names"));
        var layout = DistrictLayout.Build(preset, random, names);
        var mall = Generating.Mall.Carve(layout, preset.Centre);
        Numbering.Apply(layout, preset.Code);
        GridNames.Apply(layout, names, random.Fork("grid names"));
        var beats = Generating.Beats.Build(layout, preset, random.Fork("beats"));
        var (roadside, locator) = (new Roadside(layout), new Locator(layout));
        var housing = new HousingBuilder(layout, preset, roadside, locator, random.Fork("housing")).Build(names);
        return new District
        {
            Preset = preset,
            Random = random,
            Names = names,
            Layout = layout,
            Locator = locator,
            Roadside = roadside,
            Beats = beats,
            Mall = mall,
            Housing = housing,
            Addresses = AddressBook.Build(housing, roadside, locator, preset.Addresses, random.Fork("addresses")),
        };
    }

    /// <summary>A place beside a road of a grid, or inside it where it has none.</summary>
    public PlanePoint Beside(Leaf leaf, SplitMix random)
    {
        var kerbs = Roadside.Of(leaf);
        for (var i = 0; i < 20 && kerbs.Count > 0; i++)
        {
            var at = random.Pick(kerbs).Off(random.Between(8.0, 12.0));
            if (Locator.Find(at) == leaf)
            {
                return at;
            }
        }

        return Rings.Centroid(Network.Points(leaf.Ring));
    }
}
