namespace GridMap.Cli.Generating.Files;

/// <summary>The leaves of both partitions.</summary>
internal static class GridFiles
{
    public static void Write(District district, string folder)
    {
        using var grids = new GeoJsonFile(Path.Combine(folder, "grids.geojson"), district.Preset.Frame);
        foreach (var leaf in district.Leaves)
        {
            Add(grids, district, leaf, leaf.Ring, leaf.Code, leaf.Name);
        }

        using var beats = new GeoJsonFile(Path.Combine(folder, "beats.geojson"), district.Preset.Frame);
        foreach (var beat in district.Beats.OrderBy(b => b.Code, StringComparer.Ordinal))
        {
            beats.AddPolygon(
                district.Network.Points(beat.Ring), ("code", beat.Code), ("name", beat.Name), ("station", beat.Station.Name));
        }
    }

    public static void Add(GeoJsonFile file, District district, Leaf leaf, int[] ring, string code, string name) =>
        file.AddPolygon(
            district.Network.Points(ring),
            ("code", code),
            ("name", name),
            ("category", leaf.CategoryText),
            ("district", district.Preset.District),
            ("street", leaf.Community.Street.Name),
            ("community", leaf.Community.Name));
}
