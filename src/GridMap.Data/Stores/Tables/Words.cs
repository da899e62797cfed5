namespace GridMap.Data.Stores.Tables;

/// <summary>Enumerations as the words that plain SQL shows.</summary>
internal static class Words
{
    /// <summary>The value's name in lower case; several flags are joined by a comma.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
