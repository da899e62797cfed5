namespace GridMap.Cli.Generating;

/// <summary>A place for a building: its centre, and the doors of its units.</summary>
internal sealed record Slot(PlanePoint Centre, PlanePoint[] Doors);

/// <summary>Where buildings fit into a compound: in rows that face south, or nearly.</summary>
internal static class Slots
{
    private const double UnitLength = 15;
    private const double Depth = 12;

    /// <summary>From north to south and west to east; at least one, in smaller steps where the usual ones find none.</summary>
    public static List<Slot> Rows(PlanePoint[] ring, SplitMix random)
    {
        var along = new PlanePoint(1, random.Between(-0.12, 0.12)).Unit;
        var units = random.Between(2, 4);
        for (var scale = 1.0; scale > 0.2; scale *= 0.8)
        {
            var slots = Find(ring, along, units, scale).ToList();
            if (slots.Count >= 4 || (slots.Count > 0 && scale < 0.5))
            {
                return slots;
            }

            units = Math.Max(2, units - 1);
        }

        return [new Slot(Rings.Centroid(ring), [Rings.Centroid(ring)])];
    }

    /// <summary>Places of courtyards, close together.</summary>
    public static List<PlanePoint> Courtyards(PlanePoint[] ring, SplitMix random) =>
        [.. Find(ring, new PlanePoint(1, random.Between(-0.3, 0.3)).Unit, 1, 0.75).Select(s => s.Centre)];

    private static IEnumerable<Slot> Find(PlanePoint[] ring, PlanePoint along, int units, double scale)
    {
        var (length, depth) = (units * UnitLength * scale, Depth * scale);
        var (pitch, rowPitch) = (length + (13 * scale), 31 * scale);
        var origin = Rings.Centroid(ring);
        var reach = ring.Max(p => p.DistanceTo(origin));
        var (places, rows) = ((int)(reach / pitch) + 1, (int)(reach / rowPitch) + 1);
        for (var row = rows; row >= -rows; row--)
        {
            for (var place = -places; place <= places; place++)
            {
                var centre = origin + (along * (place * pitch)) + (along.Left * (row * rowPitch));
                if (Fits(ring, centre, along * (length / 2), along.Left * (depth / 2)))
                {
                    yield return new Slot(centre, Doors(centre, along * length, units));
                }
            }
        }
    }

    private static bool Fits(PlanePoint[] ring, PlanePoint centre, PlanePoint half, PlanePoint up) =>
        Rings.Contains(ring, centre + half + up) && Rings.Contains(ring, centre + half - up)
        && Rings.Contains(ring, centre - half + up) && Rings.Contains(ring, centre - half - up);

    private static PlanePoint[] Doors(PlanePoint centre, PlanePoint length, int units) =>
        [.. Enumerable.Range(0, units).Select(i => centre + (length * (((i + 0.5) / units) - 0.5)))];
}
