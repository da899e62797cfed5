namespace GridMap.Cli.Generating;

/// <summary>
/// Telephone numbers that cannot ring anywhere: the area code 0300 is not assigned, and no local number in China starts
/// with a zero.
/// </summary>
internal static class Phones
{
    /// <summary>Of a desk.</summary>
    public static string Landline(int number) => $"0300-00{number:D5}";

    /// <summary>Of a person.</summary>
    public static string Personal(int number) => $"0300-01{number:D5}";
}
