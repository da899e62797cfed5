namespace GridMap.Core.Spatial;

/// <summary>
/// A position on the lattice of 1e-9 degree (about 0.1 mm) on which all predicates are exact.
/// </summary>
/// <param name="X">Longitude in 1e-9 degree, east positive.</param>
/// <param name="Y">Latitude in 1e-9 degree, north positive.</param>
public readonly record struct LatticePoint(long X, long Y)
{
    /// <summary>Lattice steps in a degree.</summary>
    public const double StepsPerDegree = 1e9;

    /// <summary>The nearest lattice point; halves go to the even step.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The position is not finite or out of range.</exception>
    public static LatticePoint From(LonLat position) => position.IsValid
        ? new((long)Math.Round(position.Lon * StepsPerDegree), (long)Math.Round(position.Lat * StepsPerDegree))
        : throw new ArgumentOutOfRangeException(
            nameof(position), position, "Longitude must be from -180 to 180 and latitude from -90 to 90 degrees.");

    /// <summary>The position in degrees; <see cref="From"/> of it gives this lattice point again.</summary>
    public LonLat ToLonLat() => new(X / StepsPerDegree, Y / StepsPerDegree);
}
