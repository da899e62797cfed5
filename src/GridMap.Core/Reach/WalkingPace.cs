namespace GridMap.Core.Reach;

/// <summary>How far people get on foot in a time.</summary>
/// <param name="Id">ASCII id.</param>
/// <param name="MetresPerMinute">Metres walked in a minute.</param>
public sealed record WalkingPace(string Id, double MetresPerMinute)
{
    /// <summary>
    /// 1,000 metres in 15 minutes, 4 km/h: what the 15-minute neighbourhood of GB 50180-2018 (800 to 1,000 m) is laid
    /// out for.
    /// </summary>
    public static readonly WalkingPace Normal = new("normal", 1_000 / 15.0);

    /// <summary>For the old: 3 km/h, 750 metres in 15 minutes.</summary>
    public static readonly WalkingPace Slow = new("slow", 50);

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<WalkingPace> All = [Normal, Slow];
}
