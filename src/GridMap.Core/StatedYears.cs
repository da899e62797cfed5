namespace GridMap.Core;

/// <summary>
/// The years of the dates and times that are taken from outside, in questions and in files. Zones, stays and windows
/// reckon some days beyond a time, for which the ends of the runtime's calendar leave no room; and a year outside these
/// is a slip.
/// </summary>
public static class StatedYears
{
    /// <summary>The first one, included.</summary>
    public const int First = 1900;

    /// <summary>The last one, included.</summary>
    public const int Last = 2200;

    /// <summary>The range, as messages name it.</summary>
    public static readonly LocalText Range = new($"{First} 至 {Last} 年", $"the years {First} to {Last}");

    /// <summary>Whether it is one of them.</summary>
    public static bool Has(int year) => year is >= First and <= Last;
}
