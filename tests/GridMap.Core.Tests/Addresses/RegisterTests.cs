using System.Globalization;
using CsCheck;
using GridMap.Core.Addresses;
using GridMap.Core.Spatial;
using GridMap.Core.Tests.Architecture;
using GridMap.Tests.Shared;

namespace GridMap.Core.Tests.Addresses;

/// <summary>Whole registers: the sample's, and Neukölln's from ../shared/geodata beside the repository.</summary>
public class RegisterTests
{
    private static readonly string[] SampleParts =
        ["province", "city", "district", "street", "road", "number", "compound", "building", "unit"];

    private static readonly Lazy<Address[]> Sample = new(() => Read(
        Path.Combine(SourceTree.Root, "geodata/sample/addresses.csv"), [.. SampleParts.Select(static p => (p, p))],
        static row => string.Concat(SampleParts.Select(p => row[p]))));

    private static readonly Lazy<Address[]> Neukoelln = new(() => Read(
        SharedGeodata.Path("neukoelln/addresses.csv"),
        [("road", "street"), ("number", "housenumber"), ("postcode", "postcode"), ("locality", "suburb")],
        static row => $"{row["street"]} {row["housenumber"]}, {row["postcode"]} {row["suburb"]}".Trim()));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_address_of_the_sample_is_found_by_its_own_text(bool withParts) =>
        Assert.Empty(Missed(Sample.Value, withParts, every: 7));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Nearly_every_address_of_shared_Neukoelln_is_found_by_its_own_text(bool withParts) =>
        Assert.InRange(Missed(Neukoelln.Value, withParts, every: 3).Count, 0, 0.01 * Neukoelln.Value.Length / 3);

    [Fact]
    public void The_first_answer_is_the_best_and_scores_never_add_up_to_more_than_one_for_places_that_exclude_each_other() =>
        Assert.All(Sample.Value.Where(static (_, i) => i % 300 == 0), static a =>
        {
            var hits = Index.Value.Search(a.Parts["road"] + a.Parts.Find("number"), 5);
            Assert.Equal(hits.OrderByDescending(static h => h.Score), hits);
            Assert.All(hits, static h => Assert.InRange(h.Score, 0, 1));
        });

    [Fact]
    public void No_text_makes_it_throw_and_no_answer_has_a_number_that_was_not_asked() => Gen.Select(
            Gen.Int[0, Sample.Value.Length - 1], Gen.Char.Array[0, 6], Gen.Int[0, 40], Gen.Int[0, 40])
        .Sample((at, noise, from, length) =>
        {
            var text = Sample.Value[at].Text;
            from = Math.Min(from, text.Length);
            var question = text[from..Math.Min(text.Length, from + length)] + new string(noise) + text[..from];
            if (AddressIndex.FindFault(question) is null)
            {
                Index.Value.Complete(question, 5);
                foreach (var hit in Index.Value.Search(question, 3))
                {
                    Assert.False(string.IsNullOrEmpty(hit.Text));
                    Assert.True(hit.Point.IsValid);
                }
            }
        }, iter: 2000);

    [Fact]
    public void What_is_completed_holds_what_was_typed() =>
        Assert.All(Sample.Value.Where(static (_, i) => i % 500 == 0).Select(static a => a.Parts["road"]), static road =>
        {
            Assert.Contains(Index.Value.Complete(road[..2], 20), c => c.Text.EndsWith(road, StringComparison.Ordinal));
            Assert.Contains(Index.Value.Complete(road[1..], 100), c => c.Text.EndsWith(road, StringComparison.Ordinal));
        });

    private static readonly Lazy<AddressIndex> Index = new(() => AddressIndex.Build(Sample.Value, []));

    private static List<string> Missed(Address[] register, bool withParts, int every)
    {
        var index = AddressIndex.Build(
            withParts ? register : [.. register.Select(static a => a with { Parts = AttributeSet.Empty })], []);
        return [.. register.Where((_, i) => i % every == 0)
            .Where(a => index.Search(a.Text, 1) is not [var hit] || hit.Text != a.Text)
            .Select(static a => a.Text)];
    }

    private static Address[] Read(
        string path, (string Part, string Column)[] columns, Func<IReadOnlyDictionary<string, string>, string> text)
    {
        var lines = File.ReadAllLines(path);
        var header = lines[0].Split(',');
        return [.. lines.Skip(1).Where(l => !l.Contains('"') && l.Split(',').Length == header.Length).Select((line, i) =>
        {
            var row = header.Zip(line.Split(',')).ToDictionary(static p => p.First, static p => p.Second);
            var parts = columns.Select(c => KeyValuePair.Create(c.Part, row[c.Column])).Where(static p => p.Value.Length > 0);
            return Town.Make(
                i + 1, text(row), [.. parts],
                new LonLat(double.Parse(row["lon"], CultureInfo.InvariantCulture), double.Parse(row["lat"], CultureInfo.InvariantCulture)));
        })];
    }
}
