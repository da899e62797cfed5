using GridMap.Core.Spatial.Distances;
using GridMap.Core.Spatial.Nearest;

namespace GridMap.Core.Resources;

/// <summary>What a search asks about the resources of a kind.</summary>
internal readonly struct ResourceItems(
    Resource[] frozen, Resource[] added, Func<Resource, bool>? filter, TermsFilter? terms)
    : INearestItems<Resource>
{
    public static int Compare(Resource a, Resource b) => a.SourceKey.Source == b.SourceKey.Source
        ? string.CompareOrdinal(a.SourceKey.Id, b.SourceKey.Id)
        : string.CompareOrdinal(a.Key, b.Key);

    public static double Measure(in PointFrame from, Resource resource) => ResourceDistance.Metres(from, resource);

    public bool TakesAll => filter is null && terms is null;

    public bool Qualifies(int number) =>
        (terms is null || terms.Has(number)) && (filter is null || filter(Get(number)));

    public Resource Get(int number) => number < frozen.Length ? frozen[number] : added[number - frozen.Length];
}
