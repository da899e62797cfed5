namespace GridMap.Cli.Generating;

/// <summary>An address: where, on which road, in what.</summary>
internal sealed record Address(Leaf Leaf, Door Door, PlanePoint At, string Standing)
{
    public Dwelling? Dwelling { get; init; }

    public Compound? Compound { get; init; }

    public string? Building { get; init; }

    public string? Unit { get; init; }
}

/// <summary>
/// All addresses: each compound's gate, each building, each unit, each courtyard, and as many doors along the roads as
/// make the total.
/// </summary>
internal static class AddressBook
{
    public static List<Address> Build(Housing housing, Roadside roadside, Locator locator, int total, SplitMix random)
    {
        var addresses = new List<Address>();
        foreach (var compound in housing.Compounds)
        {
            AddCompound(addresses, compound);
        }

        addresses.AddRange(housing.Dwellings.Where(d => d.Door is not null)
            .Select(d => new Address(d.Leaf, d.Door!, d.At, "doorplate") { Dwelling = d }));
        var free = random.Shuffled(roadside.All.Where(k => locator.Find(k.Off(9)) == k.Leaf)).Take(total - addresses.Count);
        var doors = free.OrderBy(k => k.Leaf.Code, StringComparer.Ordinal).ThenBy(k => k.Middle.X).ThenBy(k => k.Middle.Y);
        addresses.AddRange(doors.Select(k => new Address(k.Leaf, roadside.AddDoor(k, k.Off(9)), k.Off(9), "doorplate")));
        roadside.NumberDoors();
        return addresses.Count == total
            ? addresses
            : throw new InvalidOperationException($"The roads have room for {addresses.Count} of {total} addresses.");
    }

    private static void AddCompound(List<Address> addresses, Compound compound)
    {
        if (compound.Gate is not { } gate)
        {
            return;
        }

        addresses.Add(new Address(compound.Leaf, gate, gate.At, "doorplate") { Compound = compound });
        foreach (var building in compound.Buildings)
        {
            var whole = new Address(compound.Leaf, gate, building.At, "building")
            {
                Dwelling = building,
                Compound = compound,
                Building = $"{building.Number}号楼",
            };
            addresses.Add(whole);
            addresses.AddRange(building.Units.Select((at, i) => whole with { At = at, Standing = "unit", Unit = $"{i + 1}单元" }));
        }
    }
}
