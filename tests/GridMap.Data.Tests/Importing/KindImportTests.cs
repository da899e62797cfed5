using GridMap.Data.Exchange;
using GridMap.Data.Importing;

namespace GridMap.Data.Tests.Importing;

public sealed class KindImportTests : IDisposable
{
    private const string Clinic = """
        {"id":"clinic","name":{"zh":"卫生站","en":"Clinic"},"icon":"clinic","attributes":[
          {"id":"beds","name":{"zh":"床位","en":"Beds"},"type":"number","filterable":true},
          {"id":"night","name":{"zh":"夜间","en":"At night"},"type":"boolean","filterable":true},
          {"id":"visits","name":{"zh":"探视","en":"Visits"},"type":"window","filterable":false}]}
        """;

    private readonly ImportBench bench = new();

    public void Dispose() => bench.Dispose();

    private Task<ImportReport> Import(string json) => bench.Run(new KindImport { File = bench.Write("kinds.json", json) });

    [Theory]
    [InlineData("[{0}]")]
    [InlineData("{\"kinds\":[{0}]}")]
    public async Task A_new_kind_needs_no_code_and_the_same_file_again_changes_nothing(string form)
    {
        var json = form.Replace("{0}", Clinic);
        Assert.Equal(1, (await Import(json)).New);

        var kind = Assert.Single(bench.Store.Snapshot.Terms);
        Assert.Equal("Kind/clinic 卫生站 Clinic clinic", $"{kind.Key} {kind.Name.Zh} {kind.Name.En} {kind.Icon}");
        Assert.Equal(
            "beds Number True, night Boolean True, visits Window False",
            string.Join(", ", kind.Attributes.Select(a => $"{a.Id} {a.Type} {a.Filterable}")));
        Assert.Equal(ImportOutcome.Unchanged, (await Import(json)).Outcome);
    }

    [Theory]
    [InlineData("id", """{"id":"Clinic!","name":{"zh":"卫生站","en":"Clinic"}}""")]
    [InlineData("kind", """{"name":{"zh":"卫生站","en":"Clinic"}}""")]
    [InlineData("kind", """{"id":"x","name":{"zh":"卫","en":"C"},"colour":"red"}""")]
    [InlineData("kind", """null""")]
    [InlineData("name", """{"id":"x","name":{"zh":"","en":"C"}}""")]
    [InlineData("kind", """{"id":"x","name":{"zh":"卫","en":"C"},"attributes":[{"id":"a","name":{"zh":"甲","en":"a"},"type":"colour"}]}""")]
    [InlineData("attribute", """{"id":"x","name":{"zh":"卫","en":"C"},"attributes":[{"id":"a b","name":{"zh":"甲","en":"a"},"type":"text"}]}""")]
    [InlineData("attribute", """{"id":"x","name":{"zh":"卫","en":"C"},"attributes":[{"id":"lon","name":{"zh":"甲","en":"a"},"type":"text","filterable":true}]}""")]
    [InlineData("attribute", """{"id":"x","name":{"zh":"卫","en":"C"},"attributes":[{"id":"a","name":{"zh":"甲","en":"a"},"type":"text"},{"id":"a","name":{"zh":"乙","en":"b"},"type":"text"}]}""")]
    public async Task A_bad_kind_is_refused_with_its_rule_and_the_others_are_taken(string rule, string kind)
    {
        var report = await Import($"[{kind},{Clinic}]");
        Assert.Equal((rule, 1L, 1L), (report.Refused.Single().Rule, report.Refused.Single().Row, report.Taken));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("7")]
    [InlineData("""{"kinds":[],"roles":[]}""")]
    [InlineData("""{"kind":[]}""")]
    public async Task What_is_no_file_of_kinds_is_one_clear_error(string json)
    {
        var e = await Assert.ThrowsAsync<ExchangeException>(() => Import(json));
        Assert.Contains("is no file of kinds", e.Message);
    }

    [Fact]
    public async Task A_value_of_another_type_than_its_kind_says_is_refused()
    {
        await Import($"[{Clinic}]");
        var report = await bench.Run(new ResourceImport
        {
            File = bench.Write(
                "c.csv",
                """
                id,beds,night,visits,lon,lat
                1,12,true,Mo-Fr 10:00-12:00,0,0
                2,many,true,,0,0
                3,,at times,,0,0
                4,,,whenever,0,0

                """),
            Kind = "clinic",
            Id = "id",
        });
        Assert.Equal(
            ["2 attribute-type many", "3 attribute-type at times", "4 attribute-type whenever"],
            report.Refused.Select(r => $"{r.Row} {r.Rule} {r.Value}"));
        Assert.Contains("number", report.Refused[0].Message);
        Assert.Equal("c/1", Assert.Single(bench.Store.Snapshot.Resources).Key);
    }

    [Fact]
    public async Task Retiring_what_is_missing_keeps_kinds_that_are_in_use()
    {
        await Import($"[{Clinic},{Clinic.Replace("\"clinic\"", "\"pool\"")},{Clinic.Replace("\"clinic\"", "\"gym\"")}]");
        await bench.Run(new ResourceImport { File = bench.Write("c.csv", "id,lon,lat\n1,0,0\n"), Kind = "clinic", Id = "id" });
        var report = await bench.Run(new KindImport
        {
            File = bench.Write("kinds.json", $"[{Clinic.Replace("\"clinic\"", "\"pool\"")}]"),
            RetireMissing = true,
        });
        Assert.Equal(1, report.Retired);
        Assert.Equal(["clinic", "pool"], bench.Store.Snapshot.Terms.Select(t => t.Code).Order());
    }
}
