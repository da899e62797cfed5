using CsCheck;
using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Coverages;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace GridMap.Core.Tests.Spatial.Coverages;

public class PointInGridIndexTests
{
    private const string TwoByTwo = """
        POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))
        POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0))
        POLYGON ((0 1, 1 1, 1 2, 0 2, 0 1))
        POLYGON ((1 1, 2 1, 2 2, 1 2, 1 1))
        """;

    [Theory]
    [InlineData(0.5, 0.5, 0)]
    [InlineData(1.5, 1.5, 3)]
    public void A_point_inside_belongs_to_its_leaf(double lon, double lat, int leaf) => Owns(TwoByTwo, lon, lat, leaf);

    [Theory]
    [InlineData(1, 0.5, 1)]
    [InlineData(0, 0.5, 0)]
    [InlineData(2, 0.5, -1)]
    public void A_border_belongs_to_the_leaf_east_of_it(double lon, double lat, int leaf) =>
        Owns(TwoByTwo, lon, lat, leaf);

    [Theory]
    [InlineData(0.5, 1, 2)]
    [InlineData(0.5, 0, 0)]
    [InlineData(0.5, 2, -1)]
    public void A_border_due_east_west_belongs_to_the_leaf_north_of_it(double lon, double lat, int leaf) =>
        Owns(TwoByTwo, lon, lat, leaf);

    [Theory]
    [InlineData(1, 1, 3)]
    [InlineData(0, 0, 0)]
    [InlineData(2, 2, -1)]
    [InlineData(0, 2, -1)]
    [InlineData(2, 0, -1)]
    public void A_corner_belongs_to_the_leaf_north_east_of_it(double lon, double lat, int leaf) =>
        Owns(TwoByTwo, lon, lat, leaf);

    [Fact]
    public void A_hole_belongs_to_nobody_and_an_enclave_to_its_own_leaf()
    {
        const string map = """
            POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 1 4, 4 4, 4 1, 1 1), (5 5, 5 8, 8 8, 8 5, 5 5))
            POLYGON ((5 5, 8 5, 8 8, 5 8, 5 5))
            """;
        Owns(map, 2, 2, -1);
        Owns(map, 6, 6, 1);
        Owns(map, 4.5, 4.5, 0);
    }

    [Fact]
    public void Where_leaves_overlap_the_smallest_number_wins() =>
        Owns("""
            POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))
            POLYGON ((1 0, 3 0, 3 2, 1 2, 1 0))
            """, 1.5, 1, 0);

    [Fact]
    public void Longitude_180_is_taken_as_minus_180()
    {
        const string map = """
            POLYGON ((170 0, 180 0, 180 1, 170 1, 170 0))
            POLYGON ((-180 0, -170 0, -170 1, -180 1, -180 0))
            """;
        Owns(map, 180, 0.5, 1);
        Owns(map, -180, 0.5, 1);
        Owns(map, 179.999999999, 0.5, 0);
    }

    [Fact]
    public void An_empty_coverage_holds_nothing() =>
        Assert.Equal(Coverage.None, PointInGridIndex.Build(Coverage.Empty).Find(default));

    [Fact]
    public void Every_point_of_a_heap_of_rings_is_found_as_brute_force_finds_it() =>
        Tessellations.Dirty.Sample(
            leaves =>
            {
                var index = PointInGridIndex.Build(CoverageBuilder.Build(leaves));
                for (var at = 0; at < 144; at++)
                {
                    var point = new LatticePoint((at % 12) - 1, (at / 12) - 1);
                    OwnsAsBruteForceSays(leaves, index, point);
                }
            },
            iter: 200);

    [Fact]
    public void Points_on_and_one_step_beside_the_borders_of_a_tessellation_have_one_owner_as_brute_force_says() =>
        Gen.Select(Tessellations.Clean, Gen.Int[0, 1_000_000]).Sample(
            (leaves, seed) =>
            {
                var index = PointInGridIndex.Build(CoverageBuilder.Build(leaves));
                foreach (var point in PointsNearBorders(leaves, new Random(seed)))
                {
                    var truth = BruteForceOwner.FindAll(leaves, point);
                    Assert.True(truth.Length <= 1, "The tessellation overlaps.");
                    Assert.Equal(truth, index.FindAll(point));
                }
            },
            iter: 60);

    [Fact]
    public void Points_beside_winding_borders_have_the_owners_that_brute_force_says() =>
        Gen.Select(Tessellations.Winding, Gen.Int[0, 1_000_000]).Sample(
            (leaves, seed) =>
            {
                var index = PointInGridIndex.Build(CoverageBuilder.Build(leaves));
                foreach (var point in PointsNearBorders(leaves, new Random(seed)))
                {
                    OwnsAsBruteForceSays(leaves, index, point);
                }
            },
            iter: 60);

    [Fact]
    public void Many_points_at_once_are_found_as_one_by_one() =>
        Gen.Select(Gen.OneOf(Tessellations.Clean, Tessellations.Winding), Gen.Int[0, 1_000_000]).Sample(
            (leaves, seed) =>
            {
                var index = PointInGridIndex.Build(CoverageBuilder.Build(leaves));
                var points = PointsNearBorders(leaves, new Random(seed)).Append(new LatticePoint(-1, -1)).ToArray();
                var found = new int[points.Length];
                index.Find(points, found);
                Assert.Equal(points.Select(index.Find), found);
            },
            iter: 20);

    [Fact]
    public void Places_for_more_leaves_than_points_are_refused() =>
        Assert.Throws<ArgumentException>(
            () => PointInGridIndex.Build(Coverage.Empty).Find(new LatticePoint[2], new int[3]));

    [Fact]
    public void Two_hundred_leaves_that_meet_at_one_vertex_are_told_apart_beside_it()
    {
        var rim = Enumerable.Range(0, 200)
            .Select(i => new Coordinate(7 + Math.Cos(i * Math.Tau / 200), 7 + Math.Sin(i * Math.Tau / 200)))
            .Select(c => new Coordinate(Math.Round(c.X, 9), Math.Round(c.Y, 9))).ToArray();
        var leaves = rim.Select((c, i) => (Geometry)new Polygon(
            new LinearRing([new Coordinate(7, 7), c.Copy(), rim[(i + 1) % 200].Copy(), new Coordinate(7, 7)]))).ToArray();
        var index = PointInGridIndex.Build(CoverageBuilder.Build(leaves));
        var centre = LatticePoint.From(new LonLat(7, 7));
        for (var at = 0; at < 49; at++)
        {
            OwnsAsBruteForceSays(leaves, index, new LatticePoint(centre.X + (at % 7) - 3, centre.Y + (at / 7) - 3));
        }

        // Farther out they share ever fewer cells, and divisions of cells.
        for (var at = 0; at < 3000; at++)
        {
            var radius = Math.Pow(10, at * 9 / 3000.0);
            var point = new LatticePoint(
                centre.X + (long)(radius * Math.Cos(at * 2.4)), centre.Y + (long)(radius * Math.Sin(at * 2.4)));
            OwnsAsBruteForceSays(leaves, index, point);
        }
    }

    [Theory]
    [InlineData(5, 0.0001)]
    [InlineData(6, 0.01)]
    [InlineData(40, 1)]
    public void Leaves_that_are_the_same_take_hardly_more_room_than_others(int copies, double side) => TakesLittleRoom(
        [.. Enumerable.Range(0, copies).Select(Geometry (_) => Quadrilateral(side, side * 0.8))]);

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.5)]
    public void Leaves_inside_each_other_that_share_sides_take_hardly_more_room_than_others(double side) => TakesLittleRoom(
        [.. Enumerable.Range(1, 12).Select(Geometry (i) => Quadrilateral(side * i, side))]);

    [Theory]
    [InlineData(0.001)]
    [InlineData(1)]
    public void Slivers_one_step_wide_take_hardly_more_room_than_others(double side)
    {
        var sides = Enumerable.Range(0, 30).Select(i => i * 1e-9).ToArray();
        TakesLittleRoom([.. sides.Zip(sides.Skip(1), (west, east) => (Geometry)new Polygon(new LinearRing(
            [new(7 + west, 7), new(7 + east, 7), new(7 + side + east, 7 + side), new(7 + side + west, 7 + side), new(7 + west, 7)])))]);
    }

    [Fact]
    public void A_scribble_takes_room_by_its_vertices_and_not_by_its_crossings()
    {
        var random = new Random(3);
        var ring = Enumerable.Range(0, 4000).Select(_ => new Coordinate(random.NextDouble(), random.NextDouble())).ToList();
        TakesLittleRoom([new Polygon(new LinearRing([.. ring, ring[0].Copy()]))], bytesAVertex: 8000);
    }

    private static Polygon Quadrilateral(double width, double height) => new(new LinearRing(
        [new(7, 7), new(7 + width, 7), new(7 + width, 7 + height), new(7, 7 + (1.3 * height)), new(7, 7)]));

    // Told apart down to the lattice, they took many megabytes.
    private static void TakesLittleRoom(Geometry[] leaves, int bytesAVertex = 600)
    {
        var index = PointInGridIndex.Build(CoverageBuilder.Build(leaves));
        Assert.InRange(index.SizeInBytes, 0, 20_000 + (bytesAVertex * leaves.Sum(static leaf => leaf.NumPoints)));
        foreach (var point in PointsNearBorders(leaves, new Random(5)).Take(2000))
        {
            OwnsAsBruteForceSays(leaves, index, point);
        }
    }

    private static void OwnsAsBruteForceSays(Geometry[] leaves, PointInGridIndex index, LatticePoint point)
    {
        var truth = BruteForceOwner.FindAll(leaves, point);
        Assert.Equal(truth, index.FindAll(point));
        Assert.Equal(truth.Length == 0 ? Coverage.None : truth[0], index.Find(point));
    }

    private static IEnumerable<LatticePoint> PointsNearBorders(Geometry[] leaves, Random random)
    {
        var vertices = leaves.SelectMany(l => l.Coordinates)
            .Select(c => LatticePoint.From(new LonLat(c.X, c.Y))).ToArray();
        for (var i = 0; i + 1 < vertices.Length; i++)
        {
            var t = random.NextDouble();
            var (a, b) = (vertices[i], vertices[i + 1]);
            var between = new LatticePoint(a.X + (long)(t * (b.X - a.X)), a.Y + (long)(t * (b.Y - a.Y)));
            foreach (var (dx, dy) in new[] { (0, 0), (random.Next(-1, 2), random.Next(-1, 2)) })
            {
                yield return new LatticePoint(a.X + dx, a.Y + dy);
                yield return new LatticePoint(between.X + dx, between.Y + dy);
                yield return new LatticePoint(between.X + (dx * (b.Y - a.Y) / 2), between.Y);
            }
        }
    }

    private static void Owns(string map, double lon, double lat, int leaf)
    {
        var leaves = map.Split('\n').Select(new WKTReader().Read);
        var index = PointInGridIndex.Build(CoverageBuilder.Build(leaves));
        Assert.Equal(leaf, index.Find(LatticePoint.From(new LonLat(lon, lat))));
    }
}
