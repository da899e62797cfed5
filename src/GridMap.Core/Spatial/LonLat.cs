namespace GridMap.Core.Spatial;

/// <summary>
/// A position: longitude then latitude, decimal degrees, on WGS 84 or CGCS2000 (taken as one; they differ by
/// centimetres to decimetres).
/// </summary>
/// <param name="Lon">East positive, −180 to 180.</param>
/// <param name="Lat">North positive, −90 to 90.</param>
/// <remarks>The type does not check its range: <see cref="IsValid"/> does. <c>default</c> is 0 E 0 N.</remarks>
public readonly record struct LonLat(double Lon, double Lat)
{
    /// <summary>Whether both are finite and in range, the limits included.</summary>
    public bool IsValid => Math.Abs(Lon) <= 180 && Math.Abs(Lat) <= 90;
}
