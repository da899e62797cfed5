using System.CommandLine;
using GridMap.Core.Spatial;

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
    public LonLat Point(ParseResult args) => new(args.GetValue(lon), args.GetValue(lat));
}
