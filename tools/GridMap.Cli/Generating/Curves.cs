namespace GridMap.Cli.Generating;

/// <summary>Smooth lines as vertices some metres apart, made of polynomials alone.</summary>
internal static class Curves
{
    /// <summary>The inner vertices of a street that leaves both ends in given directions (a cubic Bézier curve).</summary>
    public static PlanePoint[] Street(
        PlanePoint from, PlanePoint leaving, PlanePoint to, PlanePoint arriving, double bow, double step)
    {
        var chord = to - from;
        var reach = 0.34 * chord.Length;
        var side = chord.Left * bow;
        var (b, c) = (from + (leaving * reach) + side, to + (arriving * reach) + side);
        var pieces = Math.Max(3, (int)Math.Round(chord.Length / step));
        return [.. Enumerable.Range(1, pieces - 1).Select(i => Bezier(from, b, c, to, (double)i / pieces))];
    }

    /// <summary>The inner vertices of a line through control points (a Catmull-Rom spline).</summary>
    public static PlanePoint[] Through(IReadOnlyList<PlanePoint> controls, double step)
    {
        var inner = new List<PlanePoint>();
        for (var i = 0; i + 1 < controls.Count; i++)
        {
            var before = controls[Math.Max(0, i - 1)];
            var after = controls[Math.Min(controls.Count - 1, i + 2)];
            AddPiece(inner, before, controls[i], controls[i + 1], after, step);
        }

        return [.. inner.Skip(1)];
    }

    /// <summary>A closed line through control points.</summary>
    public static PlanePoint[] Around(IReadOnlyList<PlanePoint> controls, double step)
    {
        var ring = new List<PlanePoint>();
        var n = controls.Count;
        for (var i = 0; i < n; i++)
        {
            AddPiece(ring, controls[(i + n - 1) % n], controls[i], controls[(i + 1) % n], controls[(i + 2) % n], step);
        }

        return [.. ring];
    }

    private static void AddPiece(
        List<PlanePoint> line, PlanePoint before, PlanePoint a, PlanePoint b, PlanePoint after, double step)
    {
        var (leave, arrive) = ((b - before) * (1.0 / 6), (after - a) * (1.0 / 6));
        var pieces = Math.Max(2, (int)Math.Round(a.DistanceTo(b) / step));
        for (var i = 0; i < pieces; i++)
        {
            line.Add(Bezier(a, a + leave, b - arrive, b, (double)i / pieces));
        }
    }

    private static PlanePoint Bezier(PlanePoint a, PlanePoint b, PlanePoint c, PlanePoint d, double t)
    {
        var s = 1 - t;
        return (a * (s * s * s)) + (b * (3 * s * s * t)) + (c * (3 * s * t * t)) + (d * (t * t * t));
    }
}
