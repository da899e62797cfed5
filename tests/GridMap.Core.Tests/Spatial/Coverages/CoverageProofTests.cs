using CsCheck;
using GridMap.Core.Checking;
using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Coverages;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.IO;
using NetTopologySuite.Operation.OverlayNG;

namespace GridMap.Core.Tests.Spatial.Coverages;

/// <summary>What is proved from the arcs alone, against NetTopologySuite looking at polygons.</summary>
public class CoverageProofTests
{
    private static readonly Gen<Geometry[]> Any = Gen.OneOf(Tessellations.Clean, Tessellations.Dirty);

    [Fact]
    public void What_is_proved_valid_NetTopologySuite_finds_valid() => Any.Sample(
        static leaves =>
        {
            var coverage = CoverageBuilder.Build(leaves);
            var proof = new CoverageProof(coverage);
            Assert.All(
                Enumerable.Range(0, coverage.LeafCount).Where(proof.IsValid),
                leaf => Assert.True(coverage.GetPolygon(leaf).IsValid));
        },
        iter: 1000);

    [Fact]
    public void Where_it_is_proved_to_tile_no_face_between_the_borders_is_free_or_covered_twice() => Any.Sample(
        static leaves =>
        {
            var coverage = CoverageBuilder.Build(leaves);
            if (new CoverageProof(coverage).IsTiling)
            {
                Assert.All(BorderFaces.List(coverage), static face => Assert.Equal(1, face.Covers));
            }
        },
        iter: 1000);

    [Fact]
    public void Where_it_is_proved_to_tile_the_polygons_together_are_as_large_as_their_sum_and_have_no_hole() => Any.Sample(
        static leaves =>
        {
            var coverage = CoverageBuilder.Build(leaves);
            if (new CoverageProof(coverage).IsTiling)
            {
                var polygons = Enumerable.Range(0, coverage.LeafCount).Select(coverage.GetPolygon).ToArray();
                var (sum, union) = (polygons.Sum(static p => p.Area), OverlayNGRobust.Union(polygons));
                Assert.InRange(union.Area, sum * (1 - 1e-9), sum * (1 + 1e-9));
                Assert.All(PolygonExtracter.GetPolygons(union), static p => Assert.Equal(0, ((Polygon)p).NumInteriorRings));
            }
        },
        iter: 1000);

    [Fact]
    public void Segments_meet_beyond_their_ends_where_NetTopologySuite_says_so()
    {
        var point = Gen.Select(Gen.Int[0, 6], Gen.Int[0, 6], static (x, y) => new LatticePoint(x, y));
        Gen.Select(point, point, point, point).Where(static (a, b, c, d) => a != b && c != d).Sample(
            static (a, b, c, d) =>
            {
                var shared = Line(a, b).Intersection(Line(c, d));
                var isEnd = shared is Point p && new[] { a, b }.Intersect([c, d]).Any(e => (e.X, e.Y) == (p.X, p.Y));
                Assert.Equal(!shared.IsEmpty && !isEnd, new BorderSegment(a, b).MeetsBeyondEnds(new BorderSegment(c, d)));
            },
            iter: 5000);
    }

    [Theory]
    [InlineData("POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0)) | POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0))", true, "two squares side by side")]
    [InlineData("POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0)) | POLYGON ((3 0, 4 0, 4 1, 3 1, 3 0))", true, "two islands")]
    [InlineData("POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0)) | POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0.5, 1 0))", false, "a vertex on one side only")]
    [InlineData("POLYGON ((0 0, 3 0, 3 3, 0 3, 0 0)) | POLYGON ((1 1, 2 1, 2 2, 1 2, 1 1))", false, "one in the other")]
    [InlineData("POLYGON ((0 0, 3 0, 3 3, 0 3, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))", false, "a hole")]
    [InlineData("POLYGON ((0 0, 3 0, 3 3, 0 3, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1)) | POLYGON ((1 1, 2 1, 2 2, 1 2, 1 1))", true, "a hole filled")]
    [InlineData("POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0)) | POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))", false, "the same twice")]
    public void A_tiling_is_proved_where_it_is_one(string picture, bool isTiling, string name)
    {
        var coverage = CoverageBuilder.Build(picture.Split('|').Select(static wkt => new WKTReader().Read(wkt)));
        Assert.True(isTiling == new CoverageProof(coverage).IsTiling, name);
    }

    private static LineString Line(LatticePoint a, LatticePoint b) => new([new(a.X, a.Y), new(b.X, b.Y)]);
}
