namespace GridMap.Core.Spatial.Nearest;

/// <summary>What a search asks about the items behind the numbers of an index.</summary>
/// <typeparam name="TItem">The items.</typeparam>
public interface INearestItems<TItem>
    where TItem : class
{
    /// <summary>The item of a number, or null when it does not qualify. Asked once for each item that may be near.</summary>
    TItem? Find(int number);

    /// <summary>Metres on the ellipsoid from the point of the search; at least those to the item's box.</summary>
    double Measure(TItem item);

    /// <summary>Which of two equally distant items comes first; never 0 for different ones.</summary>
    static abstract int Compare(TItem a, TItem b);
}
