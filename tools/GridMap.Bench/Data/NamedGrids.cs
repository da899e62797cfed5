using GridMap.Core.Spatial;
using NetTopologySuite.Geometries;

namespace GridMap.Bench.Data;

/// <summary>A tessellation to measure on.</summary>
/// <param name="Name">A short name, part of the figures' names.</param>
/// <param name="Polygons">Its leaves.</param>
/// <param name="SkewedPoints">Whether points crowd where vertices do, as people do; else they are uniform in the box.</param>
internal sealed record NamedGrids(string Name, Geometry[] Polygons, bool SkewedPoints)
{
    // How far a skewed point lies from the vertex it crowds around, degrees.
    private const double Crowd = 0.002;

    /// <summary>Points to ask for, always the same.</summary>
    public LatticePoint[] RandomPoints(int count)
    {
        var random = new Random(7);
        var box = new Envelope();
        foreach (var polygon in Polygons)
        {
            box.ExpandToInclude(polygon.EnvelopeInternal);
        }

        var points = new LatticePoint[count];
        for (var i = 0; i < count; i++)
        {
            points[i] = LatticePoint.From(SkewedPoints
                ? Near(random)
                : new LonLat(box.MinX + (random.NextDouble() * box.Width), box.MinY + (random.NextDouble() * box.Height)));
        }

        return points;
    }

    // A point beside a vertex taken at random.
    private LonLat Near(Random random)
    {
        var polygon = Polygons[random.Next(Polygons.Length)];
        var vertices = polygon.Coordinates;
        var vertex = vertices[random.Next(vertices.Length)];
        return new LonLat(
            vertex.X + ((random.NextDouble() - 0.5) * Crowd), vertex.Y + ((random.NextDouble() - 0.5) * Crowd));
    }
}
