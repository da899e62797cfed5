namespace GridMap.Cli.Generating.Files;

/// <summary>
/// Parking sites with berths that are free at certain times: strips along kerbs (lines), yards of institutions
/// (polygons with a gate), and sites of which only a point is known.
/// </summary>
internal static class ParkingFile
{
    private sealed record Batch(int Number, string Date, string Document);

    private static readonly Batch[] Batches =
    [
        new(1, "2025-03-20", "虚文停办〔2025〕1号"), new(2, "2025-06-18", "虚文停办〔2025〕4号"),
        new(3, "2025-09-25", "虚文停办〔2025〕7号"), new(4, "2026-01-15", "虚文停办〔2026〕1号"),
        new(5, "2026-04-28", "虚文停办〔2026〕3号"), new(6, "2026-09-10", "虚文停办〔2026〕6号"),
    ];

    public static void Write(District district, string folder)
    {
        var random = district.Random.Fork("parking");
        var (sites, berths) = (district.Preset.ParkingSites, district.Preset.Berths);
        var capacities = Shares.Of(berths, sites, 8, random).Order().ToArray();
        var dedicated = random.Shuffled(district.Leaves.Where(l => l.Subtype is not null and not "building_site"));
        var others = random.Shuffled(district.Leaves.Where(l => l.Subtype is null));
        using var file = new GeoJsonFile(Path.Combine(folder, "parking.geojson"), district.Preset.Frame);
        var number = 0;
        foreach (var i in random.Shuffled(Enumerable.Range(0, sites)))
        {
            var isYard = i >= sites - 62;
            var leaf = isYard ? dedicated[(sites - i) % dedicated.Count] : others[i];
            Add(file, district, leaf, isYard, ++number, capacities[i], Batches[(number - 1) * Batches.Length / sites], random);
        }
    }

    private static void Add(
        GeoJsonFile file, District district, Leaf leaf, bool isYard, int number, int capacity, Batch batch, SplitMix random)
    {
        var terms = random.Pick(isYard ? ParkingTerms.InYards : ParkingTerms.AtKerbs);
        var strip = isYard ? null : Strip(district, leaf, capacity, random);
        var yard = isYard ? Yard(district, leaf, capacity) : null;
        var gate = yard is null ? null : Gate(district, leaf, yard);
        var exit = yard is null || number % 2 == 0 ? null : ExitGate(district, leaf, yard, gate);
        (string, object?)[] properties =
        [
            ("id", $"P{number:D3}"),
            ("name", isYard ? $"{leaf.Name.Replace("专属网格", "")}停车场" : $"{strip?.Road ?? leaf.Community.Name}限时泊位"),
            ("capacity", capacity), ("gates", gate), ("exit_gates", exit), .. terms.Properties,
            ("suspensions", ParkingTerms.Suspensions.GetValueOrDefault(number)), ("batch", batch.Number), ("batch_date", batch.Date), ("document", batch.Document),
        ];
        if (strip is not null)
        {
            file.AddLine(strip.Line, properties);
        }
        else if (yard is not null)
        {
            file.AddPolygon(yard, properties);
        }
        else
        {
            file.AddPoint(district.Beside(leaf, random), properties);
        }
    }

    private sealed record KerbStrip(string Road, PlanePoint[] Line);

    /// <summary>As long as the berths need at 2.8 m each, along one road; null where none is that long.</summary>
    private static KerbStrip? Strip(District district, Leaf leaf, int capacity, SplitMix random)
    {
        var runs = district.Roadside.Of(leaf).GroupBy(k => k.Road)
            .Select(g => g.OrderBy(k => k.Index).ToList())
            .Where(r => r.Count > 3 && r[0].Middle.DistanceTo(r[^1].Middle) > capacity * 2.8 && r[^1].Index - r[0].Index == r.Count - 1)
            .ToList();
        if (runs.Count == 0)
        {
            return null;
        }

        var run = random.Pick(runs).Skip(1).ToList();
        var count = Enumerable.Range(2, run.Count - 1).First(n => n == run.Count || run[0].Middle.DistanceTo(run[n - 1].Middle) >= capacity * 2.8);
        var line = run.Take(count).Select(k => k.Off(6)).ToArray();
        return line.All(p => district.Locator.Find(p) == leaf) ? new KerbStrip(run[0].Road.NameOn(run[0].Left), line) : null;
    }

    /// <summary>A rectangle of 26 m² a berth in the middle of the grid, or null where it does not fit.</summary>
    private static PlanePoint[]? Yard(District district, Leaf leaf, int capacity)
    {
        var ring = district.Network.Points(leaf.Ring);
        var centre = Rings.Centroid(ring);
        var along = Rings.LongAxis(ring);
        var width = Math.Min(45, Math.Sqrt(capacity * 26));
        var (half, up) = (along * (capacity * 13 / width), along.Left * (width / 2));
        PlanePoint[] yard = [centre - half - up, centre + half - up, centre + half + up, centre - half + up];
        return Outlines.IsWithin(ring, yard, 10) ? yard : null;
    }

    private static string? Gate(District district, Leaf leaf, PlanePoint[] yard)
    {
        var centre = Rings.Centroid(yard);
        var kerb = district.Roadside.Of(leaf).MinBy(k => k.Middle.DistanceTo(centre));
        return kerb is null ? null : Format(district, Rings.Nearest(yard, kerb.Middle));
    }

    /// <summary>Towards the kerb farthest away; null where that is the entry gate.</summary>
    private static string? ExitGate(District district, Leaf leaf, PlanePoint[] yard, string? gate)
    {
        var centre = Rings.Centroid(yard);
        var kerb = district.Roadside.Of(leaf).MaxBy(k => k.Middle.DistanceTo(centre));
        var exit = kerb is null ? null : Format(district, Rings.Nearest(yard, kerb.Middle));
        return exit == gate ? null : exit;
    }

    private static string Format(District district, PlanePoint at)
    {
        var (lon, lat) = district.Preset.Frame.ToSteps(at);
        return $"{Frame.Format(lon)} {Frame.Format(lat)}";
    }
}
