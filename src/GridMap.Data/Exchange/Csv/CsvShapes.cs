using System.Globalization;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace GridMap.Data.Exchange.Csv;

/// <summary>Makes the geometry of a table's row: of two columns, of one with WKT, or none.</summary>
internal sealed class CsvShapes(int lon, int lat, int wkt)
{
    private readonly WKTReader reader = new(ShapeFactory.Services) { IsOldNtsCoordinateSyntaxAllowed = false };

    /// <summary>By the columns that are named, else <c>wkt</c>, else <c>lon</c> and <c>lat</c>, where the table has them.</summary>
    /// <exception cref="ExchangeException">A named column is absent.</exception>
    public static CsvShapes For(SourceOptions options, string[] names)
    {
        if (options.TableOnly)
        {
            return new CsvShapes(-1, -1, -1);
        }

        if ((options.Lon is null) != (options.Lat is null))
        {
            throw new ExchangeException("--lon and --lat go together: name both columns.");
        }

        var named = options.Lon is not null || options.Wkt is not null;
        var wkt = Column(options, names, "--wkt", options.Wkt) ?? (named ? -1 : Array.IndexOf(names, "wkt"));
        var lon = Column(options, names, "--lon", options.Lon) ?? (named || wkt >= 0 ? -1 : Array.IndexOf(names, "lon"));
        var lat = Column(options, names, "--lat", options.Lat) ?? (named || wkt >= 0 ? -1 : Array.IndexOf(names, "lat"));
        return wkt >= 0 || (lon >= 0 && lat >= 0) ? new CsvShapes(lon, lat, wkt) : throw new ExchangeException(
            $"'{options.Path}' has no columns 'lon' and 'lat', nor 'wkt'. Name them with --lon and --lat, or --wkt. "
            + $"Its columns: {string.Join(", ", names)}.");
    }

    /// <summary>The geometry of a row; null where its cells are empty.</summary>
    /// <exception cref="ShapeException">They hold no number, or no WKT.</exception>
    public Geometry? Read(string?[] values) => wkt >= 0 ? Text(values[wkt]) : lon < 0 ? null : Point(values[lon], values[lat]);

    private static Point? Point(string? x, string? y) => x is null && y is null
        ? null
        : ShapeFactory.LonLat.CreatePoint(new Coordinate(Number(x), Number(y)));

    private static double Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ShapeException("coordinate", text, text is not null && text.Contains(',')
                ? $"'{text}' is not a number: write the decimal sign as a point."
                : $"'{text}' is not a number.");

    private Geometry? Text(string? text)
    {
        try
        {
            return text is null ? null : reader.Read(text);
        }
        catch (Exception e) when (e is ParseException or ArgumentException)
        {
            throw new ShapeException("geometry", Shortened(text!), $"This is not WKT: {e.Message}");
        }
    }

    private static string Shortened(string text) => text.Length <= 80 ? text : text[..80] + "…";

    private static int? Column(SourceOptions options, string[] names, string option, string? name)
    {
        if (name is null)
        {
            return null;
        }

        var index = Array.IndexOf(names, name);
        return index >= 0 ? index : throw new ExchangeException(
            $"'{options.Path}' has no column '{name}' ({option}). Its columns: {string.Join(", ", names)}.");
    }
}
