namespace GridMap.Cli.Generating.Files;

/// <summary>What grids are compared with: the outline, the official divisions, barriers, compounds.</summary>
internal static class ReferenceFiles
{
    public static void Write(District district, string folder)
    {
        WriteOutline(district, folder);
        WriteDivisions(district, folder);
        WriteBarriers(district, folder);
        WriteCompounds(district, folder);
    }

    private static void WriteOutline(District district, string folder)
    {
        using var file = new GeoJsonFile(Path.Combine(folder, "outline.geojson"), district.Preset.Frame);
        file.AddPolygon(
            district.Network.Points(district.Layout.Outline), ("id", "O1"), ("code", district.Preset.Code),
            ("name", $"{district.Preset.District}（虚构）"));
    }

    private static void WriteDivisions(District district, string folder)
    {
        using var file = new GeoJsonFile(Path.Combine(folder, "divisions.geojson"), district.Preset.Frame);
        var network = district.Network;
        Add(network.Points(district.Layout.Outline), district.Preset.Code, district.Preset.District, "district");
        foreach (var street in district.Layout.Streets.OrderBy(s => s.Code, StringComparer.Ordinal))
        {
            Add(network.Points(street.Ring), street.Code, street.Name, "street");
            foreach (var community in street.Communities)
            {
                Add(network.Points(community.Ring), community.Code, community.Name, "community");
            }
        }

        void Add(PlanePoint[] ring, string code, string name, string level) =>
            file.AddPolygon(ring, ("id", $"V{code}"), ("code", code), ("name", name), ("level", level));
    }

    private static void WriteBarriers(District district, string folder)
    {
        using var file = new GeoJsonFile(Path.Combine(folder, "barriers.geojson"), district.Preset.Frame);
        foreach (var (road, i) in district.Layout.Roads.Where(r => r.Kind <= RoadClass.Arterial).Select((r, i) => (r, i)))
        {
            file.AddLine(
                district.Network.Points(road.Nodes), ("id", $"B{i + 1:D2}"), ("name", road.Name),
                ("type", road.Kind == RoadClass.Arterial ? "road" : road.Kind == RoadClass.River ? "river" : "railway"));
        }
    }

    private static void WriteCompounds(District district, string folder)
    {
        using var file = new GeoJsonFile(Path.Combine(folder, "compounds.geojson"), district.Preset.Frame);
        foreach (var compound in district.Housing.Compounds)
        {
            file.AddPolygon(
                compound.Ring, ("id", compound.Id), ("name", compound.Name), ("property_firm", compound.PropertyFirm),
                ("three_without", compound.PropertyFirm is null));
        }
    }
}
