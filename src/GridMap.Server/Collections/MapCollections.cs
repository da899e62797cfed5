using System.Runtime.CompilerServices;
using GridMap.Core;

namespace GridMap.Server.Collections;

/// <summary>The collections of a map: each is made when it is first asked for, and kept as long as the map.</summary>
internal sealed class MapCollections
{
    private static readonly ConditionalWeakTable<CityMap, MapCollections> Kept = [];

    private readonly Dictionary<string, Lazy<MapCollection>> byId;

    private MapCollections(CityMap map) =>
        byId = GridCollections.ListOf(map)
            .Concat(ItemCollections.ListResources(map))
            .Concat(ItemCollections.ListReference(map))
            .DistinctBy(c => c.Id)
            .ToDictionary(c => c.Id, c => new Lazy<MapCollection>(c.Make));

    /// <summary>The collections of that map.</summary>
    public static MapCollections Of(CityMap map) => Kept.GetValue(map, static m => new MapCollections(m));

    /// <summary>All, in the order of the themes.</summary>
    public IEnumerable<MapCollection> List() => byId.Values.Select(c => c.Value);

    /// <summary>The collection of that id, or null.</summary>
    public MapCollection? Find(string id) => byId.GetValueOrDefault(id)?.Value;
}

/// <summary>A collection that is not made yet.</summary>
internal sealed record CollectionPlan(string Id, Func<MapCollection> Make);
