using NetTopologySuite.Geometries;

namespace GridMap.Core.Spatial.Coverages;

/// <summary>Reads the rings of polygons onto the lattice, with the inside on the left.</summary>
internal static class LatticeRing
{
    /// <summary>
    /// The vertices of a ring without the closing one and without repetitions, a shell counter-clockwise, a hole
    /// clockwise; null where fewer than two differ or a coordinate is not a position on earth.
    /// </summary>
    public static List<LatticePoint>? Read(LineString ring, bool isShell)
    {
        var points = new List<LatticePoint>(ring.NumPoints);
        var sequence = ring.CoordinateSequence;
        for (var i = 0; i < sequence.Count; i++)
        {
            var position = new LonLat(sequence.GetX(i), sequence.GetY(i));
            if (!position.IsValid)
            {
                return null;
            }

            var point = LatticePoint.From(position);
            if (points.Count == 0 || points[^1] != point)
            {
                points.Add(point);
            }
        }

        while (points.Count > 1 && points[^1] == points[0])
        {
            points.RemoveAt(points.Count - 1);
        }

        if (points.Count < 2)
        {
            return null;
        }

        if (DoubleArea(points) is var area && (isShell ? area < 0 : area > 0))
        {
            points.Reverse();
        }

        return points;
    }

    /// <summary>Twice the signed area in square lattice steps, counter-clockwise positive. Exact.</summary>
    public static Int128 DoubleArea(List<LatticePoint> points)
    {
        Int128 sum = 0;
        var origin = points[0];
        for (var i = 1; i < points.Count - 1; i++)
        {
            long ax = points[i].X - origin.X, ay = points[i].Y - origin.Y;
            long bx = points[i + 1].X - origin.X, by = points[i + 1].Y - origin.Y;
            sum += ((Int128)ax * by) - ((Int128)ay * bx);
        }

        return sum;
    }
}
