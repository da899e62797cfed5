using NetTopologySuite.Geometries;

namespace GridMap.Core.Spatial.Coverages;

/// <summary>Reads the rings of polygons onto the lattice, with the inside on the left.</summary>
internal static class LatticeRing
{
    /// <summary>
    /// Writes the vertices of a ring without repetitions, the first one again at the end, a shell counter-clockwise, a
    /// hole clockwise. Answers how many; 0 where fewer than two differ or a coordinate is not a position on earth.
    /// </summary>
    /// <param name="sequence">The ring.</param>
    /// <param name="isShell">Whether it is a shell.</param>
    /// <param name="points">Room for one more than the sequence has.</param>
    public static int Read(CoordinateSequence sequence, bool isShell, Span<LatticePoint> points)
    {
        if (!TryReadAll(sequence, points, out var count))
        {
            return 0;
        }

        while (count > 1 && points[count - 1] == points[0])
        {
            count--;
        }

        if (count < 2)
        {
            return 0;
        }

        var ring = points[..count];
        if (DoubleArea(ring) is var area && (isShell ? area < 0 : area > 0))
        {
            ring.Reverse();
        }

        points[count] = points[0];
        return count + 1;
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

    private static bool TryReadAll(CoordinateSequence sequence, Span<LatticePoint> points, out int count)
    {
        count = 0;
        for (var i = 0; i < sequence.Count; i++)
        {
            var position = new LonLat(sequence.GetX(i), sequence.GetY(i));
            if (!position.IsValid)
            {
                return false;
            }

            var point = LatticePoint.From(position);
            if (count == 0 || points[count - 1] != point)
            {
                points[count++] = point;
            }
        }

        return true;
    }
}
