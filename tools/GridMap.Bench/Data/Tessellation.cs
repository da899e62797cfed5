using NetTopologySuite.Geometries;

namespace GridMap.Bench.Data;

/// <summary>
/// A seeded tessellation of irregular polygons, the same as everybody measures on: rows × columns quadrilaterals with
/// moved corners and winding sides. Neighbours share every vertex; coordinates have seven decimals.
/// </summary>
internal sealed class Tessellation
{
    private const double West = 119, South = 36, Extent = 0.5;

    private readonly Random random;
    private readonly int columns;
    private readonly int rows;
    private readonly int segments;

    private Tessellation(int columns, int rows, int segments, int seed)
    {
        (this.columns, this.rows, this.segments) = (columns, rows, segments);
        random = new Random(seed);
    }

    /// <summary>The polygons.</summary>
    /// <param name="columns">From west to east.</param>
    /// <param name="rows">From south to north.</param>
    /// <param name="segments">Straight pieces in each of a polygon's four sides.</param>
    /// <param name="seed">The same seed gives the same polygons.</param>
    public static Polygon[] Create(int columns, int rows, int segments, int seed) =>
        new Tessellation(columns, rows, segments, seed).Polygons();

    /// <summary>7,000 polygons with 796,800 vertices, more or less: the set that the goals are stated on.</summary>
    public static Polygon[] Standard() => Create(100, 70, 28, seed: 1);

    private Polygon[] Polygons()
    {
        var corners = new Coordinate[columns + 1, rows + 1];
        for (var i = 0; i <= columns; i++)
        {
            for (var j = 0; j <= rows; j++)
            {
                corners[i, j] = new Coordinate(
                    West + (Extent * (i + Jitter(0.5)) / columns), South + (Extent * (j + Jitter(0.5)) / rows));
            }
        }

        var eastward = Sides(corners, columns, rows + 1, (i, j) => (i + 1, j));
        var northward = Sides(corners, columns + 1, rows, (i, j) => (i, j + 1));
        var polygons = new Polygon[columns * rows];
        for (var i = 0; i < columns; i++)
        {
            for (var j = 0; j < rows; j++)
            {
                polygons[(j * columns) + i] = new Polygon(new LinearRing([
                    .. eastward[i, j][..^1], .. northward[i + 1, j][..^1],
                    .. Reversed(eastward[i, j + 1]), .. Reversed(northward[i, j]), eastward[i, j][0].Copy()]));
            }
        }

        return polygons;
    }

    private Coordinate[,][] Sides(Coordinate[,] corners, int width, int height, Func<int, int, (int, int)> next)
    {
        var sides = new Coordinate[width, height][];
        for (var i = 0; i < width; i++)
        {
            for (var j = 0; j < height; j++)
            {
                var (k, l) = next(i, j);
                sides[i, j] = Side(corners[i, j], corners[k, l]);
            }
        }

        return sides;
    }

    private Coordinate[] Side(Coordinate from, Coordinate to)
    {
        var (dx, dy, phase) = (to.X - from.X, to.Y - from.Y, random.NextDouble() * 6);
        var side = new Coordinate[segments + 1];
        for (var k = 0; k <= segments; k++)
        {
            var t = (double)k / segments;
            var wave = (0.08 * Math.Sin(phase + (t * 9))) + (0.03 * Math.Sin((phase * 2) + (t * 31))) + Jitter(0.01);
            wave *= Math.Sin(t * Math.PI);
            side[k] = new Coordinate(
                Math.Round(from.X + (dx * t) - (dy * wave), 7), Math.Round(from.Y + (dy * t) + (dx * wave), 7));
        }

        return side;
    }

    private static Coordinate[] Reversed(Coordinate[] side) => [.. side[1..].Reverse()];

    private double Jitter(double width) => (random.NextDouble() - 0.5) * width;
}
