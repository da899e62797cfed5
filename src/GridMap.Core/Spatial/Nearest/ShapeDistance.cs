using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Spatial.Nearest;

/// <summary>Stands in until the exact shape distance lands: nearest points on the tangent plane.</summary>
internal static class ShapeDistance
{
    public static double Metres(LonLat from, Geometry shape)
    {
        if (shape is Point point)
        {
            return Geodesic.Distance(from, new LonLat(point.X, point.Y));
        }

        if (shape is IPolygonal && SimplePointInAreaLocator.Locate(new Coordinate(from.Lon, from.Lat), shape) != Location.Exterior)
        {
            return 0;
        }

        var scale = Math.Cos(from.Lat * Math.PI / 180);
        var best = double.PositiveInfinity;
        foreach (var c in shape.Coordinates)
        {
            best = Math.Min(best, Geodesic.Distance(from, new LonLat(c.X, c.Y)));
        }

        var filter = new Segments(from, scale, best);
        shape.Apply(filter);
        return filter.Best;
    }

    private sealed class Segments(LonLat from, double scale, double best) : IGeometryComponentFilter
    {
        public double Best { get; private set; } = best;

        public void Filter(Geometry geom)
        {
            if (geom is not LineString line)
            {
                return;
            }

            for (var i = 1; i < line.NumPoints; i++)
            {
                var (a, b) = (line.GetCoordinateN(i - 1), line.GetCoordinateN(i));
                var ax = Math.IEEERemainder(a.X - from.Lon, 360);
                var bx = ax + b.X - a.X;
                var (ay, by) = (a.Y - from.Lat, b.Y - from.Lat);
                var (dx, dy) = ((bx - ax) * scale, by - ay);
                var t = (dx * dx) + (dy * dy) == 0 ? 0 : Math.Clamp(-((ax * scale * dx) + (ay * dy)) / ((dx * dx) + (dy * dy)), 0, 1);
                Best = Math.Min(Best, Geodesic.Distance(from, new LonLat(from.Lon + ax + (t * (bx - ax)), from.Lat + ay + (t * (by - ay)))));
            }
        }
    }
}
