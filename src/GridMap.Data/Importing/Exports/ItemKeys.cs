using GridMap.Core;
using GridMap.Core.Spatial;
using GridMap.Data.Exchange;
using NetTopologySuite.Geometries;

namespace GridMap.Data.Importing.Exports;

/// <summary>What files call the items that others refer to.</summary>
internal sealed class ItemKeys(MapSnapshot map)
{
    private readonly Dictionary<long, string> grids = map.Grids.ToDictionary(g => g.Id, g => g.Key);
    private readonly Dictionary<long, string> compounds =
        map.Reference.ToDictionary(r => r.Id, r => r.SourceKey.ToString());

    private readonly Dictionary<long, string> dwellings =
        map.Dwellings.ToDictionary(d => d.Id, d => d.SourceKey.ToString());

    /// <summary><c>partition/code</c>; null for none, and for one that is in force no more.</summary>
    public string? Grid(long? id) => Find(grids, id);

    /// <summary><c>source/id</c>; null for none.</summary>
    public string? Compound(long? id) => Find(compounds, id);

    /// <summary><c>source/id</c>; null for none.</summary>
    public string? Dwelling(long? id) => Find(dwellings, id);

    /// <summary>A position as a geometry.</summary>
    public static Point Point(LonLat at) => ShapeFactory.LonLat.CreatePoint(new Coordinate(at.Lon, at.Lat));

    /// <summary>Items separated by semicolons; null where there are none.</summary>
    public static string? Joined(IEnumerable<string?> items) => string.Join(';', items.OfType<string>()) is { Length: > 0 } text ? text : null;

    private static string? Find(Dictionary<long, string> keys, long? id) => id is { } i ? keys.GetValueOrDefault(i) : null;
}
