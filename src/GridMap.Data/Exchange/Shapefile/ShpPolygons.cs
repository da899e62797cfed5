using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace GridMap.Data.Exchange.Shapefile;

/// <summary>
/// Makes polygons of the rings of a record: a ring that runs clockwise is a shell, one that runs the other way is a hole
/// of the smallest shell around it.
/// </summary>
internal static class ShpPolygons
{
    /// <summary>The polygon, or multipolygon where there are several shells.</summary>
    /// <remarks>
    /// A hole outside all shells goes to the first shell, so that the polygon is seen to be invalid; where all rings run
    /// the wrong way, each is taken as a shell.
    /// </remarks>
    public static Geometry Assemble(Coordinate[][] parts)
    {
        var rings = parts.Select(ShapeFactory.Ring).Where(r => !r.IsEmpty).ToList();
        var shells = rings.Where(r => !Orientation.IsCCW(r.CoordinateSequence)).ToList();
        if (shells.Count == 0)
        {
            shells = rings;
        }

        var holes = shells.ConvertAll(_ => new List<LinearRing>());
        foreach (var ring in rings.Where(r => !shells.Exists(s => ReferenceEquals(s, r))))
        {
            holes[ShellOf(ring, shells)].Add(ring);
        }

        var polygons = shells.Select((s, i) => ShapeFactory.LonLat.CreatePolygon(s, [.. holes[i]])).ToArray();
        return polygons.Length switch
        {
            0 => ShapeFactory.LonLat.CreatePolygon(),
            1 => polygons[0],
            _ => ShapeFactory.LonLat.CreateMultiPolygon(polygons),
        };
    }

    private static int ShellOf(LinearRing hole, List<LinearRing> shells)
    {
        var around = Enumerable.Range(0, shells.Count).Where(i => Holds(shells[i], hole));
        return around.DefaultIfEmpty(0).MinBy(i => shells[i].EnvelopeInternal.Area);
    }

    private static bool Holds(LinearRing shell, LinearRing hole) =>
        shell.EnvelopeInternal.Covers(hole.EnvelopeInternal)
        && hole.Coordinates.All(p => RayCrossingCounter.LocatePointInRing(p, shell.CoordinateSequence) != Location.Exterior);
}
