using NetTopologySuite;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Implementation;

namespace GridMap.Data.Exchange;

/// <summary>What geometries of files are made with.</summary>
internal static class ShapeFactory
{
    /// <summary>Longitude and latitude; coordinates are kept as they are given.</summary>
    public static readonly GeometryFactory LonLat = new(new PrecisionModel(), 4326);

    /// <summary>The services for NetTopologySuite's own readers.</summary>
    public static readonly NtsGeometryServices Services =
        new(CoordinateArraySequenceFactory.Instance, new PrecisionModel(), 4326);

    /// <summary>A polygon's ring.</summary>
    /// <exception cref="ShapeException">It is open, or has too few points.</exception>
    public static LinearRing Ring(Coordinate[] points) => Ring(LonLat.CoordinateSequenceFactory.Create(points));

    /// <summary>A polygon's ring of x, y, x, y …; the array is kept.</summary>
    /// <exception cref="ShapeException">It is open, or has too few points.</exception>
    public static LinearRing Ring(double[] positions) => Ring(Packed(positions));

    /// <summary>A line.</summary>
    /// <exception cref="ShapeException">It has one point.</exception>
    public static LineString Line(Coordinate[] points) => Line(LonLat.CoordinateSequenceFactory.Create(points));

    /// <summary>A line of x, y, x, y …; the array is kept.</summary>
    /// <exception cref="ShapeException">It has one point.</exception>
    public static LineString Line(double[] positions) => Line(Packed(positions));

    /// <summary>A polygon of its rings, the shell first.</summary>
    public static Polygon Polygon(LinearRing[] rings) =>
        rings.Length == 0 ? LonLat.CreatePolygon() : LonLat.CreatePolygon(rings[0], rings[1..]);

    private static PackedDoubleCoordinateSequence Packed(double[] positions) => new(positions, 2, 0);

    private static LinearRing Ring(CoordinateSequence points)
    {
        var last = points.Count - 1;
        if (last > 0 && (points.GetX(0) != points.GetX(last) || points.GetY(0) != points.GetY(last)))
        {
            throw new ShapeException(
                "open-ring", null, "A ring of the polygon does not end where it begins. Repeat the first point.");
        }

        return points.Count is 0 or > 3 ? LonLat.CreateLinearRing(points) : throw new ShapeException(
            "few-points", null, $"A ring of the polygon has {points.Count} points. It needs at least 4.");
    }

    private static LineString Line(CoordinateSequence points) => points.Count == 1
        ? throw new ShapeException("few-points", null, "A line has one point. It needs at least 2.")
        : LonLat.CreateLineString(points);
}
