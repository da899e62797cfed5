using System.CommandLine;
using GridMap.Cli.Running;
using GridMap.Core.Spatial;
using GridMap.Core.Spatial.CoordinateSystems;

namespace GridMap.Cli.Commands;

/// <summary>Where: <c>--lon</c>, <c>--lat</c> and <c>--crs</c>.</summary>
internal sealed class PointOptions
{
    private readonly Option<double> lon = new("--lon")
    {
        HelpName = "X",
        Description = "Longitude in degrees, or the easting of --crs",
        Required = true,
    };

    private readonly Option<double> lat = new("--lat")
    {
        HelpName = "Y",
        Description = "Latitude in degrees, or the northing of --crs",
        Required = true,
    };

    private readonly Option<string> crs = new("--crs")
    {
        HelpName = "CODE",
        Description = "The coordinate system, like EPSG:4549, GCJ02 or BD09; without it CRS84 (lon lat in degrees)",
    };

    /// <summary>Gives the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(lon);
        command.Add(lat);
        command.Add(crs);
    }

    /// <summary>The point in degrees.</summary>
    /// <exception cref="UsageException">It is not on the globe, or not in the system.</exception>
    public LonLat Point(ParseResult args)
    {
        var (x, y) = (args.GetValue(lon), args.GetValue(lat));
        if (args.GetValue(crs) is not { } name)
        {
            return new LonLat(x, y) is { IsValid: true } point ? point : throw OutOfRange(x, y);
        }

        var converted = CoordinateSystems.Parse(name).ToLonLat(x, y);
        return converted.Error is null ? converted.Position : throw new UsageException(converted.Error);
    }

    private static UsageException OutOfRange(double x, double y) => new LonLat(y, x).IsValid
        ? new($"--lat {y} is no latitude. lon and lat look swapped: try --lon {y} --lat {x}.")
        : new($"--lon {x} --lat {y} is not on the globe: longitude is -180 to 180, latitude -90 to 90 degrees. "
            + "For metres name their system with --crs, like EPSG:4549.");
}
