using System.Text.Json;
using GridMap.Core;
using GridMap.Tests.Shared;

namespace GridMap.Cli.Tests.RealInput;

public sealed class NeukoellnSet : RealSet
{
    internal static string Grids => SharedGeodata.Path("neukoelln/grids.geojson");

    internal static string Strips => SharedGeodata.Path("neukoelln/parking_strips.geojson");

    protected override IReadOnlyList<string[]> Imports =>
    [
        ["grids", Grids, "--code", "code", "--name", "name", "--prefix", "2,4,6,8", "--level", "district,level1,level2,grid",
            "--parent-names", "district,level1,level2", "--set", "population=residents"],
        ["resources", Strips, "--kind", "parking", "--capacity", "capacity"],
        ["resources", SharedGeodata.Path("neukoelln/parking_areas.geojson"), "--kind", "parking_area",
            "--capacity", "capacity"],
        ["resources", SharedGeodata.Path("neukoelln/parks_leisure.geojson"), "--kind", "park", "--name", "name"],
        ["addresses", SharedGeodata.Path("neukoelln/addresses.csv"), "--id", "osm_id", "--lon", "lon", "--lat", "lat",
            "--text", "{street} {housenumber}, {postcode} Berlin"],
    ];
}

public class NeukoellnTests(NeukoellnSet set) : IClassFixture<NeukoellnSet>
{
    [Theory]
    [InlineData(StoreKind.GeoPackage)]
    [InlineData(StoreKind.PostGis)]
    public async Task All_rows_are_taken_and_their_sums_come_back(StoreKind kind)
    {
        var imported = await set.InAsync(kind);

        Assert.Equal("54 54 0 0; 5204 5204 0 0; 2064 2064 0 0; 1071 1071 0 0; 11699 11699 0 0", imported.Counts);
        var map = await imported.LoadAsync();
        Assert.Equal("district 4, level1 9, level2 18, grid 54", Levels(map));
        Assert.Equal(475_684, map.Grids.Sum(static g => g.Grid.Stated.Population));
        Assert.Equal("park 1071, parking 5204, parking_area 2064", Kinds(map));
        Assert.Equal(43_705, map.Resources.Where(static r => r.Kind == "parking").Sum(static r => r.Capacity));
        Assert.Equal(34_969, map.Resources.Where(static r => r.Kind == "parking_area").Sum(static r => r.Capacity));
        Assert.Equal(11_699, map.Addresses.Count);
        Assert.Contains(map.Addresses, static a => a.Text == "Sonnenallee 225, 12057 Berlin");
    }

    [Theory]
    [InlineData(StoreKind.GeoPackage)]
    [InlineData(StoreKind.PostGis)]
    public async Task A_hundred_thousand_points_are_where_PostGIS_has_them(StoreKind kind)
    {
        var map = await (await set.InAsync(kind)).LoadAsync();

        Assert.Empty(await PostGisOracle.DifferencesAsync(map, NeukoellnSet.Grids, "code", seed: 1));
    }

    [Theory]
    [InlineData(StoreKind.GeoPackage)]
    [InlineData(StoreKind.PostGis)]
    public async Task Importing_again_changes_nothing(StoreKind kind)
    {
        var imported = await set.InAsync(kind);
        var before = await Cli.DoAsync("revisions", "--store", imported.Store);

        foreach (var import in imported.Imports)
        {
            var (_, report) = await set.ImportAsync(imported.Store, import);
            Assert.Equal((report.Rows - report.Refused.Count, 0, 0, 0), (report.Unchanged, report.New, report.Changed, report.Retired));
        }

        Assert.Equal(before, await Cli.DoAsync("revisions", "--store", imported.Store));
    }

    [Theory]
    [InlineData(StoreKind.GeoPackage)]
    [InlineData(StoreKind.PostGis)]
    public async Task Where_osm_id_repeats_the_report_names_every_row_that_is_not_taken_so_that_places_add_up(StoreKind kind)
    {
        var store = await set.NewStoreAsync(kind, "by-osm-id");

        var (result, report) = await set.ImportAsync(
            store, "resources", NeukoellnSet.Strips, "--kind", "parking", "--id", "osm_id", "--capacity", "capacity");

        Assert.Equal((5204, 1361, 3843), (report.Rows, report.Taken, report.Refused.Count + report.Duplicates.Count));
        Assert.Contains("… and 3823 more: use --report FILE for all.", result.Out);
        var map = await new ImportedSet(store, [], []).LoadAsync();
        var taken = map.Resources.Sum(static r => r.Capacity ?? 0);
        var places = Capacities(NeukoellnSet.Strips);
        Assert.Equal(43_705, taken + report.Refused.Concat(report.Duplicates).Sum(r => places[(int)r.Row - 1]));
    }

    [Theory]
    [InlineData(StoreKind.GeoPackage)]
    [InlineData(StoreKind.PostGis)]
    public async Task The_command_answers_a_point_with_path_border_and_certainty(StoreKind kind)
    {
        var imported = await set.InAsync(kind);

        var json = JsonElement.Parse(
            await Cli.DoAsync("locate", "--lon", "13.45", "--lat", "52.48", "--json", "--store", imported.Store));
        var text = await Cli.DoAsync("locate", "--lon", "13.45", "--lat", "52.48", "--store", imported.Store);

        var result = json.GetProperty("results")[0];
        Assert.Equal("08010405", result.GetProperty("grid").GetProperty("code").GetString());
        Assert.Equal("sure", result.GetProperty("certainty").GetString());
        Assert.Equal("08010407", result.GetProperty("border").GetProperty("neighbour").GetString());
        Assert.Contains("path      Neukölln > Neukölln > Rixdorf > Hertzbergplatz", text);
        Assert.Contains("across it 08010407 Gewerbegebiet Ederstraße", text);
    }

    [Theory]
    [InlineData(StoreKind.GeoPackage)]
    [InlineData(StoreKind.PostGis)]
    public async Task The_nearest_parking_is_listed_nearest_first(StoreKind kind)
    {
        var imported = await set.InAsync(kind);

        var answer = await Cli.DoAsync(
            "nearest", "--kind", "parking", "--lon", "13.45", "--lat", "52.48", "--limit", "3", "--store", imported.Store);

        var metres = answer.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(static line => double.Parse(line.Split('\t')[0])).ToArray();
        Assert.Equal(3, metres.Length);
        Assert.Equal(metres.Order(), metres);
        Assert.InRange(metres[0], 25, 35);
    }

    private static string Levels(MapSnapshot map) => string.Join(", ", map.Partitions.Single().Levels
        .Select(l => $"{l.Id} {map.Grids.Count(g => g.Grid.Level == l.Id)}"));

    private static string Kinds(MapSnapshot map) => string.Join(", ", map.Resources.GroupBy(static r => r.Kind)
        .OrderBy(static g => g.Key, StringComparer.Ordinal).Select(static g => $"{g.Key} {g.Count()}"));

    private static int[] Capacities(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        return [.. json.RootElement.GetProperty("features").EnumerateArray()
            .Select(static f => f.GetProperty("properties").GetProperty("capacity").GetInt32())];
    }
}
