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

    /// <summary>A point beside a vertex taken at random.</summary>
    public LonLat Near(Random random)
    {
        var polygon = Polygons[random.Next(Polygons.Length)];
        var vertices = polygon.Coordinates;
        var vertex = vertices[random.Next(vertices.Length)];
        return new LonLat(
            vertex.X + ((random.NextDouble() - 0.5) * Crowd), vertex.Y + ((random.NextDouble() - 0.5) * Crowd));
    }
}
