using GridMap.Core;
using GridMap.Core.Locating;
using GridMap.Core.Spatial;
using GridMap.Tests.Shared;

namespace GridMap.Cli.Tests.RealInput;

public sealed class EllisSet : RealSet
{
    internal const string Layer = "ks_ellis_county_vap_data_vtd";

    internal static string Precincts => SharedGeodata.Path("ellis/ks_ellis_county_vtd.gpkg");

    protected override IReadOnlyList<string[]> Imports =>
    [
        ["grids", Precincts, "--layer", Layer, "--code", "path", "--level", "precinct", "--set", "population=total_pop"],
        ["dwellings", SharedGeodata.Path("ellis/ks_ellis_county_block.gpkg"), "--layer", "ks_ellis_county_vap_data_block",
            "--id", "path", "--set", "population=total_pop"],
    ];
}

public class EllisTests(EllisSet set) : IClassFixture<EllisSet>
{
    [Theory]
    [InlineData(StoreKind.GeoPackage)]
    [InlineData(StoreKind.PostGis)]
    public async Task The_blocks_of_each_precinct_hold_its_people(StoreKind kind)
    {
        var imported = await set.InAsync(kind);

        Assert.Equal("43 43 0 0; 2296 2296 0 0", imported.Counts);
        var snapshot = await imported.LoadAsync();
        Assert.Equal(28_934, snapshot.Dwellings.Sum(static d => d.Population));
        var map = CityMap.Build(snapshot);
        var sums = snapshot.Dwellings.GroupBy(d => Precinct(map, d.Shape.InteriorPoint.Coordinate))
            .ToDictionary(static g => g.Key, static g => g.Sum(static d => d.Population));
        Assert.Equal(
            snapshot.Grids.OrderBy(static g => g.Grid.Code).Select(static g => (g.Grid.Code, g.Grid.Stated.Population)),
            sums.OrderBy(static s => s.Key).Select(static s => (s.Key, s.Value)));
    }

    [Theory]
    [InlineData(StoreKind.GeoPackage)]
    [InlineData(StoreKind.PostGis)]
    public async Task A_hundred_thousand_points_are_where_PostGIS_and_PROJ_have_them(StoreKind kind)
    {
        var map = await (await set.InAsync(kind)).LoadAsync();

        Assert.Empty(await PostGisOracle.DifferencesAsync(
            map, EllisSet.Precincts, "path", 5, EllisSet.Layer, "-t_srs", "EPSG:4326"));
    }

    private static string Precinct(CityMap map, NetTopologySuite.Geometries.Coordinate at) =>
        map.Locate(new LocateQuery { Point = new LonLat(at.X, at.Y), At = Cli.Now }).Results[0].Grid!.Code;
}
