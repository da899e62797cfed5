using GridMap.Core;
using GridMap.Core.Resources;
using GridMap.Core.Spatial;
using NetTopologySuite.Geometries;

namespace GridMap.Bench.Data;

/// <summary>Seeded resources, of eight kinds in turn, in a box of half a degree.</summary>
internal static class PlaceSets
{
    public const int Count = 1_000_000;
    public const double West = 119, South = 36, Extent = 0.5;

    public static readonly string[] Kinds =
        ["parking", "park", "toilet", "canteen", "charging", "recycling", "space", "station"];

    /// <summary>Points only, uniform.</summary>
    public static Resource[] Points() => Create(static (_, place) => Point(place));

    /// <summary>Of ten, six points, two bent lines and two polygons, up to 200 metres long.</summary>
    public static Resource[] Mixed() => Create(static (random, place) => random.Next(10) switch
    {
        < 6 => Point(place),
        < 8 => new LineString(Bend(random, place)),
        _ => new Polygon(new LinearRing([.. Bend(random, place), new(place.Lon, place.Lat)])),
    });

    /// <summary>A resource of the kind whose turn it is.</summary>
    public static Resource Make(int id, Geometry shape, AttributeSet? attributes = null) => new()
    {
        Id = id,
        SourceKey = new SourceKey("bench", id.ToString()),
        Kind = Kinds[id % Kinds.Length],
        Shape = Shapes.ToLattice(shape),
        Attributes = attributes ?? AttributeSet.Empty,
    };

    /// <summary>A place in the box.</summary>
    public static LonLat Uniform(Random random) =>
        new(West + (random.NextDouble() * Extent), South + (random.NextDouble() * Extent));

    private static Resource[] Create(Func<Random, LonLat, Geometry> shape)
    {
        var random = new Random(11);
        return [.. Enumerable.Range(1, Count).Select(i => Make(i, shape(random, Uniform(random))))];
    }

    private static Point Point(LonLat place) => new(place.Lon, place.Lat);

    private static Coordinate[] Bend(Random random, LonLat place)
    {
        var size = 0.0001 + (0.001 * random.NextDouble());
        return
        [
            new(place.Lon, place.Lat), new(place.Lon + size, place.Lat + (size * random.NextDouble())),
            new(place.Lon + (size * random.NextDouble()), place.Lat + size),
        ];
    }
}
