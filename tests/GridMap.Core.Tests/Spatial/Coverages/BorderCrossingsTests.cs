using CsCheck;
using GridMap.Core.Spatial.Coverages;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Tests.Spatial.Coverages;

/// <summary>The leaves whose borders cross others, against each segment compared with each.</summary>
public class BorderCrossingsTests
{
    [Fact]
    public void Small_coverages_clean_and_dirty() => Gen.OneOf(Tessellations.Clean, Tessellations.Dirty).Sample(
        static leaves =>
        {
            var coverage = CoverageBuilder.Build(leaves);
            Assert.Equal(CompareAll(coverage), BorderCrossings.Find(coverage));
        },
        iter: 2000);

    [Theory]
    [InlineData(1, 0, "spread evenly")]
    [InlineData(0.02, 0, "crowded in a corner, so that a few cells hold them all")]
    [InlineData(1, 3, "with some that reach over all others")]
    public void Large_coverages(double extent, int large, string name)
    {
        // A few of the others lie far away.
        var random = new Random(5);
        var leaves = Enumerable.Range(0, 4500)
            .Select(i => Triangle(random, i % 1000 == 0 ? 1 : extent, (i < large ? 1 : 0.003) * extent)).ToArray();
        var coverage = CoverageBuilder.Build(leaves);
        var crossed = CompareAll(coverage);
        Assert.True(crossed.Count(static c => c) is > 100 and < 4400, name);
        Assert.Equal(crossed, BorderCrossings.Find(coverage));
    }

    private static Polygon Triangle(Random random, double extent, double size)
    {
        var (x, y) = (random.NextDouble() * extent, random.NextDouble() * extent);
        Coordinate[] corners = [.. Enumerable.Range(0, 3).Select(
            _ => new Coordinate(x + (random.NextDouble() * size), y + (random.NextDouble() * size)))];
        return new Polygon(new LinearRing([.. corners, corners[0].Copy()]));
    }

    private static bool[] CompareAll(Coverage coverage)
    {
        var crossed = new bool[coverage.LeafCount];
        (int Arc, BorderSegment Segment)[] segments = [.. Enumerable.Range(0, coverage.ArcCount).SelectMany(arc =>
            Enumerable.Range(coverage.FirstVertex(arc), coverage.FirstVertex(arc + 1) - coverage.FirstVertex(arc) - 1)
                .Select(v => (arc, new BorderSegment(coverage.AllVertices[v], coverage.AllVertices[v + 1]))))];
        for (var i = 0; i < segments.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (segments[i].Segment.MeetsBeyondEnds(segments[j].Segment))
                {
                    Mark(coverage, segments[i].Arc, crossed);
                    Mark(coverage, segments[j].Arc, crossed);
                }
            }
        }

        return crossed;
    }

    private static void Mark(Coverage coverage, int arc, bool[] crossed)
    {
        foreach (var leaf in new[] { coverage.Left(arc), coverage.Right(arc) }.Where(static leaf => leaf != Coverage.None))
        {
            crossed[leaf] = true;
        }
    }
}
