using CsCheck;
using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Distances;
using GridMap.Core.Spatial.Nearest;
using GridMap.Core.Tests.Spatial.Distances;

namespace GridMap.Core.Tests.Spatial.Nearest;

public class DistanceBoundTests
{
    private const double Rounding = 1e-4;

    private static readonly Gen<double> Rim = Gen.OneOf<double>(500, 4_000, 32_000, 256_000);

    [Fact]
    public void Within_the_rim_the_distance_to_a_place_is_between_the_bounds_of_the_plane() =>
        Gen.Select(Places.Anywhere, Gen.Double[0, 360], Gen.Double[0, 1], Rim).Sample(
            (from, azimuth, share, rim) =>
            {
                var point = LatticePoint.From(from);
                var place = LatticePoint.From(Geodesic.Direct(from, azimuth, rim * share));
                var metres = Geodesic.Distance(point.ToLonLat(), place.ToLonLat());
                var bound = new PlaneBound(point, rim);
                Assert.True(Math.Min(Math.Sqrt(bound.Least(LatticeBox.Of(place))), rim) <= metres + Rounding);
                Assert.True(Math.Sqrt(bound.Most(LatticeBox.Of(place))) >= metres - Rounding);
            },
            iter: 20_000);

    [Fact]
    public void Away_from_the_poles_the_plane_is_off_by_less_than_a_thousandth_at_500_metres() =>
        Gen.Select(Gen.Double[-180, 180], Gen.Double[-60, 60], Gen.Double[0, 360]).Sample((lon, lat, azimuth) =>
        {
            var point = LatticePoint.From(new(lon, lat));
            var place = LatticePoint.From(Geodesic.Direct(point.ToLonLat(), azimuth, 490));
            var bound = new PlaneBound(point, 500);
            Assert.InRange(Math.Sqrt(bound.Least(LatticeBox.Of(place))), 489.5, 490.001);
            Assert.InRange(Math.Sqrt(bound.Most(LatticeBox.Of(place))), 489.999, 490.5);
        });

    [Fact]
    public void The_distance_to_the_nearest_corner_of_a_box_is_between_the_bounds() =>
        Gen.Select(Places.Near, Places.Edge, Rim).Sample(
            (move, box, rim) =>
            {
                var from = LatticePoint.From(
                    new(Places.Wrap(box.A.Lon + move.Lon), Math.Clamp(box.A.Lat + move.Lat, -90, 90)));
                var corner = LatticePoint.From(box.A);
                var other = LatticePoint.From(new(Math.Clamp(box.B.Lon, -180, 180), box.B.Lat));
                var whole = LatticeBox.Of(corner).Union(LatticeBox.Of(other));
                var metres = Math.Min(
                    Geodesic.Distance(from.ToLonLat(), corner.ToLonLat()),
                    Geodesic.Distance(from.ToLonLat(), other.ToLonLat()));
                var plane = new PlaneBound(from, rim);
                var far = new FarBound(from);
                Assert.True(Math.Min(Math.Sqrt(plane.Least(whole)), rim) <= metres + Rounding, $"{from} {whole} {rim}");
                Assert.True(Math.Sqrt(plane.Most(whole)) >= metres - Rounding, $"{from} {whole} {rim}");
                Assert.True(Math.Sqrt(far.Least(whole)) <= metres + Rounding, $"{from} {whole}");
                Assert.True(Math.Sqrt(far.Most(whole)) >= metres - Rounding, $"{from} {whole}");
            },
            iter: 20_000);

    [Fact]
    public void Of_many_boxes_at_once_the_bounds_are_those_of_each() =>
        Gen.Select(Places.Anywhere, Gen.OneOf<double>(1e-6, 0.01, 5), Gen.Int[1, 32], Gen.Bool, Rim).Sample(
            (from, spread, count, points, rim) =>
            {
                var random = new Random(count);
                LatticePoint Place() => LatticePoint.From(new(
                    Places.Wrap(from.Lon + (spread * random.NextDouble())),
                    Math.Clamp(from.Lat + (spread * random.NextDouble()), -90, 90)));
                LatticeBox[] boxes = [.. Enumerable.Range(0, count)
                    .Select(_ => points ? LatticeBox.Of(Place()) : LatticeBox.Of(Place()).Union(LatticeBox.Of(Place())))];
                var tree = new BoxTree(boxes, [.. Enumerable.Range(0, count)]);
                AssertSame(new PlaneBound(LatticePoint.From(from), rim), tree);
                AssertSame(new FarBound(LatticePoint.From(from)), tree);
            },
            iter: 2_000);

    [Theory]
    [InlineData(179.999, 0, -179.999, 0, 222.6)]
    [InlineData(-180, 10, 180, 10, 0)]
    [InlineData(0, 89.999, 180, 89.999, 0)]
    public void Across_the_date_line_and_over_a_pole_the_least_distance_is(
        double lon, double lat, double placeLon, double placeLat, double metres) =>
        Assert.Equal(
            metres,
            Math.Sqrt(new PlaneBound(LatticePoint.From(new(lon, lat)), 500)
                .Least(LatticeBox.Of(LatticePoint.From(new(placeLon, placeLat))))),
            0.1);

    private static void AssertSame<TBound>(in TBound bound, BoxTree tree)
        where TBound : struct, IDistanceBound
    {
        Span<double> least = stackalloc double[BoxTree.LeafSize];
        Span<double> most = stackalloc double[BoxTree.LeafSize];
        bound.Between(tree.LeafAt(0), least, most);
        for (var i = 0; i < tree.Count; i++)
        {
            Assert.Equal(bound.Least(tree.BoxAt(i)), least[i]);
            Assert.Equal(bound.Most(tree.BoxAt(i)), most[i]);
        }

        Span<double> nodes = stackalloc double[BoxTree.Fanout];
        bound.Least(tree.Sides(0, 0), nodes);
        Assert.Equal(bound.Least(tree.Node(0, 0)), nodes[0]);
    }
}
