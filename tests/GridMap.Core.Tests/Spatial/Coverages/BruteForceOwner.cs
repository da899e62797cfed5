using System.Numerics;
using GridMap.Core.Spatial;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace GridMap.Core.Tests.Spatial.Coverages;

/// <summary>
/// The deliberately stupid oracle: moves the point by a really small (ε, ε²) in big integers, then counts for each leaf
/// which edges a ray to the north crosses.
/// </summary>
internal static class BruteForceOwner
{
    private static readonly BigInteger Scale = BigInteger.Pow(10, 40);

    public static int[] FindAll(IReadOnlyList<Geometry> leaves, LatticePoint point)
    {
        var x = (point.X * Scale * Scale) + Scale;
        var y = (point.Y * Scale * Scale) + 1;
        return [.. Enumerable.Range(0, leaves.Count).Where(leaf => Holds(leaves[leaf], x, y))];
    }

    private static bool Holds(Geometry leaf, BigInteger x, BigInteger y)
    {
        var odd = false;
        foreach (var (a, b) in Edges(leaf))
        {
            var (west, east) = a.X < b.X ? (a, b) : (b, a);
            if (west.X < x && x < east.X
                && (east.X - west.X) * (y - west.Y) < (east.Y - west.Y) * (x - west.X))
            {
                odd = !odd;
            }
        }

        return odd;
    }

    private static IEnumerable<((BigInteger X, BigInteger Y) A, (BigInteger X, BigInteger Y) B)> Edges(Geometry leaf)
    {
        foreach (var ring in LinearComponentExtracter.GetLines(leaf))
        {
            var points = ring.Coordinates.Select(Scaled).ToList();
            for (var i = 0; i + 1 < points.Count; i++)
            {
                yield return (points[i], points[i + 1]);
            }
        }
    }

    private static (BigInteger X, BigInteger Y) Scaled(Coordinate at)
    {
        var point = LatticePoint.From(new LonLat(at.X, at.Y));
        return (point.X * Scale * Scale, point.Y * Scale * Scale);
    }
}
