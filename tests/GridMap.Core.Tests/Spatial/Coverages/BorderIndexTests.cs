using CsCheck;
using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Coverages;
using GridMap.Core.Spatial.Distances;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Tests.Spatial.Coverages;

public class BorderIndexTests
{
    private const int Side = 4;

    /// <summary>A sheet of jittered quadrilaterals somewhere on earth, from 0.1 mm to 50 km across each.</summary>
    private static readonly Gen<(LatticePoint Origin, double Step, double[] Jitter)> Sheet =
        from lon in Gen.Long[-178_900_000_000, 178_500_000_000]
        from lat in Gen.OneOf(Gen.Long[-82_000_000_000, 82_000_000_000], Gen.Long[79_900_000_000, 80_100_000_000])
        from magnitude in Gen.Double[1, 8.7]
        from jitter in Gen.Double[-0.3, 0.3].Array[(Side + 1) * (Side + 1) * 2]
        select (new LatticePoint(lon, lat), Math.Pow(10, magnitude), jitter);

    [Fact]
    public void The_nearest_border_of_a_leaf_is_that_of_brute_force()
    {
        var place = Gen.Select(Gen.Double[0, Side], Gen.Double[0, Side]).Array[30];
        Gen.Select(Sheet, place).Sample(
            static (sheet, places) =>
            {
                var (origin, step, _) = sheet;
                var coverage = CoverageBuilder.Build(Leaves(sheet));
                var (index, borders) = (PointInGridIndex.Build(coverage), BorderIndex.Build(coverage));
                foreach (var (x, y) in places)
                {
                    var point = new LatticePoint(origin.X + (long)(x * step), origin.Y + (long)(y * step));
                    if (index.Find(point) is >= 0 and var leaf)
                    {
                        Compare(coverage, point, leaf, borders.FindNearest(point, leaf));
                    }
                }
            },
            iter: 300);
    }

    [Fact]
    public void The_nearest_border_of_any_is_that_of_brute_force_also_from_outside()
    {
        var place = Gen.Select(Gen.Double[-2 * Side, 3 * Side], Gen.Double[-2 * Side, 3 * Side]).Array[30];
        Gen.Select(Sheet, place).Sample(
            static (sheet, places) =>
            {
                var (origin, step, _) = sheet;
                var coverage = CoverageBuilder.Build(Leaves(sheet));
                var borders = BorderIndex.Build(coverage);
                foreach (var point in places.Select(p => new LatticePoint(
                    origin.X + (long)(p.Item1 * step), origin.Y + (long)(p.Item2 * step))).Where(static p => p.ToLonLat().IsValid))
                {
                    var hit = Assert.NotNull(borders.FindNearest(point));
                    Assert.Equal(ArcDistances(coverage, point, null).Min(static a => a.Metres), hit.DistanceMetres, 1e-3);
                }
            },
            iter: 300);
    }

    [Fact]
    public void Where_two_neighbours_are_equally_near_the_first_arc_wins()
    {
        // The corner that b and c share is the nearest place of a's border, and lies on two arcs.
        var coverage = CoverageBuilder.Build(
        [
            Square(0, 0, 1000), Square(1000, 0, 1000), Square(0, 1000, 1000),
        ]);
        var hit = BorderIndex.Build(coverage).FindNearest(new LatticePoint(1000, 1000), 0)!.Value;
        Assert.Equal((0, coverage.Across(0, 0)), (hit.DistanceMetres, hit.Across));
    }

    [Fact]
    public void Borders_with_vertices_far_apart_are_found_as_well()
    {
        // Three degrees and more from vertex to vertex: too far for the 32 bits of a run's offsets.
        const long Degree = 1_000_000_000;
        var coverage = CoverageBuilder.Build([Square(0, 0, 5 * Degree), Square(5 * Degree, 0, 3 * Degree)]);
        var borders = BorderIndex.Build(coverage);
        foreach (var (point, leaf) in new[]
        {
            (new LatticePoint((5 * Degree) - 1000, 2 * Degree), 0), (new LatticePoint((5 * Degree) + 1000, 2 * Degree), 1),
            (new LatticePoint(1000, 4 * Degree), 0), (new LatticePoint(7 * Degree, Degree / 2), 1),
        })
        {
            Compare(coverage, point, leaf, borders.FindNearest(point, leaf));
        }
    }

    private static void Compare(Coverage coverage, LatticePoint point, int leaf, BorderHit? found)
    {
        (int Arc, double Metres)[] all = [.. ArcDistances(coverage, point, leaf)];
        var expected = all.Min(static a => a.Metres);
        var hit = Assert.NotNull(found);
        Assert.Equal(expected, hit.DistanceMetres, 1e-3);
        Assert.Contains(hit.Across, all.Where(a => a.Metres < expected + 1e-3).Select(a => coverage.Across(a.Arc, leaf)));
    }

    private static IEnumerable<(int Arc, double Metres)> ArcDistances(Coverage coverage, LatticePoint point, int? leaf)
    {
        var from = new PointFrame(point.ToLonLat());
        for (var arc = 0; arc < coverage.ArcCount; arc++)
        {
            var vertices = coverage.Vertices(arc);
            if (coverage.Left(arc) != coverage.Right(arc)
                && (leaf is null || coverage.Left(arc) == leaf || coverage.Right(arc) == leaf))
            {
                var metres = double.PositiveInfinity;
                for (var i = 1; i < vertices.Length; i++)
                {
                    var (a, b) = (vertices[i - 1].ToLonLat(), vertices[i].ToLonLat());
                    metres = Math.Min(metres, SegmentDistance.Nearest(from, a.Lon, a.Lat, b.Lon, b.Lat).Metres);
                }

                yield return (arc, metres);
            }
        }
    }

    /// <summary>Two neighbouring cells make a leaf.</summary>
    private static List<Geometry> Leaves((LatticePoint Origin, double Step, double[] Jitter) sheet)
    {
        var leaves = new List<Geometry>();
        for (var row = 0; row < Side; row++)
        {
            for (var column = 0; column < Side; column += 2)
            {
                leaves.Add(new Polygon(new LinearRing(
                [
                    At(sheet, column, row), At(sheet, column + 1, row), At(sheet, column + 2, row),
                    At(sheet, column + 2, row + 1), At(sheet, column + 1, row + 1), At(sheet, column, row + 1),
                    At(sheet, column, row),
                ])));
            }
        }

        return leaves;
    }

    private static Coordinate At((LatticePoint Origin, double Step, double[] Jitter) sheet, int column, int row)
    {
        var at = ((row * (Side + 1)) + column) * 2;
        return Position(
            sheet.Origin.X + (long)((column + sheet.Jitter[at]) * sheet.Step),
            sheet.Origin.Y + (long)((row + sheet.Jitter[at + 1]) * sheet.Step));
    }

    private static Polygon Square(long x, long y, long size) => new(new LinearRing(
        [Position(x, y), Position(x + size, y), Position(x + size, y + size), Position(x, y + size), Position(x, y)]));

    private static Coordinate Position(long x, long y)
    {
        var (lon, lat) = new LatticePoint(x, y).ToLonLat();
        return new Coordinate(lon, lat);
    }
}
