using CsCheck;
using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Coverages;

namespace GridMap.Core.Tests.Spatial.Coverages;

public class BorderRunTests
{
    private static readonly Gen<LatticePoint> Vertex =
        Gen.Select(Gen.Long[-1_000_000_000, 1_000_000_000], Gen.Long[-1_000_000_000, 1_000_000_000])
            .Select(static (x, y) => new LatticePoint(116_000_000_000 + x, 39_000_000_000 + y));

    [Fact]
    public void Each_segment_is_where_it_is_and_the_rest_repeat_the_last_one() =>
        Gen.Select(Vertex.Array[2, 9], Vertex).Sample((vertices, point) =>
        {
            Assert.True(BorderRun.Fits(vertices));
            new BorderRun(vertices).SeeFrom(point, out var startX, out var startY, out var endX, out var endY);

            HashSet<LatticePoint> last = [vertices[^2], vertices[^1]];
            for (var i = 0; i < BorderRun.MaxSegments; i++)
            {
                var start = new LatticePoint(point.X + (long)startX[i], point.Y + (long)startY[i]);
                var end = new LatticePoint(point.X + (long)endX[i], point.Y + (long)endY[i]);
                if (i < vertices.Length - 1)
                {
                    Assert.Equal((vertices[i], vertices[i + 1]), (start, end));
                }
                else
                {
                    Assert.Equal(last, [start, end]);
                }
            }
        });

    [Fact]
    public void What_is_more_than_2_degrees_away_does_not_fit()
    {
        LatticePoint[] vertices = [new(0, 0), new(1, 1), new(int.MinValue, int.MaxValue)];
        Assert.True(BorderRun.Fits(vertices));
        Assert.False(BorderRun.Fits([.. vertices, new(0, int.MaxValue + 1L)]));
        Assert.False(BorderRun.Fits([.. vertices, new(int.MinValue - 1L, 0)]));
    }
}
