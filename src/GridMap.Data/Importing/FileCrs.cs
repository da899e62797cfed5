using GridMap.Data.Exchange;
using NetTopologySuite.Geometries;

namespace GridMap.Data.Importing;

/// <summary>From a file's coordinate system to longitude and latitude.</summary>
internal static class FileCrs
{
    private static readonly string[] Degrees =
    [
        "EPSG:4326", "EPSG:4490", "CRS84", "OGC:CRS84", "urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::4326",
        "urn:ogc:def:crs:EPSG::4490",
    ];

    /// <summary>The transformation for a file: by the option, else by what the file says, else none.</summary>
    /// <exception cref="ImportException">The coordinate system is not known.</exception>
    public static Func<Geometry, Geometry> ToLonLat(SourceFile file, string? option)
    {
        var crs = option ?? file.Crs;
        return crs is null || Degrees.Contains(crs, StringComparer.OrdinalIgnoreCase) ? static g => g : throw new ImportException(
            $"The coordinate system '{crs}' of '{file.Path}' is not known. Convert the file to EPSG:4326, or name its "
            + "system with --crs.");
    }
}
