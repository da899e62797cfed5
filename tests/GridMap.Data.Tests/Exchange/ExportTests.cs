using GridMap.Core;
using GridMap.Data.Exchange;
using GridMap.Data.Importing;
using GridMap.Data.Tests.Importing;
using static GridMap.Data.Tests.Importing.ImportBench;

namespace GridMap.Data.Tests.Exchange;

public sealed class ExportTests : IDisposable
{
    private readonly ImportBench bench = new();
    private readonly ImportBench other = new();

    public void Dispose()
    {
        bench.Dispose();
        other.Dispose();
    }

    [Theory]
    [InlineData("geojson")]
    [InlineData("gpkg")]
    [InlineData("csv")]
    public async Task What_is_exported_and_imported_into_an_empty_store_is_the_same(string ending)
    {
        await Fill();
        foreach (var kind in Exporter.Kinds.Where(k => k != "findings"))
        {
            var file = bench.PathOf($"{kind}.{(kind is "vocabulary" or "kinds" ? "json" : ending)}");
            foreach (var partition in kind == "grids" ? new string?[] { "governance", "police" } : [null])
            {
                File.Delete(file);
                var result = Exporter.Export(bench.Store.Snapshot, new ExportRequest(kind, file) { Partition = partition });
                var report = await other.Run(result.ReadBack!);
                Assert.Empty(report.Refused);
                Assert.Equal(result.Rows, report.Taken);
            }
        }

        Assert.Equal(Described(bench.Store.Snapshot), Described(other.Store.Snapshot));
    }

    [Fact]
    public void A_target_that_cannot_be_written_is_one_clear_error_and_leaves_nothing()
    {
        var e = Assert.Throws<ExchangeException>(
            () => Exporter.Export(bench.Store.Snapshot, new ExportRequest("resources", bench.PathOf("none/r.csv"))));

        Assert.Contains("cannot be written", e.Message);
        Assert.Throws<ExchangeException>(
            () => Exporter.Export(bench.Store.Snapshot, new ExportRequest("resources", "/dev/full/r.csv")));
    }

    private async Task Fill()
    {
        await bench.Run(new VocabularyImport
        {
            File = bench.Write("v.json",
                """
                {"partitions":[{"code":"governance","name":{"zh":"网","en":"Net"},"tiling":"complete","default":true,
                  "levels":[{"id":"street","name":{"zh":"街","en":"S"}},{"id":"community","name":{"zh":"社","en":"C"}},
                  {"id":"grid","name":{"zh":"格","en":"G"}}],"scheme":{"lengths":[1,2,3],"digitsOnly":true}}],
                 "kinds":[{"id":"toilet","name":{"zh":"厕","en":"T"},"icon":"t",
                  "attributes":[{"id":"lit","name":{"zh":"灯","en":"L"},"type":"boolean","filterable":true}]}],
                 "roles":[{"id":"head","name":{"zh":"长","en":"H"}}]}
                """),
        });
        await bench.Run(new GridImport
        {
            File = bench.Write("g.geojson", Collection(
                Square("111", 0, 0, "\"n\":\"一,\\\"x\\\"\\n=1\",\"c\":\"dedicated:school\",\"s\":\"东\",\"k\":\"甲\",\"p\":5,\"Name\":\"attr\""),
                Square("121", 1, 0, "\"n\":\"二\",\"c\":\"base\",\"s\":\"东\",\"k\":\"乙\""))),
            Code = "code",
            Name = "n",
            Category = "c",
            Prefix = [1, 2, 3],
            ParentNames = ["s", "k"],
            Set = new Dictionary<string, string> { ["population"] = "p", ["name"] = "Name" },
        });
        await bench.Run(new GridImport
        {
            File = bench.Write("p.geojson", Collection(Square("b1", 0, 0), Square("b2", 3, 0))),
            Code = "code",
            Partition = "police",
            Tiling = Core.Grids.Tiling.Partial,
        });
        await bench.Run(new ReferenceImport
        {
            File = bench.Write("c.geojson", Collection(Feature("\"id\":\"c/1\",\"firm\":\"F\"", "[[[0,0],[0.3,0],[0.3,0.1],[0,0]]]"))),
            LayerKind = "compound",
            Id = "id",
        });
        await bench.Run(new DwellingImport
        {
            File = bench.Write("d.csv", "id,households,population,population_kind,compound,lon,lat\n1,3,9,registered,c/c/1,0.123456789,0.1\n"),
            Id = "id",
        });
        await bench.Run(new AddressImport
        {
            File = bench.Write("a.csv", "id,road,standing,dwelling,assigned_grid,lon,lat\n1,=路,unit,d/1,121,0.1,0.1\n2,R,,,,0.2,0.1\n"),
            Id = "id",
            Text = "{road} 1",
        });
        await bench.Run(new ResourceImport
        {
            File = bench.Write("r.csv", "id,n,capacity,gates,exit_gates,serves,kind,suspensions,batch,batch_date,document,wkt\n"
                + "1,厕,2,0.1 0.2;0.3 0.4,0.5 0.5,111;police/b1,odd,2026-12-01/2026-12-05|修路|X〔2026〕9号;2027-01-01/2027-01-02,4,2026-01-15,Y〔2026〕1号,\"LINESTRING (0 0, 1 1)\"\n"
                + "2,,,,,,,,,,,POINT (1 2)\n"),
            Kind = "toilet",
            Id = "id",
            Name = "n",
        });
        await bench.Run(new DutyImport
        {
            File = bench.Write("u.csv", "id,role,person_id,person,phones,organisation,organisation_phone,scope,order,deputy,on_call,chain,public\n"
                + "1,head,p,安,1 2,,,grid:111;compound:c/c/1;dwelling:d/1,2,true,24/7,emergency,phone\n2,head,,,,Org,9,grid:police/b2,,,,,\n3,head,,,,,,grid:1,,,,,\n"),
            Id = "id",
        });
        await bench.Run(new EmergencyImport
        {
            File = bench.Write("e.csv", "id,prefixes,from,to,document,declared_by\n1,*;11,2026-07-18T06:00:00.5+08:00,2026-07-19T00:00:00Z,D,O\n"),
            Id = "id",
        });
    }

    private static string Described(MapSnapshot map)
    {
        var keys = map.Grids.Select(g => (g.Id, g.Key)).Concat(map.Reference.Select(r => (r.Id, r.Key)))
            .Concat(map.Dwellings.Select(d => (d.Id, d.Key))).Concat(map.Persons.Select(p => (p.Id, p.Key)))
            .ToDictionary(k => k.Id, k => k.Key);
        string Key(long? id) => id is { } i ? keys[i] : "-";
        string Set(AttributeSet set) => string.Join(',', set.Select(a => $"{a.Key}={a.Value}"));
        IEnumerable<string> lines =
        [
            .. map.Partitions.Select(p => $"{p.Key} {p.Name} {p.Tiling} {p.IsDefault} {string.Join(',', p.Levels)} {p.Scheme?.Lengths.Count}"),
            .. map.Terms.Select(t => $"{t.Key} {t.Name} {t.Icon} {string.Join(',', t.Attributes)}"),
            .. map.Grids.Select(g => $"{g.Grid with { Id = 0, ParentId = null, Attributes = AttributeSet.Empty }} {Key(g.Grid.ParentId)} {Set(g.Grid.Attributes)} {g.Shape}"),
            .. map.Reference.Select(r => $"{r.Key} {r.Code} {r.Name} {Set(r.Attributes)} {r.Shape}"),
            .. map.Dwellings.Select(d => $"{d.Key} {d.Name} {d.Households} {d.Population} {d.PopulationKind} {Key(d.CompoundId)} {d.Shape} {Set(d.Attributes)}"),
            .. map.Addresses.Select(a => $"{a.Key} {a.Text} {Set(a.Parts)} {a.Point} {a.Standing} {Key(a.DwellingId)} {Key(a.AssignedGridId)}"),
            .. map.Persons.Select(p => $"{p.Key} {p.Name} {p.Phones}"),
            .. map.Duties.Select(d => $"{d.Key} {d.Role} {(d.Holder is Core.Duties.DutyHolder.OfPerson p ? Key(p.PersonId) : d.Holder)} {d.Order} {d.IsDeputy} {d.OnCall} {d.Chain} {d.HolderIsPublic} {d.PhoneIsPublic} {string.Join(',', d.Scope.Select(s => s.Kind + Key(s.TargetId)))}"),
            .. map.Emergencies.Select(e => $"{e.Key} {string.Join('|', e.CodePrefixes)} {e.From.UtcTicks} {e.To?.UtcTicks} {e.Document} {e.DeclaredBy}"),
            .. map.Resources.Select(r => $"{r.Key} {r.Kind} {r.Name} {r.Capacity} {string.Join(',', r.Gates)} {string.Join(',', r.ExitGates)} {string.Join(',', r.Serves.Select(s => Key(s)))} {Set(r.Attributes)} {r.Shape}"),
        ];
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }
}
