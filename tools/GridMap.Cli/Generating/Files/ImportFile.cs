namespace GridMap.Cli.Generating.Files;

/// <summary>How the other files are to be imported, in order, as the options of the import commands.</summary>
internal static class ImportFile
{
    /// <summary>The register that compounds, dwellings, addresses and duties are from, so that they find one another.</summary>
    private const string Register = "xuwen-sample";

    private static readonly (string Kind, string File, string[] Attributes)[] Resources =
    [
        ("parking", "parking", ["stay", "enter", "exit", "fee", "free", "charge", "max_stay", "vehicle", "seats", "who",
            "suspensions", "batch", "batch_date", "document"]),
        ("pocket_park", "pocket_parks", ["area", "opening_hours", "playground", "lit"]),
        ("charging_shed", "charging_sheds", ["covered", "fire_suppression"]),
        ("recycling_machine", "recycling_machines", ["opening_hours"]),
        ("toilet", "toilets", ["opening_hours", "accessible"]),
        ("canteen", "canteens", ["opening_hours", "discount_from_age"]),
        ("shared_space", "shared_spaces", ["opening_hours"]),
        ("service_centre", "service_centres", ["opening_hours", "phone"]),
        ("workroom", "workrooms", ["opening_hours"]),
        ("grid_station", "grid_stations", ["opening_hours"]),
        ("enforcement_station", "enforcement_stations", ["opening_hours", "phone"]),
        ("police_station", "police_stations", ["opening_hours", "phone"]),
        ("landmark", "landmarks", ["type"]),
    ];

    public static void Write(DistrictPreset preset, string folder)
    {
        List<object> imports =
        [
            new { Import = "vocabulary", File = "vocabulary.json", Note = $"虚构数据：{preset.City}{preset.District} / a fictional district" },
            Grids("grids.geojson", null, null),
            new
            {
                Import = "grids", File = "beats.geojson", Code = "code", Name = "name", Prefix = (int[])[8, 11],
                Level = (string[])["station", "beat"], ParentNames = (string[])["station"], Partition = "police", Tiling = "complete",
            },
            Reference("outline", "outline.geojson", "code"),
            Reference("division", "divisions.geojson", "code", "level"),
            Reference("barrier", "barriers.geojson", null, "type"),
            Reference("compound", "compounds.geojson", null, "property_firm", "three_without"),
            new
            {
                Import = "dwellings", File = "dwellings.csv", Source = Register, Id = "id", Name = "name", Lon = "lon", Lat = "lat",
                Set = Same("households", "population", "compound"),
            },
            new
            {
                Import = "addresses", File = "addresses.csv", Source = Register, Id = "id", Lon = "lon", Lat = "lat",
                Text = "{province}{city}{district}{street}{road}{number}{compound}{building}{unit}",
                Set = Same(
                    "province", "city", "district", "street", "community", "road", "number", "compound", "building", "unit",
                    "standing", "dwelling", "assigned_grid"),
            },
            .. Resources.Select(Resource),
            new { Import = "duties", File = "duties.csv", Source = Register, Id = "id" },
            new { Import = "emergencies", File = "emergencies.csv", Source = Register, Id = "id" },
            Grids("grids-pending.geojson", "first-of-next-month", "虚文网格办〔2026〕11号"),
        ];
        JsonFile.Write(Path.Combine(folder, "import.json"), imports);
    }

    private static object Grids(string file, string? effective, string? document) => new
    {
        Import = "grids",
        File = file,
        Code = "code",
        Name = "name",
        Prefix = (int[])[6, 9, 12, 15],
        Level = (string[])["district", "street", "community", "grid"],
        ParentNames = (string[])["district", "street", "community"],
        Partition = "governance",
        Tiling = "complete",
        Category = "category",
        Effective = effective,
        Document = document,
    };

    private static object Reference(string layer, string file, string? code, params string[] attributes) => new
    {
        Import = "reference",
        LayerKind = layer,
        File = file,
        Source = Register,
        Id = "id",
        Code = code,
        Name = "name",
        Set = attributes.Length == 0 ? null : Same(attributes),
    };

    private static object Resource((string Kind, string File, string[] Attributes) r) => new
    {
        Import = "resources",
        r.Kind,
        File = $"{r.File}.geojson",
        Id = "id",
        Name = "name",
        Capacity = HasCapacity(r.Kind) ? "capacity" : null,
        Set = Same([.. Links(r.Kind), .. r.Attributes]),
    };

    private static bool HasCapacity(string kind) => kind is "parking" or "charging_shed" or "toilet" or "canteen" or "shared_space";

    private static string[] Links(string kind) =>
        kind == "parking" ? ["gates", "exit_gates"] : kind.EndsWith("station") || kind is "workroom" or "service_centre" ? ["serves"] : [];

    private static Dictionary<string, string> Same(params IEnumerable<string> fields) => fields.ToDictionary(f => f);
}
