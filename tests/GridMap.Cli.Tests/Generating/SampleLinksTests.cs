namespace GridMap.Cli.Tests.Generating;

/// <summary>Whatever names something, names what is there; whatever lies somewhere, lies where it says.</summary>
public sealed class SampleLinksTests
{
    [Fact]
    public void Ids_are_unique_in_each_file()
    {
        foreach (var file in Directory.GetFiles(Sample.Folder, "*.geojson").Select(f => Path.GetFileName(f)!))
        {
            var ids = Sample.Features(file).Select(f => f.Find("id") ?? f["code"]).ToList();
            Assert.Equal(ids.Count, ids.Distinct().Count());
        }

        Assert.All(
            (string[])["dwellings.csv", "addresses.csv", "duties.csv", "emergencies.csv"],
            file => Assert.Equal(Sample.Rows(file).Count, Sample.Rows(file).DistinctBy(r => r["id"]).Count()));
    }

    [Fact]
    public void Dwellings_lie_in_their_compound_but_for_the_one_astride_a_border()
    {
        var compounds = Sample.Features("compounds.geojson").ToDictionary(c => c["id"], c => c.Shape);
        var outside = Sample.Rows("dwellings.csv").Where(d => d["compound"] != "" && !compounds[d["compound"]].Covers(Sample.PointOf(d)));

        Assert.Equal(AstrideDwelling(), Assert.Single(outside)["id"]);
    }

    [Fact]
    public void Compounds_lie_in_one_grid_and_off_one_another()
    {
        var compounds = Sample.Features("compounds.geojson");
        Assert.All(compounds, c => Assert.True(c.Shape.IsValid && Sample.GridAt(c.Shape.InteriorPoint).Shape.Covers(c.Shape)));

        foreach (var inGrid in compounds.GroupBy(c => Sample.GridAt(c.Shape.InteriorPoint)["code"]).Select(g => g.ToList()))
        {
            Assert.All(inGrid, a => Assert.DoesNotContain(inGrid, b => a != b && a.Shape.Intersects(b.Shape)));
        }
    }

    [Fact]
    public void Parks_are_clear_of_compounds()
    {
        var compounds = Sample.Features("compounds.geojson");

        Assert.All(Sample.Features("pocket_parks.geojson"), p =>
        {
            Assert.True(p.Shape.IsValid);
            Assert.DoesNotContain(compounds, c => c.Shape.Intersects(p.Shape));
        });
    }

    [Fact]
    public void Addresses_name_the_community_they_lie_in_and_a_dwelling_that_is_there()
    {
        var dwellings = Sample.Rows("dwellings.csv").ToDictionary(d => d["id"]);
        var wrong = new List<string>();
        foreach (var a in Sample.Rows("addresses.csv"))
        {
            Assert.True(a["dwelling"] == "" || dwellings.ContainsKey(a["dwelling"]));
            var grid = Sample.GridAt(Sample.PointOf(a));
            if (grid["community"] != a["community"] || grid["street"] != a["street"])
            {
                wrong.Add(a["id"]);
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void One_building_is_astride_a_border_and_its_four_addresses_are_assigned_to_one_grid()
    {
        var assigned = Sample.Rows("addresses.csv").Where(a => a["assigned_grid"] != "").ToList();
        var code = Assert.Single(assigned.Select(a => a["assigned_grid"]).Distinct());

        Assert.Equal(["building", "unit", "unit", "unit"], assigned.Select(a => a["standing"]));
        Assert.Equal([true, true, true, false], assigned.Select(a => Sample.GridAt(Sample.PointOf(a))["code"] == code));
    }

    [Fact]
    public void Stations_serve_grids_that_are_there_and_not_one_grid_each()
    {
        var codes = Codes();
        foreach (var file in (string[])["workrooms.geojson", "grid_stations.geojson", "service_centres.geojson", "enforcement_stations.geojson", "police_stations.geojson"])
        {
            var served = Sample.Features(file).Select(f => f["serves"].Split(';')).ToList();
            Assert.All(served, s => Assert.Subset(codes, s.ToHashSet()));
            Assert.True(served.Sum(s => s.Length) == served.SelectMany(s => s).Distinct().Count());
        }

        Assert.Contains(Sample.Features("grid_stations.geojson"), f => f["serves"].Contains(';'));
    }

    [Fact]
    public void Duties_name_grids_compounds_and_dwellings_that_are_there()
    {
        var codes = Codes();
        var compounds = Sample.Features("compounds.geojson").Select(c => $"compound:{c["id"]}");
        var dwellings = Sample.Rows("dwellings.csv").Select(d => $"dwelling:{d["id"]}");
        HashSet<string> known = [.. codes.Select(c => $"grid:{c}"), .. compounds, .. dwellings];

        Assert.All(Sample.Rows("duties.csv"), d => Assert.Subset(known, d["scope"].Split(';').ToHashSet()));
    }

    [Fact]
    public void Duties_have_both_chains_a_night_roster_an_unfilled_post_and_heads_of_several_grids()
    {
        var duties = Sample.Rows("duties.csv");
        var heads = duties.Where(d => d["role"] == "grid_head").ToList();

        Assert.Equal(["emergency", "everyday"], duties.Select(d => d["chain"]).Distinct().Order());
        Assert.Single(duties, d => d["person"] == "" && d["organisation"] == "");
        Assert.Equal(486, heads.SelectMany(d => d["scope"].Split(';')).Distinct().Count());
        Assert.InRange(heads.Count(d => d["scope"].Contains(';')), 20, 80);
        Assert.Equal(46, duties.Count(d => d["role"] == "night_duty" && d["on_call"] == "Mo-Su 18:00-08:00"));
        Assert.Equal(60, duties.Where(d => d["role"] == "community_police" && d["person"] != "").DistinctBy(d => d["scope"]).Count());
        Assert.All(duties.Where(d => d["organisation"] != ""), d => Assert.StartsWith("0300-0", d["organisation_phone"]));
        Assert.All(duties.Where(d => d["person"] != ""), d => Assert.StartsWith("0300-0", d["phones"]));
    }

    [Fact]
    public void One_emergency_lasts_and_covers_one_street()
    {
        var emergency = Assert.Single(Sample.Rows("emergencies.csv"));

        Assert.Equal("", emergency["to"]);
        Assert.Equal(9, emergency["prefixes"].Length);
        Assert.Contains(emergency["prefixes"], Codes());
    }

    private static string AstrideDwelling() =>
        Sample.Rows("addresses.csv").First(a => a["assigned_grid"] != "")["dwelling"];

    /// <summary>Codes of all levels, those of beats with their partition.</summary>
    private static HashSet<string> Codes()
    {
        var grids = Sample.Features("grids.geojson").Select(g => g["code"]).SelectMany(c => (string[])[c[..6], c[..9], c[..12], c]);
        var beats = Sample.Features("beats.geojson").Select(b => b["code"]).SelectMany(c => (string[])[$"police/{c[..8]}", $"police/{c}"]);
        return [.. grids, .. beats];
    }
}
