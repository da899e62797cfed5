using GridMap.Core.Spatial;
using NetTopologySuite.Geometries;

namespace GridMap.Data.Answers;

/// <summary>The one place that stands for a shape.</summary>
internal static class ResourcePlace
{
    /// <summary>The point itself, or a point of the line or inside the polygon.</summary>
    public static LatticePoint Of(Geometry shape)
    {
        var at = shape is Point point ? point.Coordinate : shape.InteriorPoint.Coordinate;
        return LatticePoint.From(new LonLat(at.X, at.Y));
    }
}
