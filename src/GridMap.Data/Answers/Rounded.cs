namespace GridMap.Data.Answers;

/// <summary>How exactly answers give figures: no more digits than the data carry.</summary>
internal static class Rounded
{
    /// <summary>The decimals of metres: centimetres.</summary>
    public const int MetreDecimals = 2;

    /// <summary>The decimals of a share, 0 to 1.</summary>
    public const int ShareDecimals = 6;

    /// <summary>Metres to the centimetre.</summary>
    public static double Metres(double metres) => Math.Round(metres, MetreDecimals);

    /// <summary>A share, 0 to 1, to six decimals.</summary>
    public static double Share(double share) => Math.Round(share, ShareDecimals);
}
