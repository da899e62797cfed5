using System.Runtime.InteropServices;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Spatial.Coverages;

/// <summary>Reads the rings of polygons onto the lattice, with the inside on the left.</summary>
internal static class LatticeRing
{
    /// <summary>
    /// Adds the vertices of a ring without the closing one and without repetitions, a shell counter-clockwise, a hole
    /// clockwise; false, and nothing added, where fewer than two differ or a coordinate is not a position on earth.
    /// </summary>
    public static bool TryAdd(LineString ring, bool isShell, List<LatticePoint> points)
    {
        var start = points.Count;
        if (!TryAddAll(ring.CoordinateSequence, points))
        {
            CollectionsMarshal.SetCount(points, start);
            return false;
        }

        while (points.Count - start > 1 && points[^1] == points[start])
        {
            points.RemoveAt(points.Count - 1);
        }

        if (points.Count - start < 2)
        {
            CollectionsMarshal.SetCount(points, start);
            return false;
        }

        var added = CollectionsMarshal.AsSpan(points)[start..];
        if (DoubleArea(added) is var area && (isShell ? area < 0 : area > 0))
        {
            added.Reverse();
        }

        return true;
    }

    /// <summary>Twice the signed area in square lattice steps, counter-clockwise positive. Exact.</summary>
    public static Int128 DoubleArea(ReadOnlySpan<LatticePoint> points)
    {
        Int128 sum = 0;
        var origin = points[0];
        var (ax, ay) = (points[1].X - origin.X, points[1].Y - origin.Y);
        for (var i = 2; i < points.Length; i++)
        {
            var (bx, by) = (points[i].X - origin.X, points[i].Y - origin.Y);
            sum += IsShort(ax, ay) && IsShort(bx, by) ? (ax * by) - (ay * bx) : ((Int128)ax * by) - ((Int128)ay * bx);
            (ax, ay) = (bx, by);
        }

        return sum;
    }

    // Then neither product has more than 60 bits.
    private static bool IsShort(long x, long y) => ((ulong)(x + (1L << 30)) | (ulong)(y + (1L << 30))) < 1UL << 31;

    private static bool TryAddAll(CoordinateSequence sequence, List<LatticePoint> points)
    {
        var last = default(LatticePoint?);
        for (var i = 0; i < sequence.Count; i++)
        {
            var position = new LonLat(sequence.GetX(i), sequence.GetY(i));
            if (!position.IsValid)
            {
                return false;
            }

            var point = LatticePoint.From(position);
            if (last != point)
            {
                points.Add(point);
                last = point;
            }
        }

        return true;
    }
}
