using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace GridMap.Core.Spatial.CoordinateSystems;

/// <summary>
/// Systems from WKT 1 or .prj texts. Transverse Mercator on a present-day datum takes the project's own formulas, with
/// their checks for swapped axes and zone prefixes; the rest is ProjNet's (its Lambert conformal conic meets PROJ to
/// 4 mm, and its own inverse to 8 mm).
/// </summary>
internal static class WktSystems
{
    public static (CoordinateSystem? System, string? Error) Read(string text)
    {
        if (Refusal(text) is { } refusal)
        {
            return (null, refusal);
        }

        try
        {
            // ProjNet knows Gauss-Kruger only by its other name.
            var plain = text.Replace("Gauss_Kruger", "Transverse_Mercator", StringComparison.OrdinalIgnoreCase);
            var parsed = new CoordinateSystemFactory().CreateFromWkt(plain);
            return (From(parsed), null);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // ProjNet throws many kinds, bare ones among them, for texts that it does not understand.
            return (null, $"The coordinate system's text is not understood ({e.Message}): give an EPSG code or WKT 1.");
        }
    }

    private static string? Refusal(string text)
    {
        var packed = text.Replace("_", "").Replace(" ", "").Replace("'", "").ToUpperInvariant();
        if (packed.StartsWith("PROJCRS", StringComparison.Ordinal) || packed.StartsWith("GEOGCRS", StringComparison.Ordinal))
        {
            return "The text is WKT 2: give WKT 1 (gdalsrsinfo -o wkt1 FILE) or an EPSG code.";
        }

        // ProjNet never returns from a text that breaks off.
        if (text.AsSpan().Count('[') != text.AsSpan().Count(']') || text.AsSpan().Count('"') % 2 != 0)
        {
            return "The coordinate system's text is not understood: a bracket or a quote is not closed.";
        }

        if (packed.Contains("TOWGS84"))
        {
            return null;
        }

        return packed.Contains("XIAN1980") || packed.Contains("XIAN80") ? EpsgCodes.NoParameters("Xi'an 80")
            : packed.Contains("BEIJING1954") || packed.Contains("BEIJING54") ? EpsgCodes.NoParameters("Beijing 54")
            : null;
    }

    private static CoordinateSystem From(ProjNet.CoordinateSystems.CoordinateSystem parsed) => parsed switch
    {
        GeographicCoordinateSystem geographic when IsPresentDay(geographic) =>
            new("WKT", geographic.Name, CoordinateSystemKind.Geographic, new Degrees()),
        ProjectedCoordinateSystem projected when OwnParameters(projected) is { } own =>
            new("WKT", projected.Name, CoordinateSystemKind.Projected, new TransverseMercator(own)),
        _ => new(
            "WKT",
            parsed.Name,
            parsed is ProjectedCoordinateSystem ? CoordinateSystemKind.Projected : CoordinateSystemKind.Geographic,
            new ProjNetConversion(parsed)),
    };

    private static bool IsPresentDay(GeographicCoordinateSystem system)
    {
        var (datum, ellipsoid) = (system.HorizontalDatum, system.HorizontalDatum.Ellipsoid);
        return ellipsoid.SemiMajorAxis == 6378137
            && Math.Abs(ellipsoid.InverseFlattening - 298.25722) < 1e-4
            && (datum.Wgs84Parameters is null || datum.Wgs84Parameters.HasZeroValuesOnly)
            && system.PrimeMeridian.Longitude == 0
            && Math.Abs(system.AngularUnit.RadiansPerUnit - (Math.PI / 180)) < 1e-10;
    }

    private static TransverseMercatorParameters? OwnParameters(ProjectedCoordinateSystem system)
    {
        double Parameter(string name, double missing) => system.Projection.GetParameter(name)?.Value ?? missing;
        return IsPresentDay(system.GeographicCoordinateSystem)
            && system.LinearUnit.MetersPerUnit == 1
            && string.Equals(system.Projection.ClassName, "Transverse_Mercator", StringComparison.OrdinalIgnoreCase)
            && Parameter("latitude_of_origin", 0) == 0
            ? new(
                Parameter("central_meridian", 0),
                Parameter("scale_factor", 1),
                Parameter("false_easting", 0),
                Parameter("false_northing", 0),
                InverseFlattening: system.GeographicCoordinateSystem.HorizontalDatum.Ellipsoid.InverseFlattening)
            : null;
    }

    private sealed class ProjNetConversion : IConversion
    {
        private readonly bool isGeographic;
        private readonly MathTransform toLonLat;
        private readonly MathTransform fromLonLat;

        public ProjNetConversion(ProjNet.CoordinateSystems.CoordinateSystem system)
        {
            var transform = new CoordinateTransformationFactory()
                .CreateFromCoordinateSystems(system, GeographicCoordinateSystem.WGS84);
            isGeographic = system is GeographicCoordinateSystem;
            toLonLat = transform.MathTransform;
            fromLonLat = toLonLat.Inverse();
        }

        public string? Check(double x, double y) => isGeographic ? Degrees.CheckRange(x, y) : null;

        public LonLat ToLonLat(double x, double y)
        {
            var (lon, lat) = toLonLat.Transform(x, y);
            return new(lon, lat);
        }

        public (double X, double Y) FromLonLat(LonLat position) => fromLonLat.Transform(position.Lon, position.Lat);
    }
}
