using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace GridMap.Core.Spatial.CoordinateSystems;

/// <summary>
/// Coordinate systems by name: <c>EPSG:n</c> or the bare number, <c>CRS84</c>, the URN and http forms of both,
/// <c>GCJ02</c>, <c>BD09</c>, <c>gk:meridian[,falseEasting[,falseNorthing]]</c> on CGCS2000, and WKT 1 or .prj texts.
/// </summary>
/// <remarks>
/// Longitude or easting always comes first, whatever axis order an authority gives. WGS 84, CGCS2000, ETRS 89 and NAD 83
/// are taken as one.
/// </remarks>
public static partial class CoordinateSystems
{
    private const string Accepted =
        "accepted are EPSG:n, CRS84, GCJ02, BD09, gk:<central meridian>[,<false easting>[,<false northing>]] "
        + "or the text of a .prj file (WKT 1).";

    /// <summary>The system of a name or text.</summary>
    /// <exception cref="ArgumentException">It is not known; the message names the cure.</exception>
    public static CoordinateSystem Parse(string text) =>
        TryParse(text, out var system, out var error) ? system : throw new ArgumentException(error, nameof(text));

    /// <summary>Whether a name or text is understood; if not, why and what to do. Case does not matter in names.</summary>
    public static bool TryParse(
        string? text, [NotNullWhen(true)] out CoordinateSystem? system, [NotNullWhen(false)] out string? error)
    {
        var name = text?.Trim() ?? "";
        (system, error) = name.Contains('[') ? WktSystems.Read(name) : Named(name);
        return system is not null;
    }

    private static (CoordinateSystem? System, string? Error) Named(string name) => name.ToUpperInvariant() switch
    {
        "" => (null, "No coordinate system was named: " + Accepted),
        "CRS84" or "OGC:CRS84" or "WGS84" => (CoordinateSystem.Wgs84, null),
        "CGCS2000" => Epsg(4490),
        "GCJ02" or "GCJ-02" => (Offset("GCJ02", false), null),
        "BD09" or "BD-09" => (Offset("BD09", true), null),
        var upper when upper.StartsWith("GK:", StringComparison.Ordinal) => GaussKruger(name[3..]),
        _ => Registered(name),
    };

    private static (CoordinateSystem? System, string? Error) Registered(string name)
    {
        var match = RegisterName().Match(name);
        return match.Groups["crs84"].Success
            ? (CoordinateSystem.Wgs84, null)
            : match.Success && int.TryParse(match.Groups["code"].ValueSpan, out var code)
                ? Epsg(code)
                : (null, $"'{name}' is not a coordinate system: {Accepted}");
    }

    private static (CoordinateSystem? System, string? Error) Epsg(int code)
    {
        var system = EpsgCodes.Find(code, out var error);
        return (system, error);
    }

    private static CoordinateSystem Offset(string id, bool baidu) =>
        new(id, $"{id}, approximate", CoordinateSystemKind.Offset, new ChinaOffset(baidu));

    private static (CoordinateSystem? System, string? Error) GaussKruger(string text)
    {
        var parts = text.Split(',');
        var numbers = new double[] { 0, 500_000, 0 };
        for (var i = 0; i < parts.Length; i++)
        {
            if (i == 3 || !double.TryParse(parts[i], CultureInfo.InvariantCulture, out numbers[i]) || !double.IsFinite(numbers[i]))
            {
                return (null, $"'gk:{text}' must be gk:<central meridian>[,<false easting>[,<false northing>]], as gk:120.");
            }
        }

        return Math.Abs(numbers[0]) > 180
            ? (null, $"'gk:{text}': the central meridian must be from -180 to 180 degrees.")
            : (new(
                $"gk:{text}",
                $"CGCS2000 Gauss-Kruger CM {numbers[0]}",
                CoordinateSystemKind.Projected,
                new TransverseMercator(new(numbers[0], 1, numbers[1], numbers[2]))), null);
    }

    [GeneratedRegex(
        @"^(?:epsg::?|urn:(?:x-)?ogc:def:crs:epsg:[\d.]*:|https?://www\.opengis\.net/def/crs/epsg/[\d.]+/)?(?<code>\d{4,6})$"
        + @"|^(?<crs84>urn:ogc:def:crs:ogc:[\d.]*:crs84|https?://www\.opengis\.net/def/crs/ogc/[\d.]+/crs84)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RegisterName();
}
