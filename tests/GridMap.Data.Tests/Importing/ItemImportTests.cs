using GridMap.Core.Addresses;
using GridMap.Core.Duties;
using GridMap.Data.Importing;
using GridMap.Tests.Shared;
using static GridMap.Data.Tests.Importing.ImportBench;

namespace GridMap.Data.Tests.Importing;

public sealed class ItemImportTests : IDisposable
{
    private readonly ImportBench bench = new();

    public void Dispose() => bench.Dispose();

    private Task<ImportReport> OneGrid() =>
        bench.Run(new GridImport { File = bench.Write("g.geojson", Collection(Square("g1", 0, 0))), Code = "code" });

    private ResourceImport Resources(string csv) =>
        new() { File = bench.Write("r.csv", csv), Kind = "toilet", Id = "id", Name = "name" };

    [Fact]
    public async Task Resources_take_gates_capacity_and_the_grids_they_serve()
    {
        await OneGrid();
        await bench.Run(Resources("id,name,capacity,gates,exit_gates,serves,lit,lon,lat\n7,Mill,3,0.5 0.5;0.6 0.5,0.7 0.5,g1,yes,0.1,0.2\n"));

        var toilet = bench.Store.Snapshot.Resources.Single();
        Assert.Equal("r/7 toilet Mill 3 POINT (0.1 0.2)", $"{toilet.Key} {toilet.Kind} {toilet.Name} {toilet.Capacity} {toilet.Shape}");
        Assert.Equal(2, toilet.Gates.Count);
        Assert.Equal(0.7, Assert.Single(toilet.ExitGates).Lon);
        Assert.Equal(bench.Leaves.Single().Id, Assert.Single(toilet.Serves));
        Assert.Equal([new("lit", "yes")], toilet.Attributes);
        Assert.Equal("Kind/toilet", bench.Store.Snapshot.Terms.Single().Key);
    }

    [Theory]
    [InlineData("unknown-grid nowhere", "1,,,,nowhere,0,0")]
    [InlineData("number many", "1,,many,,,0,0")]
    [InlineData("number -3", "1,,-3,,,0,0")]
    [InlineData("gate 0.5", "1,,,0.5,,0,0")]
    [InlineData("coordinate NaN NaN", "1,,,,,NaN,NaN")]
    [InlineData("coordinate x", "1,,,,,x,0")]
    [InlineData("coordinate 1,5", "1,,,,,\"1,5\",0")]
    [InlineData("range 190 0", "1,,,,,190,0")]
    [InlineData("swapped 36 119", "1,,,,,36,119")]
    [InlineData("empty-geometry ", "1,,,,,,")]
    [InlineData("csv-fields 1 2", "1,2")]
    [InlineData("csv-quotes 1,\"a\"b,,,,0,0", "1,\"a\"b,,,,0,0")]
    public async Task A_bad_row_is_refused_with_rule_and_value_and_the_others_are_taken(string expected, string row)
    {
        await OneGrid();
        var report = await bench.Run(Resources($"id,name,capacity,gates,serves,lon,lat\n{row}\n2,,,,,0.5,0.5\n"));

        Assert.Equal((expected, 1L), ($"{report.Refused.Single().Rule} {report.Refused.Single().Value}", report.Refused.Single().Row));
        Assert.Equal(1, report.Taken);
    }

    [Theory]
    [InlineData("opening_hours", "Mo-Fr 8-18", "at character 8, ")]
    [InlineData("stay", "19:00-7", "at character 8, ")]
    [InlineData("stay", "sunset-07:00", "at character 1, ")]
    [InlineData("suspensions", "2026-12-05/2026-12-01", "an end after the beginning was expected")]
    [InlineData("max_stay", "long", "hours, or like '90 minutes'")]
    public async Task Terms_that_nobody_can_read_are_refused_with_their_place(string term, string text, string expected)
    {
        var report = await bench.Run(Resources($"id,name,{term},lon,lat\n1,a,{text},0,0\n2,b,,0,0\n"));

        var refused = Assert.Single(report.Refused);
        Assert.Equal((term, text, 1L), (refused.Rule, refused.Value, report.Taken));
        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_id_the_content_is_the_identity_and_twins_are_reported()
    {
        var request = Resources("name,lon,lat\na,0,0\na,0,0\nb,0,0\n") with { Id = null };
        var report = await bench.Run(request);
        var again = await bench.Run(request with { File = bench.Write("r.csv", "lat,lon,name\n0,0,b\n0,0,a\n") });

        Assert.Equal((2L, 2L), (report.New, report.Duplicates.Single().Row));
        Assert.Equal(2, again.Unchanged);
    }

    [Fact]
    public async Task An_id_that_occurs_twice_is_taken_once_and_reported()
    {
        var report = await bench.Run(Resources("id,name,lon,lat\n1,a,0,0\n1,b,0,0\n1,a,0,0\n"));

        Assert.Equal((1L, "duplicate-id", "duplicate"), (report.New, report.Refused.Single().Rule, report.Duplicates.Single().Rule));
    }

    [Fact]
    public async Task Missing_items_retire_within_source_and_kind_alone()
    {
        await bench.Run(Resources("id,name,lon,lat\n1,a,0,0\n2,b,0,0\n"));
        await bench.Run(Resources("id,name,lon,lat\n3,c,0,0\n") with { Kind = "canteen" });
        var report = await bench.Run(Resources("id,name,lon,lat\n1,a,0,0\n") with { RetireMissing = true });

        Assert.Equal(1, report.Retired);
        Assert.Equal(["r/1", "r/3"], bench.Store.Snapshot.Resources.Select(r => r.Key));
    }

    [Fact]
    public async Task A_place_far_from_the_map_that_is_on_it_when_swapped_is_refused()
    {
        await bench.Run(new GridImport { File = bench.Write("g.geojson", Collection(Square("g", 52, 13))), Code = "code" });
        var report = await bench.Run(Resources("id,name,lon,lat\n1,a,13.5,52.5\n2,b,52.5,13.5\n"));

        Assert.Equal(("swapped", 1L), (report.Refused.Single().Rule, report.Refused.Single().Row));
    }

    [Theory]
    [InlineData("{street} {housenumber}, {postcode} Berlin", "Weg 3, 12045 Berlin", "Weg,3,12045")]
    [InlineData("{street} {housenumber}, {postcode} Berlin", "Weg, 12045 Berlin", "Weg,,12045")]
    [InlineData("{street} {housenumber}, {postcode}", "Weg 3", "Weg,3,")]
    [InlineData("{postcode}, {street} ({housenumber})", "Weg", "Weg,,")]
    public async Task The_text_of_an_address_closes_up_where_fields_are_empty(string template, string text, string row)
    {
        await bench.Run(new AddressImport
        {
            File = bench.Write("a.csv", $"street,housenumber,postcode,lon,lat\n{row},0,0\n"),
            Text = template,
        });

        Assert.Equal(text, bench.Store.Snapshot.Addresses.Single().Text);
    }

    [Fact]
    public async Task An_unknown_field_in_a_template_is_named_with_those_there_are()
    {
        var e = await Assert.ThrowsAsync<ImportException>(() => bench.Run(
            new AddressImport { File = bench.Write("a.csv", "road,lon,lat\nWeg,0,0\n"), Text = "{street}" }));

        Assert.EndsWith("has no field 'street'. Its fields: road, lon, lat.", e.Message);
    }

    [Fact]
    public async Task Duties_share_their_persons_and_name_what_they_are_for()
    {
        await OneGrid();
        var request = new DutyImport
        {
            Id = "id",
            File = bench.Write("d.csv",
                """
                id,role,person_id,person,phones,organisation,organisation_phone,scope,order,deputy,on_call,chain,public
                1,grid_head,p,Ann,123,,,grid:g1,1,false,,everyday,holder+phone
                2,guide,p,Ann,123,,,grid:g1,2,true,Mo-Fr 08:00-18:00,emergency,
                3,guide,,,,Watch,456,grid:g1,,,,,phone
                4,guide,,,,,,grid:g1,,,,,
                5,guide,p,Bea,123,,,grid:g1,,,,,
                6,guide,,,,,,compound:c9,,,,,
                7,guide,,,,,,street 9,,,,,
                """),
        };
        var report = await bench.Run(request);

        Assert.Equal("p Ann 123", string.Join(";", bench.Store.Snapshot.Persons.Select(p => $"{p.SourceKey.Id} {p.Name} {p.Phones}")));
        Assert.Equal(
            ["OfPerson", "OfPerson", "OfOrganisation", "Vacant"],
            bench.Store.Snapshot.Duties.Select(d => d.Holder.GetType().Name));
        Assert.Equal(["person p", "unknown-compound compound:c9", "scope street 9"], report.Refused.Select(r => $"{r.Rule} {r.Value}"));
        Assert.Equal((ImportOutcome.Unchanged, 4L), ((await bench.Run(request)).Outcome, report.Taken));
        Assert.Equal(DutyChain.Emergency, bench.Store.Snapshot.Duties[1].Chain);
    }

    [Fact]
    public async Task A_reference_layer_that_no_rule_reads_is_noted_when_it_is_made()
    {
        var request = new ReferenceImport { File = bench.Write("f.csv", "id,lon,lat\n1,0,0\n2,0,0\n"), LayerKind = "compuond", Id = "id" };
        var report = await bench.Run(request);

        Assert.Equal(
            ("new-layer", 1L, "New reference layers were made, which no rule reads, the first 'compuond'. Rules read: outline, "
                + "division, barrier, gap, compound."),
            report.Notes.Select(n => (n.Rule, n.Count, n.Message)).Single());
        Assert.Empty((await bench.Run(request)).Notes);
        Assert.Empty((await bench.Run(request with { LayerKind = "compound" })).Notes);
    }

    [Fact]
    public async Task Emergencies_need_prefixes_and_times()
    {
        var report = await bench.Run(new EmergencyImport
        {
            Id = "id",
            File = bench.Write("e.csv",
                """
                id,prefixes,from,to,document,declared_by
                1,370;371,2026-07-18T06:00:00+08:00,,D,Office
                2,*,2026-07-18T06:00:00,2026-07-19T06:00:00Z,,
                3,,2026-07-18T06:00:00+08:00,,,
                4,370,soon,,,
                5,370,2026-07-18T06:00:00Z,2026-07-17T06:00:00Z,,
                6,370,0001-01-01T00:00,,,
                7,370,2026-07-18T06:00:00Z,9999-12-31T23:59:59-08:00,,
                """),
        });

        Assert.Equal(["370|371", ""], bench.Store.Snapshot.Emergencies.Select(e => string.Join('|', e.CodePrefixes)));
        Assert.Equal(TimeSpan.FromHours(8), bench.Store.Snapshot.Emergencies[0].From.Offset);
        Assert.Equal(["prefixes", "from", "from", "from", "to"], report.Refused.Select(r => r.Rule));
    }

    [Fact]
    public async Task The_sample_folder_is_taken_whole_and_twice_changes_nothing()
    {
        var folder = Path.GetFullPath(Path.Combine(SourceFolder(), "../../../geodata/sample"));
        var reports = await ImportFolder.RunAsync(
            bench.Store, folder, "tester", TimeProvider.System, null, TestContext.Current.CancellationToken);
        var again = await ImportFolder.RunAsync(
            bench.Store, folder, "tester", TimeProvider.System, null, TestContext.Current.CancellationToken);

        Assert.All(reports, r => Assert.Empty(r.Refused));
        Assert.All(reports, r => Assert.Empty(r.Duplicates));
        Assert.All(again.Where(r => r.Import != "grids"), r => Assert.Equal(ImportOutcome.Unchanged, r.Outcome));
        Assert.Contains(bench.Store.Snapshot.Addresses, a => a.Standing == AddressStanding.Unit && a.AssignedGridId is not null);
    }

    [Theory]
    [InlineData("parking_strips.geojson", 5204, 5204, 43_705)]
    [InlineData("parking_areas.geojson", 2064, 2064, 34_969)]
    public async Task Neukoellns_parking_keeps_every_row_and_place(string file, long rows, long taken, long places)
    {
        var report = await bench.Run(new ResourceImport
        {
            File = SharedGeodata.Path($"neukoelln/{file}"),
            Kind = "parking",
            Capacity = "capacity",
        });

        Assert.Equal((rows, taken), (report.Rows, report.New));
        Assert.Equal(places, bench.Store.Snapshot.Resources.Sum(r => (long)r.Capacity!));
    }

    [Fact]
    public async Task Neukoellns_strips_share_ways_so_their_id_is_reported_as_no_identity()
    {
        var report = await bench.Run(new ResourceImport
        {
            File = SharedGeodata.Path("neukoelln/parking_strips.geojson"),
            Kind = "parking",
            Id = "osm_id",
        });

        Assert.Equal((1361L, 3843), (report.New, report.Refused.Count));
        Assert.All(report.Refused, r => Assert.Equal("duplicate-id", r.Rule));
    }

    [Fact]
    public async Task Neukoellns_parks_and_addresses_are_taken_but_for_one_with_school_holidays()
    {
        var parks = await bench.Run(new ResourceImport
        {
            File = SharedGeodata.Path("neukoelln/parks_leisure.geojson"),
            Kind = "park",
            Id = "id",
        });
        var addresses = await bench.Run(new AddressImport
        {
            File = SharedGeodata.Path("neukoelln/addresses.csv"),
            Text = "{street} {housenumber}, {postcode} Berlin",
            Id = "osm_id",
        });

        Assert.Equal((1071L, 11_699L), (parks.New, addresses.New));
        Assert.Empty(parks.Refused);
        Assert.Contains(parks.Notes, static n => n.Message.Contains(
            "opening_hours=Mo-Fr 13:00-18:00; SH 10:00-16:00: at character 20, weekdays", StringComparison.Ordinal));
        Assert.Contains(bench.Store.Snapshot.Addresses, a => a.Text == "Sonnenallee 225, 12057 Berlin");
    }

    private static string SourceFolder([System.Runtime.CompilerServices.CallerFilePath] string file = "") =>
        Path.GetDirectoryName(file)!;
}
