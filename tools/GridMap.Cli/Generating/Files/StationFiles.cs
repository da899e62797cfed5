using GridMap.Core.Grids;

namespace GridMap.Cli.Generating.Files;

/// <summary>Places where those who answer sit, with the grids they serve.</summary>
internal static class StationFiles
{
    public static void Write(District district, string folder)
    {
        WriteServiceCentres(district, folder);
        WriteWorkrooms(district, folder);
        WriteGridStations(district, folder);
        WriteEnforcementStations(district, folder);
        WritePoliceStations(district, folder);
    }

    private static void WriteServiceCentres(District district, string folder)
    {
        var random = district.Random.Fork("service centres");
        using var file = new GeoJsonFile(Path.Combine(folder, "service_centres.geojson"), district.Preset.Frame);
        foreach (var (community, i) in district.Layout.Communities.Select((c, i) => (c, i + 1)))
        {
            file.AddPoint(
                district.Beside(community.Leaves[community.Leaves.Count / 2], random), ("id", $"F{i:D2}"),
                ("name", $"{community.Name}党群服务中心"), ("serves", community.Code),
                ("opening_hours", "Mo-Fr 08:30-17:30; Sa 09:00-12:00"), ("phone", Phones.Landline(1000 + i)));
        }
    }

    /// <summary>Two or three to a community, each for some grids beside one another.</summary>
    private static void WriteWorkrooms(District district, string folder)
    {
        var random = district.Random.Fork("workrooms");
        using var file = new GeoJsonFile(Path.Combine(folder, "workrooms.geojson"), district.Preset.Frame);
        var number = 0;
        foreach (var community in district.Layout.Communities)
        {
            var bases = community.Leaves.Where(l => l.Category == GridCategory.Base).ToList();
            foreach (var served in bases.Chunk(random.Between(3, 5)))
            {
                file.AddPoint(
                    district.Beside(served[0], random), ("id", $"W{++number:D3}"), ("name", $"{served[0].Name}工作室"),
                    ("serves", string.Join(";", served.Select(l => l.Code))), ("opening_hours", "Mo-Fr 09:00-17:30"));
            }
        }
    }

    /// <summary>Network stations 网格驿站: one for about every six grids, dedicated ones included.</summary>
    private static void WriteGridStations(District district, string folder)
    {
        var random = district.Random.Fork("grid stations");
        using var file = new GeoJsonFile(Path.Combine(folder, "grid_stations.geojson"), district.Preset.Frame);
        var number = 0;
        foreach (var served in district.Layout.Communities.SelectMany(c => c.Leaves.Chunk(6)))
        {
            file.AddPoint(
                district.Beside(served[^1], random), ("id", $"G{++number:D3}"), ("name", $"{district.Names.Stem()}网格驿站"),
                ("serves", string.Join(";", served.Select(l => l.Code))), ("opening_hours", "Mo-Su 08:00-20:00"));
        }
    }

    private static void WriteEnforcementStations(District district, string folder)
    {
        var random = district.Random.Fork("enforcement");
        using var file = new GeoJsonFile(Path.Combine(folder, "enforcement_stations.geojson"), district.Preset.Frame);
        foreach (var (street, i) in district.Layout.Streets.Select((s, i) => (s, i + 1)))
        {
            file.AddPoint(
                district.Beside(street.Communities[0].Leaves[0], random), ("id", $"E{i:D2}"),
                ("name", $"{street.Name}综合执法中队"), ("serves", street.Code), ("opening_hours", "24/7"),
                ("phone", Phones.Landline(2000 + i)));
        }
    }

    private static void WritePoliceStations(District district, string folder)
    {
        var random = district.Random.Fork("police stations");
        using var file = new GeoJsonFile(Path.Combine(folder, "police_stations.geojson"), district.Preset.Frame);
        foreach (var (station, i) in district.Beats.GroupBy(b => b.Station).Select((g, i) => (g, i + 1)))
        {
            file.AddPoint(
                district.Beside(station.First().Leaves[0], random), ("id", $"J{i:D2}"), ("name", station.Key.Name),
                ("serves", $"police/{station.Key.Code}"), ("opening_hours", "24/7"), ("phone", Phones.Landline(3000 + i)));
        }
    }
}
