using System.Globalization;
using System.Text;
using GridMap.Data.Importing;

namespace GridMap.Data.Tests.Importing;

/// <summary>Rows of one key, wherever the first of them is by then: in the store, in memory or in the spool.</summary>
public sealed class TwinImportTests : IDisposable
{
    private readonly ImportBench bench = new();

    public void Dispose() => bench.Dispose();

    private Task<ImportReport> Import(string rows) => bench.Run(new ResourceImport
    {
        File = bench.Write("r.csv", "id,name,lon,lat\n" + rows),
        Kind = "toilet",
        Id = "id",
        Name = "name",
    });

    [Theory]
    [InlineData("1,a,0,0\n1,a,0,0\n", "unchanged duplicate@2:1")]
    [InlineData("1,a,0,0\n1,b,0,0\n", "unchanged duplicate-id@2:1")]
    [InlineData("1,b,0,0\n1,b,0,0\n", "changed duplicate@2:1")]
    [InlineData("1,b,0,0\n1,a,0,0\n", "changed duplicate-id@2:1")]
    [InlineData("2,c,0,0\n1,b,0,0\n2,c,0,0\n1,c,0,0\n", "new changed duplicate@3:1 duplicate-id@4:2")]
    public async Task Twins_of_what_the_store_has_are_compared_with_the_row_that_was_taken(string rows, string expected)
    {
        await Import("1,a,0,0\n");
        Assert.Equal(expected, Text(await Import(rows)));
    }

    [Fact]
    public async Task Twins_of_rows_long_ago_are_compared_with_all_that_they_said()
    {
        const int Rows = 5000;
        var rows = new StringBuilder();
        for (var i = 1; i <= Rows; i++)
        {
            rows.Append(CultureInfo.InvariantCulture, $"{i},{new string('网', 50)} {i},{i}e-9,0\n");
        }

        rows.Append(CultureInfo.InvariantCulture, $"1,{new string('网', 50)} 1,1e-9,0\n");
        rows.Append(CultureInfo.InvariantCulture, $"{Rows - 1},{new string('网', 50)} {Rows - 1},{Rows - 1}e-9,0\n");
        rows.Append(CultureInfo.InvariantCulture, $"2,{new string('网', 50)} 2,2e-9,1e-9\n");
        var report = await Import(rows.ToString());

        Assert.Equal(Rows, report.New);
        Assert.Equal(
            ["duplicate@5001:1", "duplicate@5002:4999", "duplicate-id@5003:2"], Text(report).Split(' ').Where(w => w != "new"));
    }

    [Fact]
    public async Task Different_ids_of_one_hash_are_different_items()
    {
        var seen = new Dictionary<int, int>();
        var ids = (0, 0);
        for (var id = 1; ids is (0, 0); id++)
        {
            var hash = $"r/{id}".GetHashCode();
            ids = seen.TryGetValue(hash, out var twin) ? (twin, id) : ids;
            seen[hash] = id;
        }

        var (one, other) = ids;
        var report = await Import($"{one},a,0,0\n{other},b,0,0\n{one},a,0,0\n{other},b,0,0\n{other},a,0,0\n");

        Assert.Equal("new new duplicate@3:1 duplicate@4:2 duplicate-id@5:2", Text(report));
        Assert.Equal([$"r/{one} a", $"r/{other} b"], bench.Store.Snapshot.Resources.Select(r => $"{r.Key} {r.Name}"));
    }

    [Fact]
    public async Task Where_another_writer_comes_in_between_the_file_is_read_again_on_what_is_there_then()
    {
        bench.Store.BeforePublish = () => Import("2,other,0,0\n");
        var report = await bench.Run(new ResourceImport
        {
            File = bench.Write("two.csv", "id,name,lon,lat\n1,a,0,0\n2,b,0,0\n"),
            Source = "r",
            Kind = "toilet",
            Id = "id",
            Name = "name",
        });

        Assert.Equal("new changed", Text(report));
        Assert.Equal((2L, ImportOutcome.Published), (report.Revision, report.Outcome));
        Assert.Equal(["r/1 a", "r/2 b"], bench.Store.Snapshot.Resources.Select(r => $"{r.Key} {r.Name}").Order());
    }

    /// <summary>What became of the rows: the items by how they came to be, then the twins as <c>rule@row:first row</c>.</summary>
    private static string Text(ImportReport report) => string.Join(' ', (string[])
    [
        .. Enumerable.Repeat("new", (int)report.New), .. Enumerable.Repeat("changed", (int)report.Changed),
        .. Enumerable.Repeat("unchanged", (int)report.Unchanged),
        .. report.Duplicates.Concat(report.Refused).OrderBy(static r => r.Row)
            .Select(static r => $"{r.Rule}@{r.Row}:{r.Message.Split(' ')[1]}"),
    ]);
}
