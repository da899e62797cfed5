namespace GridMap.Core.Spatial.CoordinateSystems;

/// <summary>The mathematics of a coordinate system. Immutable.</summary>
internal interface IConversion
{
    /// <summary>What is wrong with a finite pair and the cure, or null.</summary>
    string? Check(double x, double y);

    /// <summary>The position of a checked pair; what is not valid is refused by the caller.</summary>
    LonLat ToLonLat(double x, double y);

    /// <summary>The pair for a valid position.</summary>
    (double X, double Y) FromLonLat(LonLat position);
}
