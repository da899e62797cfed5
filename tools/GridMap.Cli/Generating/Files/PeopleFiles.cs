namespace GridMap.Cli.Generating.Files;

/// <summary>Dwellings and addresses.</summary>
internal static class PeopleFiles
{
    public static void Write(District district, string folder)
    {
        WriteDwellings(district, folder);
        WriteAddresses(district, folder);
    }

    private static void WriteDwellings(District district, string folder)
    {
        using var file = new CsvFile(
            Path.Combine(folder, "dwellings.csv"), "id", "name", "lon", "lat", "households", "population", "compound");
        foreach (var d in district.Housing.Dwellings)
        {
            var (lon, lat) = district.Preset.Frame.ToSteps(d.At);
            var name = d.Compound is { } c ? $"{c.Name}{d.Number}号楼" : d.Door is { } door ? $"{door.RoadName}{door.Number}号院" : null;
            file.Add(d.Id, name, Frame.Format(lon), Frame.Format(lat), $"{d.Households}", $"{d.Population}", d.Compound?.Id);
        }
    }

    private static void WriteAddresses(District district, string folder)
    {
        using var file = new CsvFile(
            Path.Combine(folder, "addresses.csv"), "id", "province", "city", "district", "street", "community", "road",
            "number", "compound", "building", "unit", "lon", "lat", "standing", "dwelling", "assigned_grid");
        var preset = district.Preset;
        foreach (var (a, i) in district.Addresses.Select((a, i) => (a, i)))
        {
            var (lon, lat) = preset.Frame.ToSteps(a.At);
            var community = a.Leaf.Community;
            file.Add(
                $"A{i + 1:D5}", preset.Province, preset.City, preset.District, community.Street.Name, community.Name,
                a.Door.RoadName, $"{a.Door.Number}号", a.Compound?.Name, a.Building, a.Unit, Frame.Format(lon),
                Frame.Format(lat), a.Standing, a.Dwelling?.Id, a.Dwelling?.IsAstride == true ? a.Leaf.Code : null);
        }
    }
}
