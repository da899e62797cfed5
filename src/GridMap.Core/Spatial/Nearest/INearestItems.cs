using GridMap.Core.Spatial.Distances;

namespace GridMap.Core.Spatial.Nearest;

/// <summary>What a search asks about the items behind the numbers of an index.</summary>
/// <typeparam name="TItem">The items.</typeparam>
internal interface INearestItems<TItem>
    where TItem : class
{
    /// <summary>Whether all items are looked for; then <see cref="Qualifies"/> need not be asked.</summary>
    bool TakesAll { get; }

    /// <summary>Whether the item of a number is one of those looked for. Asked only for what may be near.</summary>
    bool Qualifies(int number);

    /// <summary>The item of a number.</summary>
    TItem Get(int number);

    /// <summary>
    /// Metres on the ellipsoid from the point of the search. Not asked about items whose box is one place: that place is
    /// measured.
    /// </summary>
    static abstract double Measure(in PointFrame from, TItem item);

    /// <summary>Which of two equally distant items comes first; never 0 for different ones.</summary>
    static abstract int Compare(TItem a, TItem b);
}
