using System.Globalization;
using System.Text;
using GridMap.Core;
using GridMap.Core.Grids;
using GridMap.Core.Spatial;
using GridMap.Core.Spatial.CoordinateSystems;
using GridMap.Data.Answers;
using GridMap.Data.Exchange.GeoJson;
using NetTopologySuite.Geometries;

namespace GridMap.Data.Batch;

/// <summary>Answers rows with coordinates, as <c>/locate</c> answers one point.</summary>
/// <param name="map">The map that answers.</param>
/// <param name="partition">The partition that is asked.</param>
/// <param name="system">The coordinate system of the columns.</param>
/// <param name="accuracyMetres">How far off the points may be; 0: not known.</param>
/// <param name="lon">The column of longitudes or eastings.</param>
/// <param name="lat">The column of latitudes or northings.</param>
public sealed class PointRows(
    CityMap map, PartitionMap partition, CoordinateSystem system, double accuracyMetres, string lon, string lat) : IRowAnswerer
{
    private readonly Envelope extent = MapExtent.Of(map);

    /// <inheritdoc/>
    public IReadOnlyList<string> Columns { get; } = [lon, lat];

    /// <inheritdoc/>
    public RowAnswer Answer(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        if (!TryRead(first, out var x))
        {
            return RowAnswer.Bad(NoNumber(lon, first));
        }

        if (!TryRead(second, out var y))
        {
            return RowAnswer.Bad(NoNumber(lat, second));
        }

        var point = new LonLat(x, y);
        if (system.Kind != CoordinateSystemKind.Geographic || !point.IsValid)
        {
            var (position, error) = system.ToLonLat(x, y);
            if (error is not null)
            {
                return RowAnswer.Bad($"{lon}, {lat}: {error}");
            }

            point = position;
        }

        return LooksSwapped(point)
            ? RowAnswer.Bad($"{lon} and {lat} look swapped: {x}, {y} is far from this map and {y}, {x} is in it.")
            : Locate(point);
    }

    private RowAnswer Locate(LonLat point)
    {
        var place = map.FindPlace(partition, LatticePoint.From(point), accuracyMetres);
        return new(RowAnswer.StatusOf(place.Certainty))
        {
            Path = place.Path,
            BorderMetres = place.BorderMetres ?? double.NaN,
        };
    }

    private static bool TryRead(ReadOnlySpan<byte> text, out double number)
    {
        text = text.Trim((byte)' ');
        return (!text.IsEmpty && DecimalNumber.Read(text, out number, mayEnd: true) == text.Length)
            || (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number));
    }

    private static string NoNumber(string column, ReadOnlySpan<byte> text) => text.Trim((byte)' ').IsEmpty
        ? $"{column} is empty."
        : $"{column}: '{Encoding.UTF8.GetString(text[..Math.Min(text.Length, 60)])}' is not a finite number.";

    private bool LooksSwapped(LonLat point) =>
        !extent.IsNull && !extent.Contains(point.Lon, point.Lat) && extent.Contains(point.Lat, point.Lon);
}
