using CsCheck;
using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Coverages;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Tests.Spatial.Coverages;

public class LeafLocatorTests
{
    private static readonly Gen<(Geometry[] Leaves, int[] Places)> Scenes =
        Gen.Select(Gen.OneOf(Tessellations.Clean, Tessellations.Dirty), Gen.Int[0, 1 << 20].Array[20]);

    [Fact]
    public void It_finds_what_the_index_and_the_borders_find_one_after_the_other() => Scenes.Sample(
        static (leaves, places) =>
        {
            var coverage = CoverageBuilder.Build(leaves);
            var (index, borders) = (PointInGridIndex.Build(coverage), BorderIndex.Build(coverage));
            var locator = new LeafLocator(coverage, index, borders);
            foreach (var point in Points(coverage, places))
            {
                var leaf = index.Find(point);
                Assert.Equal(leaf, locator.Find(point, out var border));
                Assert.Equal(leaf == Coverage.None ? null : borders.FindNearest(point, leaf), border);
            }
        },
        iter: 500);

    [Fact]
    public void Without_leaves_it_finds_none()
    {
        var locator = new LeafLocator(
            Coverage.Empty, PointInGridIndex.Build(Coverage.Empty), BorderIndex.Build(Coverage.Empty));
        Assert.Equal((Coverage.None, null), (locator.Find(new LatticePoint(1, 2), out var border), border));
    }

    /// <summary>Vertices, points between two of them, and points beside.</summary>
    private static IEnumerable<LatticePoint> Points(Coverage coverage, int[] places)
    {
        for (var i = 1; i < places.Length && coverage.VertexCount > 0; i++)
        {
            var a = coverage.AllVertices[places[i] % coverage.VertexCount];
            var b = coverage.AllVertices[places[i - 1] % coverage.VertexCount];
            yield return a;
            yield return new LatticePoint((a.X + b.X) / 2, (a.Y + b.Y) / 2);
            yield return new LatticePoint(a.X + (i % 3) - 1, b.Y);
        }
    }
}
