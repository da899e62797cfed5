using CsCheck;
using GridMap.Core.Spatial.Coverages;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.IO;

namespace GridMap.Core.Tests.Spatial.Coverages;

public class CoverageTests
{
    [Fact]
    public void Two_squares_share_one_arc() => Draws(
        """
        POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))
        POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0))
        """,
        """
        0|- 1 1, 0 1, 0 0, 1 0
        0|1 1 0, 1 1
        1|- 1 0, 2 0, 2 1, 1 1
        """);

    [Fact]
    public void An_enclave_shares_a_closed_arc() => Draws(
        """
        POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1))
        POLYGON ((1 1, 2 1, 2 2, 1 2, 1 1))
        """,
        """
        0|- 0 0, 9 0, 9 9, 0 9, 0 0
        0|1 1 1, 1 2, 2 2, 2 1, 1 1
        """);

    [Fact]
    public void A_vertex_that_only_one_neighbour_has_leaves_borders_with_one_side() => Draws(
        """
        POLYGON ((0 0, 1 0, 1 2, 0 2, 0 0))
        POLYGON ((1 0, 2 0, 2 2, 1 2, 1 1, 1 0))
        """,
        """
        0|- 1 0, 1 2
        0|- 1 2, 0 2, 0 0, 1 0
        1|- 1 0, 2 0, 2 2, 1 2
        1|- 1 2, 1 1, 1 0
        """);

    [Fact]
    public void Two_leaves_on_the_same_side_are_two_borders() => Draws(
        """
        POLYGON ((0 0, 1 0, 1 1, 0 0))
        POLYGON ((0 0, 1 0, 1 1, 0 0))
        """,
        """
        0|- 0 0, 1 0
        0|- 1 0, 1 1
        0|- 1 1, 0 0
        1|- 0 0, 1 0
        1|- 1 0, 1 1
        1|- 1 1, 0 0
        """);

    [Fact]
    public void Leaves_that_touch_at_a_point_share_a_node() => Draws(
        """
        POLYGON ((0 0, 1 0, 1 1, 0 0))
        POLYGON ((1 1, 2 1, 2 2, 1 1))
        """,
        """
        0|- 1 1, 0 0, 1 0, 1 1
        1|- 1 1, 2 1, 2 2, 1 1
        """);

    [Fact]
    public void A_spike_has_its_leaf_on_both_sides() => Draws(
        "POLYGON ((0 0, 2 0, 3 1, 2 0, 2 2, 0 0))",
        """
        0|- 2 0, 2 2, 0 0, 2 0
        0|0 2 0, 3 1
        """);

    [Theory]
    [InlineData("POLYGON EMPTY")]
    [InlineData("MULTIPOLYGON EMPTY")]
    [InlineData("POINT (1 1)")]
    [InlineData("POLYGON ((1 1, 1 1, 1 1, 1 1))")]
    public void Nothing_to_cover_is_a_leaf_without_rings(string wkt)
    {
        var coverage = CoverageBuilder.Build([new WKTReader().Read(wkt), null]);
        Assert.Equal((2, 0), (coverage.LeafCount, coverage.ArcCount));
        Assert.True(coverage.GetPolygon(0).IsEmpty);
    }

    [Fact]
    public void Polygons_come_back_as_they_were_added_up_to_start_and_direction() =>
        Tessellations.Clean.Sample(
            leaves =>
            {
                var coverage = CoverageBuilder.Build(leaves);
                for (var leaf = 0; leaf < leaves.Length; leaf++)
                {
                    Assert.True(Same(leaves[leaf], coverage.GetPolygon(leaf)));
                }
            },
            iter: 60);

    [Fact]
    public void Every_border_of_a_tessellation_is_there_once() =>
        Tessellations.Clean.Sample(
            leaves =>
            {
                var coverage = CoverageBuilder.Build(leaves);
                var edges = Enumerable.Range(0, coverage.ArcCount).SelectMany(arc =>
                    coverage.Vertices(arc).ToArray().Zip(coverage.Vertices(arc)[1..].ToArray())).ToList();
                var distinct = edges.Select(e => (e.First.X, e.First.Y).CompareTo((e.Second.X, e.Second.Y)) < 0 ? e : (e.Second, e.First)).Distinct();
                Assert.Equal(edges.Count, distinct.Count());
            },
            iter: 60);

    [Fact]
    public void Arcs_are_those_that_one_finds_edge_by_edge_in_clean_polygons_and_in_dirty_ones() =>
        Gen.OneOf(Tessellations.Clean, Tessellations.Dirty).Sample(
            static leaves => Assert.Equal(ArcOracle.Draw(leaves), ArcOracle.Draw(CoverageBuilder.Build(leaves))),
            iter: 2000);

    [Theory]
    [InlineData(60, "every vertex has many edges")]
    [InlineData(2000, "few vertices have more than one")]
    public void Arcs_are_those_where_there_are_so_many_that_several_threads_look_for_them(int side, string name)
    {
        var random = new Random(side);
        var leaves = Enumerable.Range(0, 8000).Select(_ => Triangle(random, side)).ToArray();
        Assert.True(ArcOracle.Draw(leaves) == ArcOracle.Draw(CoverageBuilder.Build(leaves)), name);
    }

    // Small, somewhere in a square; some are a line there and back, and none is a point.
    private static Polygon Triangle(Random random, int side)
    {
        var (x, y) = (random.Next(side), random.Next(side));
        Coordinate[] corners = [.. Enumerable.Range(0, 2).Select(
            _ => new Coordinate((x + random.Next(-1, 2)) * 1e-3, (y + random.Next(1, 3)) * 1e-3)), new(x * 1e-3, y * 1e-3)];
        return new Polygon(new LinearRing([.. corners, corners[0].Copy()]));
    }

    private static bool Same(Geometry a, Geometry b) =>
        a is MultiPolygon { NumGeometries: 1 } ? Same(a.GetGeometryN(0), b)
        : a.IsEmpty ? b.IsEmpty
        : Normal(a).EqualsExact(Normal(b));

    private static Geometry Normal(Geometry geometry) =>
        new GeometryEditor().Edit(geometry, new WithoutRepetitions()).Normalized();

    private sealed class WithoutRepetitions : GeometryEditor.CoordinateOperation
    {
        public override Coordinate[] Edit(Coordinate[] coordinates, Geometry geometry) =>
            CoordinateArrays.RemoveRepeatedPoints(coordinates);
    }

    private static void Draws(string map, string arcs)
    {
        var coverage = CoverageBuilder.Build(map.Split('\n').Select(new WKTReader().Read));
        var drawn = Enumerable.Range(0, coverage.ArcCount).Select(arc =>
            $"{Side(coverage.Left(arc))}|{Side(coverage.Right(arc))} " + string.Join(
                ", ", coverage.Vertices(arc).ToArray().Select(p => $"{p.ToLonLat().Lon} {p.ToLonLat().Lat}")));
        Assert.Equal(arcs, string.Join('\n', drawn.Order(StringComparer.Ordinal)));
    }

    private static string Side(int leaf) => leaf == Coverage.None ? "-" : leaf.ToString();
}
