using NetTopologySuite.Geometries;

namespace GridMap.Core.Spatial.CoordinateSystems;

/// <summary>What the two numbers of a coordinate system are.</summary>
public enum CoordinateSystemKind
{
    /// <summary>Longitude and latitude in degrees.</summary>
    Geographic,

    /// <summary>Easting and northing, in metres unless the system's own text says otherwise.</summary>
    Projected,

    /// <summary>Longitude and latitude with China's offset: approximate.</summary>
    Offset,
}

/// <summary>A conversion's result: the position, or why there is none and what to do.</summary>
/// <param name="Position">Only to be read when <paramref name="Error"/> is null.</param>
/// <param name="Error">In English, with the cure; null when it went well.</param>
public readonly record struct Converted(LonLat Position, string? Error);

/// <summary>
/// A way to write positions as two numbers, x always easting or longitude, y always northing or latitude, whatever
/// axis order the register gives. Immutable and safe to share between threads.
/// </summary>
public sealed class CoordinateSystem
{
    private readonly IConversion conversion;

    internal CoordinateSystem(string id, string name, CoordinateSystemKind kind, IConversion conversion) =>
        (Id, Name, Kind, this.conversion) = (id, name, kind, conversion);

    /// <summary>WGS 84 with longitude first: what everything inside is in.</summary>
    public static CoordinateSystem Wgs84 { get; } =
        new("CRS84", "WGS 84 longitude-latitude", CoordinateSystemKind.Geographic, new Degrees());

    /// <summary>As <c>EPSG:4549</c>, <c>CRS84</c>, <c>GCJ02</c>, <c>gk:120</c>, or <c>WKT</c> for a text.</summary>
    public string Id { get; }

    /// <summary>Its name in English.</summary>
    public string Name { get; }

    /// <summary>What its numbers are.</summary>
    public CoordinateSystemKind Kind { get; }

    /// <summary>Longitude and latitude of a pair, or an error: not finite, out of range, swapped, zone prefix amiss.</summary>
    public Converted ToLonLat(double x, double y)
    {
        var error = double.IsFinite(x) && double.IsFinite(y) ? conversion.Check(x, y) : "Coordinates must be finite numbers.";
        if (error is not null)
        {
            return new(default, $"{error} (x {x:R}, y {y:R}, {Id})");
        }

        var position = conversion.ToLonLat(x, y);
        return position.IsValid
            ? new(position, null)
            : new(default, $"Outside the area of {Id}: check the coordinate system. (x {x:R}, y {y:R})");
    }

    /// <summary>The pair for a position; NaN or infinite where the system does not reach.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The position is not finite or out of range.</exception>
    public (double X, double Y) FromLonLat(LonLat position) => position.IsValid
        ? conversion.FromLonLat(position)
        : throw new ArgumentOutOfRangeException(
            nameof(position), position, "Longitude must be from -180 to 180 and latitude from -90 to 90 degrees.");

    /// <summary>A copy in longitude and latitude on the lattice, without Z and M; or the first bad coordinate's error.</summary>
    public (Geometry? Shape, string? Error) ToLonLat(Geometry shape)
    {
        var filter = new ToLonLatFilter(this);
        var copy = shape.Copy();
        copy.Apply(filter);
        if (filter.Error is not null)
        {
            return (null, filter.Error);
        }

        copy.GeometryChanged();
        return (Shapes.ToLattice(copy), null);
    }

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    private sealed class ToLonLatFilter(CoordinateSystem system) : ICoordinateSequenceFilter
    {
        public string? Error { get; private set; }

        public bool Done => Error is not null;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence line, int i)
        {
            var (position, error) = system.ToLonLat(line.GetX(i), line.GetY(i));
            Error = error is null ? null : $"Coordinate {i + 1}: {error}";
            line.SetX(i, position.Lon);
            line.SetY(i, position.Lat);
        }
    }
}
