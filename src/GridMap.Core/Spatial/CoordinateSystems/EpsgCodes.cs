namespace GridMap.Core.Spatial.CoordinateSystems;

/// <summary>
/// The EPSG codes that are known without a text. NAD 83 and ETRS 89 are taken as WGS 84: they differ by up to 2 m in
/// America and by under 1 m in Europe.
/// </summary>
internal static class EpsgCodes
{
    private const double Wgs84InverseFlattening = 298.257223563;

    /// <summary>The system of a code, or null with the reason and the cure.</summary>
    public static CoordinateSystem? Find(int code, out string? error)
    {
        var found = Geographic(code) ?? China(code) ?? Utm(code);
        error = found is null ? Refusal(code) : null;
        return found;
    }

    private static CoordinateSystem? Geographic(int code) => code switch
    {
        4326 => new("EPSG:4326", "WGS 84", CoordinateSystemKind.Geographic, new Degrees()),
        4490 => new("EPSG:4490", "CGCS2000", CoordinateSystemKind.Geographic, new Degrees()),
        4258 => new("EPSG:4258", "ETRS 89, taken as WGS 84", CoordinateSystemKind.Geographic, new Degrees()),
        4269 => new("EPSG:4269", "NAD 83, taken as WGS 84", CoordinateSystemKind.Geographic, new Degrees()),
        3857 => new("EPSG:3857", "WGS 84 Pseudo-Mercator", CoordinateSystemKind.Projected, new WebMercator()),
        _ => null,
    };

    private static CoordinateSystem? China(int code) => code switch
    {
        >= 4491 and <= 4501 => GaussKruger(code, 6, 13 + code - 4491, true),
        >= 4502 and <= 4512 => GaussKruger(code, 6, 13 + code - 4502, false),
        >= 4513 and <= 4533 => GaussKruger(code, 3, 25 + code - 4513, true),
        >= 4534 and <= 4554 => GaussKruger(code, 3, 25 + code - 4534, false),
        _ => null,
    };

    private static CoordinateSystem GaussKruger(int code, int width, int zone, bool prefixed)
    {
        var meridian = width == 6 ? (zone * 6) - 3 : zone * 3;
        var name = prefixed
            ? $"CGCS2000 {width}-degree Gauss-Kruger zone {zone}"
            : $"CGCS2000 {width}-degree Gauss-Kruger CM {meridian}E";
        return Projected(code, name, new(meridian, FalseEasting: (prefixed ? zone * 1e6 : 0) + 500_000));
    }

    private static CoordinateSystem? Utm(int code) => code switch
    {
        >= 32601 and <= 32660 => UtmZone(code, "WGS 84", code - 32600, 0, Wgs84InverseFlattening),
        >= 32701 and <= 32760 => UtmZone(code, "WGS 84 south", code - 32700, 10_000_000, Wgs84InverseFlattening),
        >= 25828 and <= 25838 => UtmZone(code, "ETRS 89 (taken as WGS 84)", code - 25800, 0),
        >= 26901 and <= 26923 => UtmZone(code, "NAD 83 (taken as WGS 84)", code - 26900, 0),
        _ => null,
    };

    private static CoordinateSystem UtmZone(
        int code, string datum, int zone, double falseNorthing, double inverseFlattening = 298.257222101) =>
        Projected(
            code,
            $"{datum} UTM zone {zone}",
            new((zone * 6) - 183, 0.9996, FalseNorthing: falseNorthing, InverseFlattening: inverseFlattening));

    private static CoordinateSystem Projected(int code, string name, TransverseMercatorParameters parameters) =>
        new($"EPSG:{code}", name, CoordinateSystemKind.Projected, new TransverseMercator(parameters));

    private static string Refusal(int code) => code switch
    {
        4610 or (>= 2327 and <= 2390) => NoParameters("Xi'an 80"),
        4214 or (>= 2401 and <= 2442) or (>= 21413 and <= 21483) => NoParameters("Beijing 54"),
        _ => $"EPSG:{code} is not known here: give the text of its .prj file (WKT 1) instead.",
    };

    public static string NoParameters(string datum) =>
        $"{datum} needs transformation parameters, which are not public: convert the data to CGCS2000 (EPSG:4490) first, "
        + "or give a WKT text with your TOWGS84 parameters.";
}
