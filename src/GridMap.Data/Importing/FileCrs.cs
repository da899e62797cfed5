using GridMap.Core.Spatial.CoordinateSystems;
using GridMap.Data.Exchange;

namespace GridMap.Data.Importing;

/// <summary>The coordinate system of a file.</summary>
internal static class FileCrs
{
    /// <summary>By the option, else what the file says, else longitude and latitude.</summary>
    /// <exception cref="ImportException">It is not known.</exception>
    public static CoordinateSystem Of(SourceFile file, string? option)
    {
        if ((option ?? file.Crs) is not { } named)
        {
            return CoordinateSystem.Wgs84;
        }

        if (CoordinateSystems.TryParse(named, out var system, out var error)
            || (option is null && CoordinateSystems.TryParse(file.CrsDefinition, out system, out _)))
        {
            return system;
        }

        throw new ImportException(option is null
            ? $"The coordinate system that '{file.Path}' names is not known. {error} Name it with --crs."
            : $"--crs: {error}");
    }
}
