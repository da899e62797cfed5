using GridMap.Core.Spatial.Distances;
using GridMap.Core.Spatial.Nearest;

namespace GridMap.Core.Resources;

/// <summary>What a search asks about the resources of a kind.</summary>
internal readonly struct ResourceItems(Resource[] frozen, Resource[] added, ResourceFilter? filter)
    : INearestItems<ResourceItems>
{
    public static int Compare(in ResourceItems items, int number, in ResourceItems others, int other) =>
        Compare(items.Get(number), others.Get(other));

    /// <summary>By key (ordinal).</summary>
    public static int Compare(Resource a, Resource b) => a.SourceKey.Source == b.SourceKey.Source
        ? string.CompareOrdinal(a.SourceKey.Id, b.SourceKey.Id)
        : string.CompareOrdinal(a.Key, b.Key);

    public bool TakesAll => filter is null;

    public double Measure(ShapeSearch from, int number) => ResourceDistance.Metres(from, Get(number));

    public uint Narrow(int first, uint numbers) => filter is null ? numbers : filter.Narrow(first, numbers);

    public bool Qualifies(int number) => filter is null || filter.Has(number);

    public Resource Get(int number) => number < frozen.Length ? frozen[number] : added[number - frozen.Length];
}

/// <summary>What must hold of a resource of a kind, as its number says it.</summary>
/// <param name="Terms">What must hold of its terms.</param>
/// <param name="Columns">What must hold of its attributes.</param>
internal sealed record ResourceFilter(TermsFilter? Terms, ColumnFilter[] Columns)
{
    /// <summary>Whether it holds.</summary>
    public bool Has(int number)
    {
        if (Terms is not null && !Terms.Has(number))
        {
            return false;
        }

        foreach (var column in Columns)
        {
            if (!column.Has(number))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Of numbers from one on, a bit each, those for which what is known of their attributes holds.</summary>
    public uint Narrow(int first, uint numbers)
    {
        foreach (var column in Columns)
        {
            numbers = column.Narrow(first, numbers);
        }

        return numbers;
    }
}
