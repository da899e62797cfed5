using GridMap.Core.Spatial.Areas;
using GridMap.Core.Spatial.Coverages;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Polygonize;

namespace GridMap.Core.Checking;

/// <summary>An area that borders with one side enclose, and how many leaves cover it.</summary>
internal sealed record BorderFace(Polygon Area, int Covers);

/// <summary>
/// Finds the areas that no leaf or more than one covers. Crossing a matched border changes one leaf for another, so how
/// many there are changes only at borders with one side: these are few, and what they enclose is all that must be looked
/// at.
/// </summary>
internal static class BorderFaces
{
    // Degrees, some 10 nm. A vertex that lies on a border on the lattice is beside it in floating point, where noding takes place,
    // on one side or the other; no face is as thin as that otherwise.
    private const double Rounding = 1e-13;

    public static IReadOnlyList<BorderFace> List(Coverage coverage)
    {
        var lines = new List<Geometry>();
        for (var arc = 0; arc < coverage.ArcCount; arc++)
        {
            if (coverage.Left(arc) == Coverage.None || coverage.Right(arc) == Coverage.None)
            {
                lines.Add(ArcLines.ToLine(coverage.Vertices(arc)));
            }
        }

        if (lines.Count == 0)
        {
            return [];
        }

        var areas = new LeafAreas(coverage);
        var polygonizer = new Polygonizer();
        polygonizer.Add(SafeOverlay.Union(lines));
        return
        [
            .. polygonizer.GetPolygons().Cast<Polygon>().Where(static face => face.Area > Rounding * face.Length)
                .Select(face => new BorderFace(face, CountCovers(areas, face))),
        ];
    }

    /// <summary>
    /// In floating point, not on the lattice: a sliver may be thinner than the lattice is fine. A point on the matched
    /// border of two leaves is covered once.
    /// </summary>
    private static int CountCovers(LeafAreas areas, Polygon face)
    {
        var inside = face.InteriorPoint.Coordinate;
        var places = areas.ListNear(new Envelope(inside))
            .Select(leaf => SimplePointInAreaLocator.Locate(inside, areas[leaf])).ToList();
        return places.Count(static place => place == Location.Interior) + (places.Contains(Location.Boundary) ? 1 : 0);
    }
}
