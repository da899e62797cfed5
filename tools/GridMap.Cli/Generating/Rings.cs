namespace GridMap.Cli.Generating;

/// <summary>Measures of a ring of plane points; the first point is not repeated at the end.</summary>
internal static class Rings
{
    /// <summary>Square metres, positive for a counter-clockwise ring.</summary>
    public static double Area(IReadOnlyList<PlanePoint> ring)
    {
        var sum = 0.0;
        for (int i = 0, j = ring.Count - 1; i < ring.Count; j = i++)
        {
            sum += ring[j].Cross(ring[i]);
        }

        return sum / 2;
    }

    public static double Perimeter(IReadOnlyList<PlanePoint> ring)
    {
        var sum = 0.0;
        for (int i = 0, j = ring.Count - 1; i < ring.Count; j = i++)
        {
            sum += ring[j].DistanceTo(ring[i]);
        }

        return sum;
    }

    /// <summary>1 for a circle, 0.785 for a square (Polsby and Popper).</summary>
    public static double Compactness(IReadOnlyList<PlanePoint> ring)
    {
        var perimeter = Perimeter(ring);
        return 12.566370614 * Area(ring) / (perimeter * perimeter);
    }

    public static PlanePoint Centroid(IReadOnlyList<PlanePoint> ring)
    {
        var sum = default(PlanePoint);
        var twice = 0.0;
        for (int i = 0, j = ring.Count - 1; i < ring.Count; j = i++)
        {
            var cross = ring[j].Cross(ring[i]);
            twice += cross;
            sum += (ring[j] + ring[i]) * cross;
        }

        return sum * (1 / (3 * twice));
    }

    public static bool Contains(IReadOnlyList<PlanePoint> ring, PlanePoint p)
    {
        var inside = false;
        for (int i = 0, j = ring.Count - 1; i < ring.Count; j = i++)
        {
            var (a, b) = (ring[i], ring[j]);
            if (a.Y > p.Y != b.Y > p.Y && p.X < ((b.X - a.X) * (p.Y - a.Y) / (b.Y - a.Y)) + a.X)
            {
                inside = !inside;
            }
        }

        return inside;
    }

    /// <summary>Metres from a point to the nearest edge.</summary>
    public static double Clearance(IReadOnlyList<PlanePoint> ring, PlanePoint p) =>
        p.DistanceTo(Nearest(ring, p));

    /// <summary>The nearest point of the ring's edges.</summary>
    public static PlanePoint Nearest(IReadOnlyList<PlanePoint> ring, PlanePoint p)
    {
        var best = ring[0];
        for (int i = 0, j = ring.Count - 1; i < ring.Count; j = i++)
        {
            var q = OnSegment(ring[j], ring[i], p);
            if ((q - p).Dot(q - p) < (best - p).Dot(best - p))
            {
                best = q;
            }
        }

        return best;
    }

    /// <summary>The part of a ring where <c>direction · p</c> is below a limit.</summary>
    public static List<PlanePoint> Below(IReadOnlyList<PlanePoint> ring, PlanePoint direction, double limit)
    {
        var part = new List<PlanePoint>();
        for (int i = 0, j = ring.Count - 1; i < ring.Count; j = i++)
        {
            var (from, to) = (direction.Dot(ring[j]) - limit, direction.Dot(ring[i]) - limit);
            if (from < 0 != to < 0)
            {
                part.Add(ring[j] + ((ring[i] - ring[j]) * (from / (from - to))));
            }

            if (to < 0)
            {
                part.Add(ring[i]);
            }
        }

        return part;
    }

    /// <summary>The area of <see cref="Below"/>, without building it: cuts look for their place by it.</summary>
    public static double AreaBelow(PlanePoint[] ring, PlanePoint direction, double limit)
    {
        // A half-plane's border adds nothing to the sum when the sum is taken about a point of that border.
        var origin = direction * limit;
        var sum = 0.0;
        var from = ring[^1] - origin;
        var fromHeight = direction.Dot(from);
        foreach (var p in ring)
        {
            var to = p - origin;
            var toHeight = direction.Dot(to);
            if (fromHeight < 0 || toHeight < 0)
            {
                var share = fromHeight < 0 && toHeight < 0 ? 1
                    : fromHeight < 0 ? fromHeight / (fromHeight - toHeight) : toHeight / (toHeight - fromHeight);
                sum += share * from.Cross(to);
            }

            (from, fromHeight) = (to, toHeight);
        }

        return sum / 2;
    }

    /// <summary>The direction in which the ring is longest: the greater axis of its vertices' covariance.</summary>
    public static PlanePoint LongAxis(IReadOnlyList<PlanePoint> ring)
    {
        var c = Centroid(ring);
        double xx = 0, xy = 0, yy = 0;
        foreach (var d in ring.Select(p => p - c))
        {
            xx += d.X * d.X;
            xy += d.X * d.Y;
            yy += d.Y * d.Y;
        }

        var half = (xx - yy) / 2;
        var root = Math.Sqrt((half * half) + (xy * xy));
        return (half >= 0 ? new PlanePoint(half + root, xy) : new PlanePoint(xy, root - half)).Unit;
    }

    /// <summary>The ring made smaller about its centroid.</summary>
    public static PlanePoint[] Scaled(IReadOnlyList<PlanePoint> ring, double factor)
    {
        var c = Centroid(ring);
        return [.. ring.Select(p => c + ((p - c) * factor))];
    }

    private static PlanePoint OnSegment(PlanePoint a, PlanePoint b, PlanePoint p)
    {
        var d = b - a;
        var t = Math.Clamp((p - a).Dot(d) / Math.Max(d.Dot(d), 1e-12), 0, 1);
        return a + (d * t);
    }
}
