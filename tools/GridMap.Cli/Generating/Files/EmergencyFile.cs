namespace GridMap.Cli.Generating.Files;

/// <summary>One declared emergency for one street, not yet lifted.</summary>
internal static class EmergencyFile
{
    public static void Write(District district, string folder)
    {
        using var file = new CsvFile(
            Path.Combine(folder, "emergencies.csv"), "id", "prefixes", "from", "to", "document", "declared_by");
        var street = district.Layout.Streets.OrderBy(s => s.Code, StringComparer.Ordinal).Last();
        file.Add(
            "Q01", street.Code, "2026-07-18T06:00:00+08:00", null, "虚文防指〔2026〕5号", $"{district.Preset.District}防汛抗旱指挥部（虚构）");
    }
}
