using GridMap.Core.Grids;

namespace GridMap.Cli.Generating;

/// <summary>Lays compounds, buildings, courtyards and pocket parks into the grids.</summary>
internal sealed class HousingBuilder(DistrictLayout layout, DistrictPreset preset, Roadside roadside, Locator locator, SplitMix random)
{
    private const int Parks = 126;
    private static readonly LineStyle Path = new(15, 0.03);
    private static readonly string[] Endings = ["小区", "花园", "家园", "苑", "新村", "公寓", "名城", "里", "府"];

    private readonly Housing housing = new();

    public Housing Build(Names names)
    {
        var leaves = layout.Leaves.ToList();
        var bases = leaves.Where(l => l.Category == GridCategory.Base).ToList();
        HousingPlan.SpreadHouseholds(leaves, preset.Households, random);
        var counts = HousingPlan.SpreadCompounds(bases, l => Rings.Area(layout.Network.Points(l.Ring)), preset.Compounds, random);
        var withPark = random.Shuffled(bases).Take(Parks).ToHashSet();
        foreach (var leaf in leaves)
        {
            Fill(leaf, counts.GetValueOrDefault(leaf), withPark.Contains(leaf));
        }

        Name(names);
        PlaceAstride();
        NumberDwellings();
        return housing;
    }

    private void Fill(Leaf leaf, int compounds, bool withPark)
    {
        var area = Rings.Area(layout.Network.Points(leaf.Ring));
        var parts = Enumerable.Repeat(1.0 - (withPark ? 0.13 : 0), Math.Max(1, compounds)).ToList();
        if (withPark)
        {
            parts.Insert(random.Below(parts.Count + 1), Math.Clamp(9_000 / area, 0.08, 0.2) * parts.Count);
        }

        var blocks = Blocks(leaf.Ring, parts);
        if (withPark)
        {
            var park = blocks.MinBy(b => b.Weight);
            blocks.Remove(park);
            AddPark(leaf, park.Ring);
        }

        if (leaf.Households == 0)
        {
            return;
        }

        var homes = blocks.Select(b => Homes(b.Ring)).ToList();
        var areas = homes.Sum(Rings.Area);
        var left = leaf.Households;
        for (var i = 0; i < homes.Count; i++)
        {
            var share = i == homes.Count - 1 ? left : (int)(leaf.Households * Rings.Area(homes[i]) / areas);
            left -= share;
            if (compounds > 0)
            {
                AddCompound(leaf, homes[i], share);
            }
            else if (share > 0)
            {
                AddCourtyards(leaf, homes[i], share);
            }
        }
    }

    private List<(int[] Ring, double Weight)> Blocks(int[] ring, List<double> parts)
    {
        if (parts.Count == 1)
        {
            return [(ring, parts[0])];
        }

        var half = parts.Count / 2;
        var cut = layout.Cutter.Split(ring, parts[..half].Sum(), parts[half..].Sum(), Path, random);
        return [.. Blocks(cut.First, parts[..half]), .. Blocks(cut.Second, parts[half..])];
    }

    /// <summary>The block without a strip along its edges, with as few corners as show its form.</summary>
    private PlanePoint[] Homes(int[] block)
    {
        var ring = layout.Network.Points(block);
        var corners = Outlines.Simplified(ring, 5);
        var setback = Math.Min(13, 0.06 * Math.Sqrt(Rings.Area(ring)));
        for (var factor = 0.94; factor > 0.4; factor -= 0.03)
        {
            var inner = Rings.Scaled(corners, factor);
            if (Outlines.IsWithin(ring, inner, setback))
            {
                return inner;
            }
        }

        return Outlines.SquareWithin(ring);
    }

    private void AddPark(Leaf leaf, int[] block)
    {
        var homes = Homes(block);
        var skew = random.Unit();
        var wanted = 420 + (9_400 * skew * skew);
        var factor = Math.Min(1, Math.Sqrt(wanted / Rings.Area(homes)));
        housing.Parks.Add((leaf, Rings.Scaled(homes, Math.Min(factor, Math.Sqrt(9_900 / Rings.Area(homes))))));
    }

    private void AddCompound(Leaf leaf, PlanePoint[] ring, int households)
    {
        var compound = new Compound(leaf, ring);
        var slots = Slots.Rows(ring, random);
        var count = Math.Clamp((int)Math.Round(households / random.Between(30.0, 46.0)), 1, slots.Count);
        var chosen = Enumerable.Range(0, count).Select(i => slots[i * slots.Count / count]).ToList();
        var units = chosen.Sum(s => s.Doors.Length);
        var (taken, given) = (0, 0);
        foreach (var slot in chosen)
        {
            taken += slot.Doors.Length;
            var upTo = (int)((long)households * taken / units);
            var building = new Dwelling(leaf, compound, slot.Centre) { Number = compound.Buildings.Count + 1, Households = upTo - given };
            given = upTo;
            building.Units.AddRange(slot.Doors);
            compound.Buildings.Add(building);
            housing.Dwellings.Add(building);
        }

        var centre = Rings.Centroid(ring);
        var kerb = roadside.Of(leaf).MinBy(k => k.Middle.DistanceTo(centre));
        compound.Gate = kerb is null ? null : roadside.AddDoor(kerb, Rings.Nearest(ring, kerb.Middle));
        housing.Compounds.Add(compound);
    }

    private void AddCourtyards(Leaf leaf, PlanePoint[] ring, int households)
    {
        var slots = Slots.Courtyards(ring, random);
        var count = Math.Clamp(households / random.Between(7, 12), 1, slots.Count);
        var given = 0;
        foreach (var (at, i) in random.Shuffled(slots).Take(count).Select((at, i) => (at, i)))
        {
            var upTo = households * (i + 1) / count;
            var yard = new Dwelling(leaf, null, at) { Households = upTo - given };
            given = upTo;
            var kerb = roadside.Of(leaf).MinBy(k => k.Middle.DistanceTo(at));
            yard.Door = kerb is null ? null : roadside.AddDoor(kerb, at);
            housing.Dwellings.Add(yard);
        }
    }

    /// <summary>Names, each once, but for a pair of twins in two streets; every eighth compound has no property firm.</summary>
    private void Name(Names names)
    {
        var firms = Enumerable.Range(0, 24).Select(_ => $"{names.Stem()}物业服务有限公司").ToList();
        housing.Compounds.Sort((a, b) => string.CompareOrdinal(a.Leaf.Code, b.Leaf.Code));
        foreach (var (compound, i) in housing.Compounds.Select((c, i) => (c, i)))
        {
            compound.Id = $"C{i + 1:D3}";
            compound.Name = $"{names.Stem()}{random.Pick(Endings)}";
            compound.PropertyFirm = random.Chance(0.125) ? null : random.Pick(firms);
        }

        var first = housing.Compounds[^1];
        housing.Compounds.First(c => c.Leaf.Community.Street != first.Leaf.Community.Street && c.PropertyFirm != null).Name = first.Name;
    }

    /// <summary>One building on the border of two grids of a community, two units on this side and one beyond.</summary>
    private void PlaceAstride()
    {
        foreach (var compound in random.Shuffled(housing.Compounds))
        {
            var leaf = compound.Leaf;
            var kerb = roadside.Of(leaf).FirstOrDefault(k =>
                k.Road.Kind == RoadClass.Lane && locator.Find(k.Off(-12)) is { } beyond && beyond != leaf
                && beyond.Community == leaf.Community && locator.Find(k.Off(6)) == leaf && locator.Find(k.Off(24)) == leaf);
            var largest = compound.Buildings.MaxBy(b => b.Households)!;
            if (kerb is null || largest.Households < 40)
            {
                continue;
            }

            var building = new Dwelling(leaf, compound, kerb.Off(6)) { Number = compound.Buildings.Count + 1, Households = 24, IsAstride = true };
            building.Units.AddRange([kerb.Off(24), kerb.Off(6), kerb.Off(-12)]);
            largest.Households -= building.Households;
            compound.Buildings.Add(building);
            housing.Dwellings.Add(building);
            return;
        }
    }

    private void NumberDwellings()
    {
        var ordered = housing.Dwellings.OrderBy(d => d.Leaf.Code, StringComparer.Ordinal)
            .ThenBy(d => d.Compound?.Id, StringComparer.Ordinal).ThenBy(d => d.Number).ToList();
        housing.Dwellings.Clear();
        housing.Dwellings.AddRange(ordered);
        foreach (var (dwelling, i) in ordered.Select((d, i) => (d, i)))
        {
            dwelling.Id = $"D{i + 1:D5}";
            dwelling.Population = (int)Math.Round(dwelling.Households * random.Between(2.3, 3.1));
        }
    }
}
