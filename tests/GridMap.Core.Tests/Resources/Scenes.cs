using CsCheck;
using GridMap.Core.Resources;
using GridMap.Core.Resources.Terms;
using GridMap.Core.Spatial;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Tests.Resources;

/// <summary>Random resources around places where longitude and latitude misbehave, crowded and spread out.</summary>
internal static class Scenes
{
    private static readonly Gen<LonLat> Centre = Gen.OneOf(
        new LonLat(119.1, 36.7),
        new LonLat(180, 10),
        new LonLat(-179.9999, -60),
        new LonLat(30, 89.9995),
        new LonLat(0, -90),
        new LonLat(0, 0));

    private static readonly Gen<double> Spread = Gen.OneOf(0, 1e-8, 1e-4, 0.01, 1, 40);

    private static readonly Gen<AttributeFilter> Asked = Gen.OneOf(
        Ask("accessible", AttributeType.Boolean, "true"),
        Ask("accessible", AttributeType.Boolean, "false"),
        Ask("area", AttributeType.Number, "100..600"),
        Ask("area", AttributeType.Number, "..900"));

    public static readonly Gen<Scene> Any =
        from centre in Centre
        from spread in Spread
        from resources in ResourceNear(centre, spread).Array[0, 60]
        from point in PointNear(centre, spread * 1.5)
        from limit in Gen.OneOf(1, 3, 10, 1000)
        from kind in Gen.OneOf<string?>(null, "toilet", "parking", "none")
        from radius in Gen.OneOf<double?>(null, 0, 1, 500, 100_000)
        from ofCars in Gen.Bool
        from asked in Asked.Array[0, 2]
        select new Scene(
            [.. resources.Select((r, i) => r.WithId(i + 1))],
            new NearestQuery
            {
                Point = point,
                Limit = limit,
                Kind = kind,
                RadiusMetres = radius,
                Attributes = asked,
                Terms = ofCars ? static terms => terms.Admits(new Vehicle("car", null)) : null,
            });

    private static readonly Gen<AttributeSet> Attributes =
        from accessible in Gen.OneOf<string?>(null, "true", "True", "false", "?")
        from area in Gen.Int[-200, 1_000].Select(static n => n < 0 ? null : n.ToString())
        from vehicle in Gen.OneOf<string?>(null, "car", "bus", "bus;car")
        select AttributeSet.Of(new[] { ("accessible", accessible), ("area", area), ("vehicle", vehicle) }
            .Where(static a => a.Item2 is not null).Select(static a => KeyValuePair.Create(a.Item1, a.Item2!)));

    /// <summary>A condition on an attribute.</summary>
    public static AttributeFilter Ask(string id, AttributeType type, string text) =>
        AttributeFilter.TryParse(new AttributeDefinition(id, LocalText.Same(id), type, true), text, static _ => null)!;

    public static Gen<LonLat> PointNear(LonLat centre, double spread) =>
        from x in Gen.Double[-1, 1]
        from y in Gen.Double[-1, 1]
        select LatticePoint.From(new LonLat(
            Math.IEEERemainder(centre.Lon + (x * spread), 360),
            Math.Clamp(centre.Lat + (y * spread), -90, 90))).ToLonLat();

    public static Gen<Resource> ResourceNear(LonLat centre, double spread) =>
        from at in PointNear(centre, spread)
        from size in Gen.Double[1e-6, 0.01]
        from form in Gen.Int[0, 3]
        from gates in PointNear(centre, spread).Array[0, 2]
        from kind in Gen.OneOf("toilet", "parking", "park")
        from number in Gen.Int[0, 1_000_000]
        from attributes in Attributes
        select new Resource
        {
            Id = 1,
            SourceKey = new SourceKey(number % 3 == 0 ? "a" : "a-b", number.ToString()),
            Kind = kind,
            Attributes = attributes,
            Gates = form == 3 ? gates : [],
            Shape = ShapeOf(form, at, size),
        };

    private static Geometry ShapeOf(int form, LonLat at, double size)
    {
        var (x, y) = (Math.Min(at.Lon, 179.9), Math.Clamp(at.Lat, -89.9, 89.9));
        return form switch
        {
            1 => new LineString([new(x, y), new(x + size, y + size), new(x + size, y)]),
            2 or 3 => new Polygon(new LinearRing([new(x, y), new(x + size, y), new(x + size, y + size), new(x, y)])),
            _ => new Point(at.Lon, at.Lat),
        };
    }
}

/// <summary>Resources and a question.</summary>
internal sealed record Scene(Resource[] Resources, NearestQuery Query)
{
    /// <summary>What every resource measured and sorted answers.</summary>
    public IEnumerable<string> BruteForce() => Resources
        .Where(r => Query.Kind is null || r.Kind == Query.Kind)
        .Where(r => Query.Attributes.All(a => a.Matches(r)))
        .Where(r => Query.Terms?.Invoke(TermsReader.Read(r.Attributes).Terms) ?? true)
        .Select(r => new NearestHit(r, ResourceDistance.Metres(Query.Point, r)))
        .Where(h => h.DistanceMetres <= (Query.RadiusMetres ?? double.PositiveInfinity))
        .OrderBy(h => h.DistanceMetres).ThenBy(h => h.Resource.Key, StringComparer.Ordinal)
        .Take(Query.Limit)
        .Select(Text);

    public IEnumerable<string> AskedOf(ResourceIndex index) => index.Nearest(Query).Select(Text);

    private static string Text(NearestHit hit) => $"{hit.Resource.Key} {hit.DistanceMetres:R}";
}
