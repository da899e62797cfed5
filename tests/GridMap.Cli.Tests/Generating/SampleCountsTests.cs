using GridMap.Core.Resources.Terms;
using NetTopologySuite.Geometries;

namespace GridMap.Cli.Tests.Generating;

/// <summary>The figures that <c>geodata/README.md</c> states.</summary>
public sealed class SampleCountsTests
{
    [Fact]
    public void One_district_has_10_streets_46_communities_408_base_and_78_dedicated_grids()
    {
        var grids = Sample.Features("grids.geojson");

        Assert.Equal("1 10 46 486", string.Join(" ", Lengths(6, 9, 12, 15).Select(n => grids.DistinctBy(g => g["code"][..n]).Count())));
        Assert.Equal(408, grids.Count(g => g["category"] == "base"));
        Assert.Equal(
            "building_site 8, hospital 7, mall 1, market 10, office 14, park 9, school 24, transport_hub 5",
            string.Join(", ", grids.Where(g => g["category"] != "base").GroupBy(g => g["category"]["dedicated:".Length..])
                .OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}")));
    }

    [Fact]
    public void Sixty_beats_belong_to_fewer_than_ten_stations()
    {
        var beats = Sample.Features("beats.geojson");

        Assert.Equal(60, beats.DistinctBy(b => b["code"]).Count());
        Assert.Equal(9, beats.DistinctBy(b => b["code"][..8]).Count());
        Assert.Equal(9, beats.DistinctBy(b => b["station"]).Count());
    }

    [Fact]
    public void The_496_compounds_have_a_property_firm_or_are_three_without()
    {
        var compounds = Sample.Features("compounds.geojson");

        Assert.Equal(496, compounds.Count);
        Assert.All(compounds, c => Assert.Equal(c["three_without"] == "True", c.Find("property_firm") is null));
        Assert.InRange(compounds.Count(c => c["three_without"] == "True"), 40, 90);
        Assert.Equal(24, compounds.Select(c => c.Find("property_firm")).OfType<string>().Distinct().Count());
    }

    [Fact]
    public void Two_compounds_in_two_streets_have_one_name_and_all_others_their_own()
    {
        var twins = Sample.Features("compounds.geojson").GroupBy(c => c["name"]).Where(g => g.Count() > 1).ToList();

        var pair = Assert.Single(twins);
        Assert.Equal(2, pair.Count());
        Assert.Equal(2, pair.Select(c => Sample.GridAt(c.Shape.InteriorPoint)["street"]).Distinct().Count());
    }

    [Fact]
    public void Dwellings_have_163000_households_and_most_base_grids_300_to_500()
    {
        var dwellings = Sample.Rows("dwellings.csv");
        Assert.Equal(163_000, dwellings.Sum(d => int.Parse(d["households"])));

        var byGrid = dwellings.GroupBy(d => Sample.GridAt(Sample.PointOf(d)))
            .ToDictionary(g => g.Key["code"], g => (g.Key, Sum: g.Sum(d => int.Parse(d["households"]))));
        var bases = byGrid.Values.Where(g => g.Key["category"] == "base").ToList();
        Assert.Equal(408, bases.Count);
        Assert.Equal(400, bases.Count(g => g.Sum is >= 300 and <= 500));
        Assert.All(bases, g => Assert.InRange(g.Sum, 240, 560));
    }

    [Fact]
    public void Addresses_are_30000_and_each_building_and_unit_has_one()
    {
        var addresses = Sample.Rows("addresses.csv");
        var dwellings = Sample.Rows("dwellings.csv");
        var standing = addresses.CountBy(a => a["standing"]).ToDictionary();

        Assert.Equal(30_000, addresses.Count);
        Assert.Equal(30_000, standing["doorplate"] + standing["building"] + standing["unit"]);
        Assert.Equal(dwellings.Count(d => d["compound"] != ""), standing["building"]);
        Assert.Equal(dwellings.Count, addresses.Where(a => a["standing"] != "unit" && a["dwelling"] != "").DistinctBy(a => a["dwelling"]).Count());
        Assert.Equal(496, addresses.Count(a => a["standing"] == "doorplate" && a["compound"] != ""));
        Assert.Equal(30_000, addresses.DistinctBy(Text).Count());
    }

    [Fact]
    public void Resources_have_the_published_counts_and_capacities()
    {
        Assert.Equal("180 sites, 8400 berths", Total("parking.geojson", "sites", "berths"));
        Assert.Equal("684 sheds, 22899 sockets", Total("charging_sheds.geojson", "sheds", "sockets"));
        Assert.Equal(380, Sample.Features("recycling_machines.geojson").Count);
        Assert.Equal(46, Sample.Features("service_centres.geojson").DistinctBy(f => f["serves"]).Count());
        Assert.Equal(10, Sample.Features("enforcement_stations.geojson").DistinctBy(f => f["serves"]).Count());
        Assert.InRange(Sample.Features("workrooms.geojson").Count, 80, 200);
        Assert.InRange(Sample.Features("grid_stations.geojson").Count, 60, 160);
    }

    [Fact]
    public void Pocket_parks_have_400_to_10000_square_metres_as_they_state()
    {
        var parks = Sample.Features("pocket_parks.geojson");

        Assert.Equal(126, parks.Count);
        Assert.All(parks, p => Assert.InRange(p.Shape.Area * 89_400 * 110_980, 400, 10_000));
        Assert.All(parks, p => Assert.Equal(double.Parse(p["area"]), p.Shape.Area * 89_400 * 110_980, 3.0));
    }

    [Fact]
    public void Parking_is_published_in_six_batches_and_drawn_as_kerbs_and_yards()
    {
        var sites = Sample.Features("parking.geojson");

        Assert.Equal(6, sites.DistinctBy(s => (s["batch"], s["batch_date"], s["document"])).Count());
        Assert.Equal(
            ["LineString", "Polygon"],
            sites.Select(s => s.Shape.GeometryType).Distinct().Order(StringComparer.Ordinal));

        // No road runs along the mall's grid, which was carved out of others: its yard is open all round.
        var yards = sites.Where(s => s.Shape is Polygon).ToList();
        var open = Assert.Single(yards, y => y.Find("gates") is null);
        Assert.Equal("dedicated:mall", Sample.GridAt(open.Shape.InteriorPoint)["category"]);
        Assert.All(yards.Where(y => y != open), y => Assert.Matches(@"^119\.\d{7} 36\.\d{7}$", y["gates"]));
    }

    [Fact]
    public void Parking_has_terms_of_every_sort_and_five_sites_with_suspensions()
    {
        var sites = Sample.Features("parking.geojson");

        Assert.Equal(9, sites.DistinctBy(s => s["stay"]).Count());
        Assert.All(sites, s => Assert.True(s.Find("fee") is null != s.Find("free") is null, s["id"]));
        Assert.All(
            (string[])["enter", "exit", "max_stay", "seats", "who", "charge", "exit_gates"],
            name => Assert.Contains(sites, s => s.Find(name) is not null));
        var notices = sites.Select(s => s.Find("suspensions")).OfType<string>().ToList();
        Assert.Equal(5, notices.Count);
        Assert.All(notices.SelectMany(n => n.Split(';')), n => Assert.True(SuspensionText.TryParse(n, out _, out _), n));
        Assert.All(sites.Where(s => s.Find("exit_gates") is not null), s => Assert.NotEqual(s["gates"], s["exit_gates"]));
    }

    private static string Text(Dictionary<string, string> a) =>
        a["street"] + a["road"] + a["number"] + a["compound"] + a["building"] + a["unit"];

    private static string Total(string file, string things, string places)
    {
        var features = Sample.Features(file);
        return $"{features.Count} {things}, {features.Sum(f => int.Parse(f["capacity"]))} {places}";
    }

    private static int[] Lengths(params int[] lengths) => lengths;
}
