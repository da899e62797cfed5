using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Spatial.Distances;

/// <summary>
/// Searches the nearest position of one shape after the other from the same point; see <see cref="ShapeDistance"/>. Not
/// thread-safe.
/// </summary>
internal sealed class ShapeSearch
{
    private readonly PointFrame from;
    private readonly NearPlane? plane;

    // What the visits of one shape have found so far.
    private LonLat position;
    private double metres;

    /// <summary>Searches from a point.</summary>
    public ShapeSearch(in PointFrame from)
    {
        this.from = from;
        plane = NearPlane.TryTouch(from, out var fitting) ? fitting : null;
    }

    /// <summary>The point.</summary>
    public ref readonly PointFrame From => ref from;

    /// <summary>As <see cref="ShapeDistance.Nearest"/> answers.</summary>
    public (LonLat Point, double Metres) Nearest(Geometry shape)
    {
        (position, metres) = (new(double.NaN, double.NaN), double.PositiveInfinity);
        Visit(shape);
        return (position, metres);
    }

    private void Visit(Geometry shape)
    {
        if (shape.IsEmpty || metres == 0 || !CanBeNearer(shape))
        {
            return;
        }

        switch (shape)
        {
            case Point place:
                VisitPoint(place.CoordinateSequence);
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

    private void VisitPoint(CoordinateSequence place)
    {
        var at = new LonLat(place.GetX(0), place.GetY(0));
        var distance = Geodesic.Distance(from, at);
        (position, metres) = distance < metres ? (at, distance) : (position, metres);
    }

    private void VisitPolygon(Polygon polygon)
    {
        if (Holds(polygon))
        {
            (position, metres) = (from.Point, 0);
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

    /// <summary>In the plane first: then, up to 50 km, hardly more than one or two edges have to be measured on the ellipsoid.</summary>
    private void VisitNear(in NearPlane near, CoordinateSequence line)
    {
        var (promising, next) = Promising(near, line);
        var nearest = Measure(near, EdgeAt(line, promising));
        var beyond = near.SquareBeyond(Math.Min(metres, nearest.Metres));
        if (next > beyond)
        {
            Take(EdgeAt(line, promising), nearest);
            return;
        }

        for (var i = 0; i < line.Count - 1; i++)
        {
            var edge = EdgeAt(line, i);
            if (i == promising)
            {
                Take(edge, nearest);
            }
            else if (near.Nearest(edge).Square <= beyond)
            {
                Take(edge, Measure(near, edge));
            }
        }
    }

    /// <summary>The edge that is nearest in the plane, and the square of the distance to the next one.</summary>
    private static (int Edge, double Next) Promising(in NearPlane near, CoordinateSequence line)
    {
        var (promising, least, next) = (0, double.PositiveInfinity, double.PositiveInfinity);
        var (x, y) = (line.GetX(0), line.GetY(0));
        for (var i = 1; i < line.Count; i++)
        {
            var (nextX, nextY) = (line.GetX(i), line.GetY(i));
            var square = near.Nearest(x, y, nextX, nextY).Square;
            next = square < least ? least : Math.Min(next, square);
            (promising, least) = square < least ? (i - 1, square) : (promising, least);
            (x, y) = (nextX, nextY);
        }

        return (promising, next);
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
        SegmentDistance.Nearest(from, edge.ALon, edge.ALat, edge.BLon, edge.BLat, metres);

    private void Take(Edge edge, (double Fraction, double Metres) nearest)
    {
        if (nearest.Metres < metres)
        {
            (position, metres) = (edge.At(nearest.Fraction), nearest.Metres);
        }
    }

    // A shape may go on beyond longitude 180; the plane knows one name of each longitude only.
    private static bool LiesWithinLongitudes(Envelope box) => box.MinX >= -180 && box.MaxX <= 180;

    private bool CanBeNearer(Geometry shape)
    {
        if (double.IsPositiveInfinity(metres))
        {
            return true;
        }

        var box = shape.EnvelopeInternal;
        return BoxDistance.LowerBound(from, box.MinX, box.MinY, box.MaxX, box.MaxY) < metres;
    }
}
