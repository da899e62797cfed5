using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Nearest;

namespace GridMap.Core.Resources;

/// <summary>What a search asks about the resources of a kind.</summary>
internal readonly struct ResourceItems(ResourceKind kind, LonLat point, Func<Resource, bool>? filter)
    : INearestItems<Resource>
{
    public static int Compare(Resource a, Resource b) => a.SourceKey.Source == b.SourceKey.Source
        ? string.CompareOrdinal(a.SourceKey.Id, b.SourceKey.Id)
        : string.CompareOrdinal(a.Key, b.Key);

    public Resource? Find(int number)
    {
        var resource = kind.At(number);
        return filter is null || filter(resource) ? resource : null;
    }

    public double Measure(Resource resource) => ResourceDistance.Metres(point, resource);
}
