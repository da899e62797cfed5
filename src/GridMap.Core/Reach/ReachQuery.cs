using GridMap.Core.Resources;
using GridMap.Core.Spatial;

namespace GridMap.Core.Reach;

/// <summary>A question for what lies within a walk.</summary>
public sealed record ReachQuery
{
    /// <summary>The greatest <see cref="Minutes"/>.</summary>
    public const double GreatestMinutes = 120;

    /// <summary>The greatest <see cref="DetourFactor"/>.</summary>
    public const double GreatestDetour = 3;

    /// <summary>
    /// Metres walked for each metre in a straight line, until there is a network to walk on: streets at right angles ask
    /// for 4/π = 1.27 on average over all directions.
    /// </summary>
    public const double DefaultDetour = 1.3;

    /// <summary>From where; rounded to the lattice.</summary>
    public required LonLat Point { get; init; }

    /// <summary>How long one walks; above 0 to 120.</summary>
    public double Minutes { get; init; } = 15;

    /// <summary>How fast.</summary>
    public WalkingPace Pace { get; init; } = WalkingPace.Normal;

    /// <summary>Metres walked for each metre in a straight line; 1 to 3.</summary>
    public double DetourFactor { get; init; } = DefaultDetour;

    /// <summary>Metres walked in the time.</summary>
    public double WalkedMetres => Minutes * Pace.MetresPerMinute;

    /// <summary>The radius of the circle, metres in a straight line.</summary>
    public double StraightMetres => WalkedMetres / DetourFactor;
}

/// <summary>What of a kind lies within a walk.</summary>
/// <param name="Kind">The id of the kind.</param>
/// <param name="Count">How many.</param>
/// <param name="Nearest">The nearest of them; null where there is none.</param>
public sealed record ReachedKind(string Kind, int Count, NearestHit? Nearest);
