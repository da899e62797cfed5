using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Coverages;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Tests.Spatial.Coverages;

public class LeafLocatorTests
{
    [Fact]
    public void It_finds_what_the_index_finds_and_who_is_across_as_a_rule() => Compare(Strips(60, 500));

    [Fact]
    public void A_last_leaf_with_vertices_far_apart_is_found_as_well()
    {
        var border = Border(60, 500);
        Compare([
            .. Strips(60, 500), new Polygon(new LinearRing(
                [.. border.Reverse(), new(border[0].X + 5, border[0].Y), new(border[^1].X + 5, border[^1].Y), border[^1]])),
        ]);
    }

    private static void Compare(Geometry[] leaves)
    {
        var coverage = CoverageBuilder.Build(leaves);
        var (index, borders) = (PointInGridIndex.Build(coverage), BorderIndex.Build(coverage));
        var locator = new LeafLocator(coverage, index, borders);
        Assert.True(locator.SizeInBytes > 0, "A small coverage needs no guesses: these strips are to be more.");

        var (right, inside) = (0, 0);
        foreach (var point in Points(coverage))
        {
            var leaf = index.Find(point);
            Assert.Equal(leaf, locator.Find(point, out _, out var likelyAcross));
            inside += leaf == Coverage.None ? 0 : 1;
            right += leaf != Coverage.None && borders.FindNearest(point, leaf)?.Across == likelyAcross ? 1 : 0;
        }

        Assert.True(right > inside / 2, $"Of {inside} guesses, {right} were right.");
    }

    [Fact]
    public void Without_leaves_it_finds_none()
    {
        var locator = new LeafLocator(
            Coverage.Empty, PointInGridIndex.Build(Coverage.Empty), BorderIndex.Build(Coverage.Empty));
        Assert.Equal(Coverage.None, locator.Find(new LatticePoint(1, 2), out _, out var across));
        Assert.Equal(Coverage.None, across);
    }

    /// <summary>Every vertex, one lattice step beside it, and points anywhere around, also outside.</summary>
    private static IEnumerable<LatticePoint> Points(Coverage coverage)
    {
        var random = new Random(5);
        var box = LatticeBox.Of(coverage.AllVertices);
        foreach (var vertex in coverage.AllVertices.ToArray())
        {
            yield return vertex;
            yield return new(vertex.X + random.Next(-1, 2), vertex.Y + random.Next(-1, 2));
            yield return new(
                random.NextInt64(box.MinX - 1000, box.MaxX + 1000), random.NextInt64(box.MinY - 1000, box.MaxY + 1000));
        }
    }

    /// <summary>Strips from south to north, their common borders waves of many vertices; each third one is not there.</summary>
    private static Geometry[] Strips(int count, int vertices) =>
        [.. Enumerable.Range(0, count).Where(static strip => strip % 3 != 1).Select(strip => new Polygon(new LinearRing(
            [.. Border(strip + 1, vertices), .. Border(strip, vertices).Reverse(), Border(strip + 1, vertices)[0]])))];

    private static Coordinate[] Border(int border, int vertices) => [.. Enumerable.Range(0, vertices).Select(i => new Coordinate(
        Math.Round(7 + (border * 0.01) + (0.004 * Math.Sin((i / 9.0) + border)), 9), Math.Round(50 + (i * 0.0012), 9)))];
}
