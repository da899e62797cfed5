namespace GridMap.Core.Addresses.Matching;

/// <summary>
/// The variants of a name with up to two characters left out. Two names that are within so many slips have one in common
/// (W. Garbe, SymSpell, 2012), so that slips are found by looking up.
/// </summary>
internal static class Variants
{
    /// <summary>Only that many characters of a name are varied; the rest is compared when it is checked.</summary>
    public const int Prefix = 10;

    /// <summary>The hash of a name as it is.</summary>
    public static ulong HashOf(ReadOnlySpan<char> text, ulong salt = 0)
    {
        var hash = Start(salt);
        foreach (var c in text)
        {
            hash = Step(hash, c);
        }

        return hash;
    }

    /// <summary>The hashes of a name's beginning with up to <paramref name="slips"/> (0 to 2) characters left out.</summary>
    /// <returns>How many there are; at most 56.</returns>
    public static int List(ReadOnlySpan<char> name, int slips, ulong salt, Span<ulong> hashes)
    {
        name = name[..Math.Min(name.Length, Prefix)];
        var count = 0;
        hashes[count++] = Without(name, -1, -1, salt);
        for (var i = 0; slips > 0 && i < name.Length; i++)
        {
            hashes[count++] = Without(name, i, -1, salt);
            for (var j = i + 1; slips > 1 && j < name.Length; j++)
            {
                hashes[count++] = Without(name, i, j, salt);
            }
        }

        return count;
    }

    private static ulong Without(ReadOnlySpan<char> name, int first, int second, ulong salt)
    {
        var hash = Start(salt);
        for (var i = 0; i < name.Length; i++)
        {
            if (i != first && i != second)
            {
                hash = Step(hash, name[i]);
            }
        }

        return hash;
    }

    /// <summary>The hash of nothing.</summary>
    public static ulong Start(ulong salt = 0) => 0xcbf29ce484222325 ^ (salt * 0x9e3779b97f4a7c15);

    /// <summary>The hash with one more character.</summary>
    public static ulong Step(ulong hash, char c)
    {
        hash = (hash ^ c) * 0xff51afd7ed558ccd;
        return hash ^ (hash >> 32);
    }
}
