using NetTopologySuite.Geometries;

namespace GridMap.Core.Spatial;

/// <summary>Comparing geometries and putting them on the lattice.</summary>
public static class Shapes
{
    /// <summary>Whether both are absent, or have the same type and the same vertices in the same order.</summary>
    public static bool Same(Geometry? a, Geometry? b) =>
        ReferenceEquals(a, b) || (a is not null && b is not null && a.EqualsExact(b));

    /// <summary>A copy with every coordinate rounded to the lattice, without Z and M, with SRID 4326 and no user data.</summary>
    /// <remarks>Nothing is repaired: vertices that fall together stay, so a sliver may have become invalid.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A coordinate is not finite or out of range.</exception>
    public static Geometry ToLattice(Geometry shape) => new LatticeEditor().Edit(shape);

    private sealed class LatticeEditor
    {
        private readonly GeometryFactory factory = new(new PrecisionModel(), 4326);

        public Geometry Edit(Geometry shape) => shape switch
        {
            Point point => factory.CreatePoint(OnLattice(point.CoordinateSequence)),
            LinearRing ring => factory.CreateLinearRing(OnLattice(ring.CoordinateSequence)),
            LineString line => factory.CreateLineString(OnLattice(line.CoordinateSequence)),
            Polygon polygon => Edit(polygon),
            MultiPoint => factory.CreateMultiPoint(Parts<Point>(shape)),
            MultiLineString => factory.CreateMultiLineString(Parts<LineString>(shape)),
            MultiPolygon => factory.CreateMultiPolygon(Parts<Polygon>(shape)),
            _ => factory.CreateGeometryCollection(Parts<Geometry>(shape)),
        };

        private Polygon Edit(Polygon polygon) => factory.CreatePolygon(
            (LinearRing)Edit((Geometry)polygon.ExteriorRing), [.. polygon.InteriorRings.Select(hole => (LinearRing)Edit((Geometry)hole))]);

        private T[] Parts<T>(Geometry shape)
            where T : Geometry =>
            [.. Enumerable.Range(0, shape.NumGeometries).Select(i => (T)Edit(shape.GetGeometryN(i)))];

        private static Coordinate[] OnLatticeArray(CoordinateSequence line) =>
            [.. Enumerable.Range(0, line.Count).Select(i =>
            {
                var rounded = LatticePoint.From(new(line.GetX(i), line.GetY(i))).ToLonLat();
                return new Coordinate(rounded.Lon, rounded.Lat);
            })];

        private CoordinateSequence OnLattice(CoordinateSequence line) =>
            factory.CoordinateSequenceFactory.Create(OnLatticeArray(line));
    }
}
