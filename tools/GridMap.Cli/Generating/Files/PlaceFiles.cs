namespace GridMap.Cli.Generating.Files;

/// <summary>Things residents look for: sheds, machines, toilets, parks, canteens, shared spaces, landmarks.</summary>
internal static class PlaceFiles
{
    public static void Write(District district, string folder)
    {
        WriteInCompounds(district, folder);
        WriteParks(district, folder);
        WriteToilets(district, folder);
        WriteCanteens(district, folder);
        WriteSharedSpaces(district, folder);
        WriteLandmarks(district, folder);
    }

    private static void WriteInCompounds(District district, string folder)
    {
        var (preset, random) = (district.Preset, district.Random.Fork("in compounds"));
        using var sheds = new GeoJsonFile(Path.Combine(folder, "charging_sheds.geojson"), preset.Frame);
        var sockets = Shares.Of(preset.Sockets, preset.Sheds, 8, random);
        foreach (var (compound, i) in Places(preset.Sheds).Select((c, i) => (c, i)))
        {
            sheds.AddPoint(
                InYard(compound), ("id", $"S{i + 1:D3}"), ("name", $"{compound.Name}充电车棚"), ("capacity", sockets[i]),
                ("covered", random.Chance(0.9)), ("fire_suppression", random.Chance(0.7)));
        }

        using var machines = new GeoJsonFile(Path.Combine(folder, "recycling_machines.geojson"), preset.Frame);
        foreach (var (compound, i) in Places(preset.RecyclingMachines).Select((c, i) => (c, i)))
        {
            machines.AddPoint(
                InYard(compound), ("id", $"R{i + 1:D3}"), ("name", $"{compound.Name}智能回收机"),
                ("opening_hours", random.Chance(0.6) ? "24/7" : "Mo-Su 06:00-22:00"));
        }

        List<Compound> Places(int count)
        {
            var compounds = random.Shuffled(district.Housing.Compounds);
            return [.. Enumerable.Range(0, count).Select(i => compounds[i % compounds.Count]).OrderBy(c => c.Id, StringComparer.Ordinal)];
        }

        PlanePoint InYard(Compound c) => Rings.Scaled(c.Ring, 0.96) is var ring && random.Below(ring.Length) is var i
            ? ring[i] + ((ring[(i + 1) % ring.Length] - ring[i]) * random.Unit())
            : default;
    }

    private static void WriteParks(District district, string folder)
    {
        using var file = new GeoJsonFile(Path.Combine(folder, "pocket_parks.geojson"), district.Preset.Frame);
        var random = district.Random.Fork("parks");
        foreach (var ((_, ring), i) in district.Housing.Parks.Select((p, i) => (p, i)))
        {
            file.AddPolygon(
                ring, ("id", $"K{i + 1:D3}"), ("name", $"{district.Names.Stem()}口袋公园"), ("area", (int)Math.Round(Rings.Area(ring))),
                ("opening_hours", "24/7"), ("playground", random.Chance(0.4)), ("lit", random.Chance(0.8)));
        }
    }

    private static void WriteToilets(District district, string folder)
    {
        var random = district.Random.Fork("toilets");
        using var file = new GeoJsonFile(Path.Combine(folder, "toilets.geojson"), district.Preset.Frame);
        foreach (var (leaf, i) in Some(district, 152, random))
        {
            file.AddPoint(
                district.Beside(leaf, random), ("id", $"T{i:D3}"), ("name", $"{leaf.Community.Name}第{i}公厕"),
                ("capacity", random.Between(4, 16)), ("opening_hours", random.Chance(0.7) ? "24/7" : "Mo-Su 05:30-22:30"),
                ("accessible", random.Chance(0.75)));
        }
    }

    private static void WriteCanteens(District district, string folder)
    {
        var random = district.Random.Fork("canteens");
        using var file = new GeoJsonFile(Path.Combine(folder, "canteens.geojson"), district.Preset.Frame);
        foreach (var (leaf, i) in Some(district, 58, random))
        {
            file.AddPoint(
                district.Beside(leaf, random), ("id", $"N{i:D2}"), ("name", $"{district.Names.Stem()}社区食堂"),
                ("capacity", random.Between(3, 12) * 10), ("opening_hours", "Mo-Su 11:00-13:00,17:00-18:30"),
                ("discount_from_age", random.Chance(0.5) ? 60 : 70));
        }
    }

    private static void WriteSharedSpaces(District district, string folder)
    {
        string[] kinds = ["书房", "议事厅", "儿童乐园", "活动室", "骑手驿站"];
        var random = district.Random.Fork("shared spaces");
        using var file = new GeoJsonFile(Path.Combine(folder, "shared_spaces.geojson"), district.Preset.Frame);
        foreach (var (leaf, i) in Some(district, 74, random))
        {
            file.AddPoint(
                district.Beside(leaf, random), ("id", $"H{i:D2}"), ("name", $"{leaf.Community.Name.Replace("社区", "")}共享{random.Pick(kinds)}"),
                ("capacity", random.Between(2, 10) * 5), ("opening_hours", "Mo-Su 08:30-20:30"));
        }
    }

    /// <summary>Each institution with a grid of its own, the mall with its whole area, and bridges over the river.</summary>
    private static void WriteLandmarks(District district, string folder)
    {
        using var file = new GeoJsonFile(Path.Combine(folder, "landmarks.geojson"), district.Preset.Frame);
        var number = 0;
        foreach (var leaf in district.Leaves.Where(l => l.Subtype is "hospital" or "transport_hub" or "market" or "school" or "mall"))
        {
            var (id, name) = (("id", (object?)$"L{++number:D2}"), ("name", (object?)leaf.Name.Replace("专属网格", "")));
            var ring = district.Network.Points(leaf.Ring);
            if (leaf == district.Mall)
            {
                file.AddPolygon(Rings.Scaled(ring, 0.9), id, name, ("type", leaf.Subtype));
            }
            else
            {
                file.AddPoint(Rings.Centroid(ring), id, name, ("type", leaf.Subtype));
            }
        }

        var river = district.Layout.Roads.Single(r => r.Kind == RoadClass.River);
        for (var i = 1; i <= 5; i++)
        {
            var at = district.Network[river.Nodes[i * river.Nodes.Length / 6]];
            file.AddPoint(at + new PlanePoint(3, 2), ("id", $"L{++number:D2}"), ("name", $"{river.Name}{i}号桥"), ("type", "bridge"));
        }
    }

    private static IEnumerable<(Leaf Leaf, int Number)> Some(District district, int count, SplitMix random) =>
        random.Shuffled(district.Leaves).Take(count).OrderBy(l => l.Code, StringComparer.Ordinal).Select((l, i) => (l, i + 1));
}
