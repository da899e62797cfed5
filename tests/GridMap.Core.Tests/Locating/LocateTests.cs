using GridMap.Core.Locating;
using GridMap.Core.Spatial;
using GridMap.Core.Tests.Grids;

namespace GridMap.Core.Tests.Locating;

public class LocateTests
{
    private const string Town = """
        c
        a < c POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))
        b < c POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0))
        """;

    [Fact]
    public void Inside_it_answers_the_path_and_the_border_with_the_neighbour_across() =>
        Answers(Town, 0.999, 0.5, "c/a Sure border 111.3 b: a 1.00");

    [Fact]
    public void Nothing_across_is_no_neighbour() =>
        Answers(Town, 0.001, 0.5, "c/a Sure border 111.3 -: a 1.00");

    [Fact]
    public void Within_a_metre_of_another_grid_it_should_be_checked() =>
        Answers(Town, 0.999995, 0.5, "c/a Check border 0.6 b: a 1.00");

    [Fact]
    public void Within_a_metre_of_no_other_grid_it_is_sure() =>
        Answers(Town, 0.000005, 0.5, "c/a Sure border 0.6 -: a 1.00");

    [Fact]
    public void On_a_border_it_is_the_eastern_grid_at_no_distance() =>
        Answers(Town, 1, 0.5, "c/b Check border 0.0 a: b 1.00");

    [Fact]
    public void Outside_it_answers_the_nearest_grid() =>
        Answers(Town, 2.001, 0.5, "outside Unknown nearest b 111.3:");

    [Fact]
    public void Every_grid_that_the_accuracy_circle_touches_has_its_share() =>
        Answers(Town, 1, 0.5, "c/b Check border 0.0 a: a 0.50, b 0.50", accuracy: 100);

    [Fact]
    public void Outside_with_a_circle_that_reaches_in_it_is_unknown_and_has_shares() =>
        Answers(Town, 2, 0.5, "outside Unknown nearest b 0.0: b 0.50", accuracy: 100);

    [Fact]
    public void A_circle_inside_one_grid_is_sure() =>
        Answers(Town, 0.5, 0.5, "c/a Sure border 55287.2 -: a 1.00", accuracy: 1000);

    [Fact]
    public void Where_grids_overlap_it_should_be_checked() => Answers(
        """
        a POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))
        b POLYGON ((1 0, 3 0, 3 2, 1 2, 1 0))
        """,
        1.5, 1, "a Check border 55651.3 -: a 1.00");

    [Theory]
    [InlineData(double.NaN, 0, 0)]
    [InlineData(190, 0, 0)]
    [InlineData(0, 90.1, 0)]
    [InlineData(0, 0, -1)]
    [InlineData(0, 0, double.NaN)]
    [InlineData(0, 0, 100_001)]
    public void What_is_out_of_range_is_refused(double lon, double lat, double accuracy) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Pictures.City(Town).Locate(Query(lon, lat, accuracy)));

    [Fact]
    public void An_unknown_partition_is_refused() => Assert.Throws<ArgumentException>(
        () => Pictures.City(Town).Locate(Query(0, 0, 0) with { Partition = "police" }));

    private static LocateQuery Query(double lon, double lat, double accuracy) =>
        new() { Point = new LonLat(lon, lat), AccuracyMetres = accuracy, At = default };

    private static void Answers(string town, double lon, double lat, string expected, double accuracy = 0)
    {
        var answer = Assert.Single(Pictures.City(town).Locate(Query(lon, lat, accuracy)).Results);
        var where = answer.Inside ? string.Join('/', answer.Path.Select(g => g.Code)) : "outside";
        var border = answer.Border is { } b ? $" border {b.DistanceMetres:F1} {b.Neighbour?.Code ?? "-"}" : "";
        var nearest = answer.Nearest is { } n ? $" nearest {n.Grid.Code} {n.DistanceMetres:F1}" : "";
        var shares = string.Join(",", answer.Grids.Select(g => $" {g.Grid.Code} {g.Share:F2}"));
        Assert.Equal(expected, $"{where} {answer.Certainty}{border}{nearest}:{shares}");
    }
}
