using NetTopologySuite.Geometries;

namespace GridMap.Core.Spatial;

/// <summary>Comparing geometries and putting them on the lattice.</summary>
public static class Shapes
{
    /// <summary>Whether both are absent, or have the same type and the same vertices in the same order.</summary>
    public static bool Same(Geometry? a, Geometry? b) =>
        ReferenceEquals(a, b) || (a is not null && b is not null && a.EqualsExact(b));
}
