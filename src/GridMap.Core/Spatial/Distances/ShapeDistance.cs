using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Spatial.Distances;

/// <summary>
/// The least distance from a point to a shape of longitudes and latitudes, metres on the ellipsoid, edges straight in
/// longitude and latitude. Against PostGIS <c>geography</c> on the shape cut into pieces of 5 m: within 1 cm at
/// latitudes up to 85. Holes count as outside. Longitude 180 is no wall: −179.9 is near 179.9. Thread-safe.
/// </summary>
public static class ShapeDistance
{
    /// <summary>Metres; 0 inside a polygon and on its border; infinite for an empty shape.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The point is not finite or out of range.</exception>
    public static double Metres(LonLat point, Geometry shape) => Metres(new PointFrame(point), shape);

    /// <summary>The same from a point whose place in space is known.</summary>
    public static double Metres(in PointFrame from, Geometry shape)
    {
        if (shape is Point { IsEmpty: false } place)
        {
            var line = place.CoordinateSequence;
            return Geodesic.Distance(from, new(line.GetX(0), line.GetY(0)));
        }

        var search = new Search(from);
        search.Visit(shape);
        return search.Metres;
    }

    /// <summary>The shape's nearest position and how far it is; the point itself and 0 inside a polygon.</summary>
    /// <returns>For an empty shape NaN, NaN and infinite metres. Of several equally near, the first in the shape's order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The point is not finite or out of range.</exception>
    public static (LonLat Point, double Metres) Nearest(LonLat point, Geometry shape)
    {
        var search = new Search(new PointFrame(point));
        search.Visit(shape);
        return (search.Point, search.Metres);
    }

    private sealed class Search(PointFrame from)
    {
        private readonly NearPlane? plane = NearPlane.TryTouch(from, out var fitting) ? fitting : null;

        public LonLat Point { get; private set; } = new(double.NaN, double.NaN);

        public double Metres { get; private set; } = double.PositiveInfinity;

        public void Visit(Geometry shape)
        {
            if (shape.IsEmpty || Metres == 0 || !CanBeNearer(shape.EnvelopeInternal))
            {
                return;
            }

            switch (shape)
            {
                case Point position:
                    VisitLine(position.CoordinateSequence);
                    break;
                case LineString line when plane is { } near && LiesWithinLongitudes(line.EnvelopeInternal):
                    VisitNear(near, line.CoordinateSequence);
                    break;
                case LineString line:
                    VisitLine(line.CoordinateSequence);
                    break;
                case Polygon polygon:
                    VisitPolygon(polygon);
                    break;
                default:
                    for (var i = 0; i < shape.NumGeometries; i++)
                    {
                        Visit(shape.GetGeometryN(i));
                    }

                    break;
            }
        }

        private void VisitPolygon(Polygon polygon)
        {
            if (Holds(polygon))
            {
                (Point, Metres) = (from.Point, 0);
                return;
            }

            Visit(polygon.Shell);
            foreach (var hole in polygon.Holes)
            {
                Visit(hole);
            }
        }

        /// <summary>Whether the polygon holds the point under any of the names of its longitude that the polygon may use.</summary>
        private bool Holds(Polygon polygon)
        {
            var (lon, lat) = (from.Point.Lon, from.Point.Lat);
            return Covers(lon) || Covers(lon - 360) || Covers(lon + 360);

            bool Covers(double x) =>
                polygon.EnvelopeInternal.Covers(x, lat)
                && SimplePointInAreaLocator.Locate(new Coordinate(x, lat), polygon) != Location.Exterior;
        }

        private void VisitLine(CoordinateSequence line)
        {
            var last = line.Count - 1;
            for (var i = 0; i < Math.Max(1, last); i++)
            {
                var (a, b) = (i, Math.Min(i + 1, last));
                VisitEdge(new(line.GetX(a), line.GetY(a), line.GetX(b), line.GetY(b)));
            }
        }

        /// <summary>In the plane first: then no more than one or two edges have to be measured on the ellipsoid.</summary>
        private void VisitNear(in NearPlane near, CoordinateSequence line)
        {
            var (promising, least) = (EdgeAt(line, 0), double.PositiveInfinity);
            for (var i = 0; i < line.Count - 1; i++)
            {
                var edge = EdgeAt(line, i);
                var square = near.Nearest(edge).Square;
                (promising, least) = square < least ? (edge, square) : (promising, least);
            }

            var limit = Math.Min(Metres, Measure(near, promising).Metres);
            for (var i = 0; i < line.Count - 1; i++)
            {
                var edge = EdgeAt(line, i);
                if (near.BoundOf(near.Nearest(edge).Square) <= limit)
                {
                    Take(edge, Measure(near, edge));
                }
            }
        }

        private static Edge EdgeAt(CoordinateSequence line, int i) =>
            new(line.GetX(i), line.GetY(i), line.GetX(i + 1), line.GetY(i + 1));

        private void VisitEdge(Edge edge) => Take(edge, Measure(edge));

        private (double Fraction, double Metres) Measure(in NearPlane near, Edge edge)
        {
            var (fraction, square) = near.Nearest(edge);
            return square < NearPlane.MaxMetres * NearPlane.MaxMetres
                ? SegmentDistance.NearestFrom(from, edge, fraction)
                : Measure(edge);
        }

        private (double Fraction, double Metres) Measure(Edge edge) =>
            SegmentDistance.Nearest(from, edge.ALon, edge.ALat, edge.BLon, edge.BLat, Metres);

        private void Take(Edge edge, (double Fraction, double Metres) nearest)
        {
            var (fraction, metres) = nearest;
            if (metres < Metres)
            {
                (Point, Metres) = (edge.At(fraction), metres);
            }
        }

        // A shape may go on beyond longitude 180; the plane knows one name of each longitude only.
        private static bool LiesWithinLongitudes(Envelope box) => box.MinX >= -180 && box.MaxX <= 180;

        private bool CanBeNearer(Envelope box) =>
            double.IsPositiveInfinity(Metres)
            || BoxDistance.LowerBound(from, box.MinX, box.MinY, box.MaxX, box.MaxY) < Metres;
    }
}
