namespace GridMap.Cli.Generating;

/// <summary>Simpler rings inside others.</summary>
internal static class Outlines
{
    /// <summary>The ring without the vertices that lie near the line of their neighbours (Douglas and Peucker).</summary>
    public static PlanePoint[] Simplified(PlanePoint[] ring, double tolerance)
    {
        var far = Enumerable.Range(1, ring.Length - 1).MaxBy(i => ring[i].DistanceTo(ring[0]));
        return [.. Kept(ring[..(far + 1)], tolerance), .. Kept([.. ring[far..], ring[0]], tolerance)];
    }

    /// <summary>Whether a ring lies inside another, so many metres off it.</summary>
    public static bool IsWithin(PlanePoint[] outer, PlanePoint[] inner, double metres)
    {
        for (int i = 0, j = inner.Length - 1; i < inner.Length; j = i++)
        {
            var (a, b) = (inner[j], inner[i]);
            var pieces = Math.Max(1, (int)(a.DistanceTo(b) / 12));
            for (var k = 0; k < pieces; k++)
            {
                var p = a + ((b - a) * ((double)k / pieces));
                if (!Rings.Contains(outer, p) || Rings.Clearance(outer, p) < metres)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>A square about the point that is farthest from the ring, among points of a raster.</summary>
    public static PlanePoint[] SquareWithin(PlanePoint[] ring)
    {
        const int Raster = 16;
        var (west, east) = (ring.Min(p => p.X), ring.Max(p => p.X));
        var (south, north) = (ring.Min(p => p.Y), ring.Max(p => p.Y));
        var raster =
            from i in Enumerable.Range(1, Raster - 1)
            from j in Enumerable.Range(1, Raster - 1)
            select new PlanePoint(west + ((east - west) * i / Raster), south + ((north - south) * j / Raster));
        var centre = raster.Where(p => Rings.Contains(ring, p)).MaxBy(p => Rings.Clearance(ring, p));
        var half = 0.6 * Rings.Clearance(ring, centre);
        return
        [
            centre + new PlanePoint(-half, -half), centre + new PlanePoint(half, -half), centre + new PlanePoint(half, half),
            centre + new PlanePoint(-half, half),
        ];
    }

    private static IEnumerable<PlanePoint> Kept(PlanePoint[] line, double tolerance)
    {
        var along = (line[^1] - line[0]).Unit;
        var far = Enumerable.Range(0, line.Length).MaxBy(i => Math.Abs(along.Cross(line[i] - line[0])));
        return line.Length < 3 || Math.Abs(along.Cross(line[far] - line[0])) < tolerance
            ? [line[0]]
            : [.. Kept(line[..(far + 1)], tolerance), .. Kept(line[far..], tolerance)];
    }
}
