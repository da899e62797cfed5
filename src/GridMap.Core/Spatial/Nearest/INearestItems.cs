using GridMap.Core.Spatial.Distances;

namespace GridMap.Core.Spatial.Nearest;

/// <summary>What a search asks about the items behind the numbers of an index.</summary>
/// <typeparam name="TSelf">The type itself: a value, so that what it says is compiled into the search.</typeparam>
internal interface INearestItems<TSelf>
    where TSelf : struct, INearestItems<TSelf>
{
    /// <summary>Whether all items are looked for; then <see cref="Qualifies"/> says yes to each.</summary>
    bool TakesAll { get; }

    /// <summary>
    /// Of 32 numbers from one on, a bit each, those that may be looked for: a cheap look at many, before
    /// <see cref="Qualifies"/> decides.
    /// </summary>
    uint Narrow(int first, uint numbers);

    /// <summary>Whether the item of a number is one of those looked for. Asked only for what may be near.</summary>
    bool Qualifies(int number);

    /// <summary>
    /// Metres on the ellipsoid from the point of the search. Not asked about items whose box is one place: that place is
    /// measured.
    /// </summary>
    double Measure(ShapeSearch from, int number);

    /// <summary>Which of two equally distant items comes first, of the same index or of two; never 0 for different ones.</summary>
    static abstract int Compare(in TSelf items, int number, in TSelf others, int other);
}
