using CsCheck;
using GridMap.Core.Spatial;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;

namespace GridMap.Core.Tests.Spatial.Coverages;

/// <summary>Small random coverages: valid ones, and heaps of arbitrary rings.</summary>
internal static class Tessellations
{
    /// <summary>A square of jittered points cut into triangles; each goes to one of a few leaves, or to none.</summary>
    public static readonly Gen<Geometry[]> Clean =
        from side in Gen.Int[2, 5]
        from spread in Gen.Long[10, 2_000_000_000]
        from jitter in Gen.Double[-0.2, 0.2].Array[(side + 1) * (side + 1) * 2]
        from flip in Gen.Bool.Array[side * side]
        from owner in Gen.Int[-1, 4].Array[side * side * 2]
        from dissolved in Gen.Bool
        select Triangulate(side, spread, jitter, flip, owner, dissolved);

    /// <summary>
    /// Strips from south to north side by side, whose common borders wind: many vertices lie close to one another, or up
    /// to a degree apart.
    /// </summary>
    public static readonly Gen<Geometry[]> Winding =
        from strips in Gen.Int[1, 4]
        from width in Gen.OneOf(Gen.Long[4, 40], Gen.Long[1_000, 10_000_000], Gen.Long[200_000_000, 900_000_000])
        from height in Gen.OneOf(Gen.Const(0L), Gen.Long[1, 3], Gen.Long[1_000, 1_000_000])
        from east in Gen.Double[0, 0.999].Array[40].Array[strips + 1]
        from north in Gen.Double[0, 1].Array[40]
        select Wind(strips, width, height, east, north);

    /// <summary>Arbitrary polygons on a tiny lattice: they cross themselves and one another, and repeat vertices.</summary>
    public static readonly Gen<Geometry[]> Dirty =
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9]).Array[1, 7].Array[1, 3].Array[1, 4].Select(
            leaves => Array.ConvertAll<(int, int)[][], Geometry>(leaves, Heap));

    public static LonLat At(long x, long y) => new LatticePoint(x, y).ToLonLat();

    private static Geometry[] Wind(int strips, long width, long height, double[][] east, double[] north)
    {
        LonLat[] Border(int border)
        {
            var (at, y) = (new LonLat[north.Length], 0L);
            for (var i = 0; i < at.Length; i++)
            {
                at[i] = At((border * width) + (long)(east[border][i] * width), y);
                y += (long)(height * north[i]) + (i % 3 == 0 ? 1 : 0);
            }

            return at;
        }

        return [.. Enumerable.Range(0, strips).Select(
            strip => (Geometry)Ring([.. Border(strip + 1), .. Border(strip).Reverse()]))];
    }

    private static MultiPolygon Heap((int X, int Y)[][] rings) =>
        new MultiPolygon(Array.ConvertAll(rings, ring => Ring([.. ring.Select(p => At(p.X, p.Y))])));

    private static Polygon Ring(LonLat[] points) =>
        new(new LinearRing([.. points.Append(points[0]).Append(points[0]).Select(p => new Coordinate(p.Lon, p.Lat))]));

    private static Geometry[] Triangulate(
        int side, long spread, double[] jitter, bool[] flip, int[] owner, bool dissolved)
    {
        LonLat Corner(int column, int row)
        {
            var at = ((row * (side + 1)) + column) * 2;
            return At((long)((column + jitter[at]) * spread), (long)((row + jitter[at + 1]) * spread));
        }

        var parts = new List<Polygon>[5];
        for (var leaf = 0; leaf < parts.Length; leaf++)
        {
            parts[leaf] = [];
        }

        for (var cell = 0; cell < side * side; cell++)
        {
            var (column, row) = (cell % side, cell / side);
            LonLat[] square =
                [Corner(column, row), Corner(column + 1, row), Corner(column + 1, row + 1), Corner(column, row + 1)];
            var start = flip[cell] ? 1 : 0;
            Put(parts, owner[cell * 2], Ring([square[start], square[start + 1], square[start + 2]]));
            Put(parts, owner[(cell * 2) + 1], Ring([square[start], square[start + 2], square[(start + 3) % 4]]));
        }

        return Array.ConvertAll(parts, p => Join(p, dissolved));
    }

    private static Geometry Join(List<Polygon> parts, bool dissolved)
    {
        Geometry all = new MultiPolygon([.. parts]);
        return dissolved && parts.Count > 0 ? CascadedPolygonUnion.Union([.. parts]) : all;
    }

    private static void Put(List<Polygon>[] parts, int owner, Polygon triangle)
    {
        if (owner >= 0)
        {
            parts[owner].Add(triangle);
        }
    }
}
