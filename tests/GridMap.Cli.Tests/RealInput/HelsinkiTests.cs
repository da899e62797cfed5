using GridMap.Tests.Shared;

namespace GridMap.Cli.Tests.RealInput;

/// <summary>An OSM extract, brought into formats that the import reads by GDAL, as a user would.</summary>
public class HelsinkiTests(HelsinkiTests.Set set) : IClassFixture<HelsinkiTests.Set>
{
    [Theory]
    [InlineData(StoreKind.GeoPackage, "geojson")]
    [InlineData(StoreKind.GeoPackage, "gpkg")]
    [InlineData(StoreKind.PostGis, "geojson")]
    [InlineData(StoreKind.PostGis, "gpkg")]
    public async Task Parking_toilets_and_addresses_come_by_way_of_GDAL(StoreKind kind, string format)
    {
        var store = await set.NewStoreAsync(kind, $"osm-{format}");

        var parking = await ImportAsync(store, format, "multipolygons", "amenity='parking'", "parking", "osm_way_id");
        var toilets = await ImportAsync(store, format, "points", "other_tags like '%\"amenity\"=>\"toilets\"%'", "toilet", "osm_id");
        var addresses = await ImportAsync(
            store, format, "points", "other_tags like '%\"addr:housenumber\"%' and other_tags like '%\"addr:street\"%'", null, "osm_id");

        var map = await new ImportedSet(store, [], []).LoadAsync();
        Assert.Equal((parking, toilets, addresses), (
            map.Resources.Count(static r => r.Kind == "parking"), map.Resources.Count(static r => r.Kind == "toilet"),
            map.Addresses.Count));
        Assert.True(parking > 10 && toilets > 5 && addresses > 1000, $"{parking} {toilets} {addresses}");
        Assert.Contains(map.Addresses, static a => a.Text.Contains("katu", StringComparison.Ordinal));
    }

    private async Task<int> ImportAsync(
        string store, string format, string layer, string where, string? kind, string id)
    {
        var file = Path.Combine(set.Folder, $"{Path.GetRandomFileName()}.{format}");
        var street = "hstore_get_value(other_tags, 'addr:street') as street, "
            + "hstore_get_value(other_tags, 'addr:housenumber') as housenumber";
        await Ogr.RunAsync(
        [
            "-nln", "picked", "-dialect", "SQLite", "-sql",
            $"select {id}, name, {street}, geometry from {layer} where {where}",
            file, SharedGeodata.Path("helsinki-osm/helsinki.osm.pbf"),
        ]);
        string[] what = kind is null
            ? ["addresses", file, "--text", "{street} {housenumber}"]
            : ["resources", file, "--kind", kind, "--name", "name"];
        var (result, report) = await set.ImportAsync(store, [.. what, "--id", id, "--source", $"osm-{layer}"]);
        Assert.True(result.ExitCode == 0, result.Out + result.Error);
        Assert.Equal(report.Rows, report.Taken + report.Duplicates.Count + report.Refused.Count);
        return (int)report.Taken;
    }

    public sealed class Set : RealSet
    {
        protected override IReadOnlyList<string[]> Imports => [];
    }
}
