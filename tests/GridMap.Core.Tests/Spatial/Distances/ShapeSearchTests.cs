using CsCheck;
using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Distances;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Tests.Spatial.Distances;

public class ShapeSearchTests
{
    private static readonly Gen<LonLat> From = Gen.Select(
        Gen.OneOf(Gen.Double[-170, 170], Gen.Double[177, 179], Gen.Double[-179, -177]),
        Gen.OneOf(Gen.Double[-70, 70], Gen.Double[77, 81], Gen.Double[-81, -77]),
        static (lon, lat) => new LonLat(lon, lat));

    // From a metre to 60 km away, and as long or much longer or shorter.
    private static readonly Gen<double> Order = Gen.Double[0, 4.8];

    [Fact]
    public void The_nearest_edge_of_a_line_is_the_least_of_all_edges() =>
        Gen.Select(From, Order, Gen.Double[0, 360], Order, Gen.Int[2, 40], Gen.Int[0, int.MaxValue]).Sample(
            static (from, order, azimuth, size, count, seed) =>
            {
                var line = LineAt(Geodesic.Direct(from, azimuth, Math.Pow(10, order)), Math.Pow(10, size), count, new Random(seed));
                var found = ShapeDistance.Nearest(from, line);
                var (least, at) = LeastOf(new PointFrame(from), line.Coordinates);
                Assert.Equal(least, found.Metres, 1e-6);
                Assert.Equal(0, Geodesic.Distance(at, found.Point), found.Metres < 50_000 ? 0.01 : 10);
            },
            iter: 20_000);

    /// <summary>A random walk: some vertices are repeated, some turns go straight back, some lines are closed.</summary>
    private static LineString LineAt(LonLat start, double size, int count, Random random)
    {
        var step = size / count / 111_000;
        var vertices = new List<Coordinate> { new(start.Lon, start.Lat) };
        while (vertices.Count < count)
        {
            var last = vertices[^1];
            vertices.Add(random.Next(8) switch
            {
                0 => last.Copy(),
                1 when vertices.Count > 1 => vertices[^2].Copy(),
                _ => new(
                    Math.Clamp(last.X + (step * (random.NextDouble() - 0.4)), -180, 180),
                    Math.Clamp(last.Y + (step * (random.NextDouble() - 0.4)), -89, 89)),
            });
        }

        if (random.Next(4) == 0)
        {
            vertices[^1] = vertices[0].Copy();
        }

        return new LineString([.. vertices]);
    }

    /// <summary>Every edge on its own.</summary>
    private static (double Metres, LonLat At) LeastOf(in PointFrame from, Coordinate[] line)
    {
        var (least, at) = (double.PositiveInfinity, default(LonLat));
        for (var i = 1; i < line.Length; i++)
        {
            var edge = new Edge(line[i - 1].X, line[i - 1].Y, line[i].X, line[i].Y);
            var (fraction, metres) = SegmentDistance.Nearest(from, edge.ALon, edge.ALat, edge.BLon, edge.BLat);
            (least, at) = metres < least ? (metres, edge.At(fraction)) : (least, at);
        }

        return (least, at);
    }
}
