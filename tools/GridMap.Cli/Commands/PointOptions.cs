using System.CommandLine;
using System.Globalization;
using GridMap.Cli.Running;
using GridMap.Core.Spatial;
using GridMap.Core.Spatial.CoordinateSystems;

namespace GridMap.Cli.Commands;

/// <summary>Where: <c>--lon</c>, <c>--lat</c> and <c>--crs</c>.</summary>
/// <param name="required">Whether there must be a point.</param>
internal sealed class PointOptions(bool required = true)
{
    // Texts, so that the message for what is no number can name the option and what is accepted.
    private readonly Option<string> lon = new("--lon")
    {
        HelpName = "X",
        Description = "Longitude in degrees, or the easting of --crs",
        Required = required,
    };

    private readonly Option<string> lat = new("--lat")
    {
        HelpName = "Y",
        Description = "Latitude in degrees, or the northing of --crs",
        Required = required,
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

    /// <summary>The coordinate system's name, or null.</summary>
    public string? System(ParseResult args) => args.GetValue(crs);

    /// <summary>Refuses coordinates beside an option that takes their place.</summary>
    /// <exception cref="UsageException">There are some.</exception>
    public void RefuseAny(ParseResult args, string other)
    {
        foreach (var option in new[] { lon, lat })
        {
            if (args.GetValue(option) is not null)
            {
                throw new UsageException($"{option.Name} and {other} exclude each other: a point, or a file of points.");
            }
        }
    }

    /// <summary>Whether a coordinate is given; <see cref="Point"/> says when the other is not.</summary>
    public bool IsGiven(ParseResult args) => args.GetResult(lon) is not null || args.GetResult(lat) is not null;

    /// <summary>The point in degrees.</summary>
    /// <exception cref="UsageException">It is missing, no number, not on the globe, or not in the system.</exception>
    public LonLat Point(ParseResult args)
    {
        var (x, y) = (Number(args, lon), Number(args, lat));
        if (args.GetValue(crs) is not { } name)
        {
            return new LonLat(x, y) is { IsValid: true } point ? point : throw OutOfRange(x, y);
        }

        var converted = CoordinateSystems.Parse(name).ToLonLat(x, y);
        return converted.Error is null ? converted.Position : throw new UsageException(converted.Error);
    }

    private static double Number(ParseResult args, Option<string> option)
    {
        const string Accepted = "decimal degrees, or metres with --crs of a projected system";
        var text = args.GetValue(option) ?? throw new UsageException($"{option.Name} is missing. Accepted: {Accepted}.");
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw new UsageException($"{option.Name} '{text}' is not a finite number. Accepted: {Accepted}.");
    }

    private static UsageException OutOfRange(double x, double y) => new LonLat(y, x).IsValid
        ? new($"--lat {y} is no latitude. lon and lat look swapped: try --lon {y} --lat {x}.")
        : new($"--lon {x} --lat {y} is not on the globe: longitude is -180 to 180, latitude -90 to 90 degrees. "
            + "For metres name their system with --crs, like EPSG:4549.");
}
