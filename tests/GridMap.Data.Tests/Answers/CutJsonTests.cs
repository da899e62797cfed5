using System.Text;
using GridMap.Data.Answers;

namespace GridMap.Data.Tests.Answers;

/// <summary>A record's JSON is cut at the values that are named.</summary>
public class CutJsonTests
{
    private static readonly PartitionJson Record = new()
    {
        Partition = "a",
        Inside = true,
        Certainty = "sure",
        Path = [],
        Border = new BorderJson(1.5, "n"),
        Grids = [new ShareJson("grids", 1)],
    };

    [Fact]
    public void Values_are_left_out_and_the_rest_stays()
    {
        var cut = CutJson.Of(Record, "certainty", "border.distance", "neighbour", "grids");
        Assert.Equal(
            """{"partition":"a","inside":true,"certainty":|,"grid":null,"path":[],"border":{"distance":|,"neighbour":|},"grids":|,"nearest":null}""",
            string.Join('|', Enumerable.Range(0, 5).Select(i => Encoding.UTF8.GetString(cut[i]))));
    }

    [Fact]
    public void Neighbouring_values_are_left_out_together() =>
        Assert.Equal(
            """{"distance":1.5,"neighbour":"n"},"grids":[{"code":"grids","share":1}]""",
            Encoding.UTF8.GetString(CutJson.PartOf(Record, "border-grids")));

    [Fact]
    public void A_value_that_is_not_there_is_refused() =>
        Assert.Throws<ArgumentException>(() => CutJson.Of(Record, "border.neighbour", "distance"));
}
