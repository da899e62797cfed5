namespace GridMap.Data.Answers;

/// <summary>How exactly answers give figures: no more digits than the data carry.</summary>
internal static class Rounded
{
    /// <summary>Metres to the centimetre.</summary>
    public static double Metres(double metres) => Math.Round(metres, 2);

    /// <summary>A share, 0 to 1, to six decimals.</summary>
    public static double Share(double share) => Math.Round(share, 6);
}
