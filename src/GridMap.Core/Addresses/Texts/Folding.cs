namespace GridMap.Core.Addresses.Texts;

/// <summary>What a folded character is.</summary>
internal enum CharKind : byte
{
    /// <summary>Nothing that counts: controls, combining marks.</summary>
    None,

    /// <summary>Space and punctuation: a name may end here.</summary>
    Break,

    /// <summary>A letter of a script that is written without spaces: Han, kana, hangul.</summary>
    Han,

    /// <summary>A letter of any other script.</summary>
    Letter,

    /// <summary>0 to 9.</summary>
    Digit,
}

/// <summary>
/// One form for characters that people use for one another: full-width, upper case, traditional Chinese, letters with
/// marks. A table of the Basic Multilingual Plane; anything beyond it is left as it is.
/// </summary>
internal static class Folding
{
    // Each group: the plain letter, then the letters that are folded to it. All are lower case; upper case is lowered first.
    private const string Marked =
        "aàáâãäåāăąǎ cçćĉċč dďđð eèéêëēĕėęě gĝğġģ hĥħ iìíîïĩīĭįı jĵ kķ lĺļľŀł nñńņňŋ oòóôõöøōŏőǒ rŕŗř sśŝşšș tţťŧț "
        + "uùúûüũūŭůűųǔ wŵ yýÿŷ zźżž";

    private static readonly char[] Plain = Build();

    /// <summary>The folded character; it may be one that <see cref="KindOf"/> calls <see cref="CharKind.None"/>.</summary>
    public static char Fold(char c) => Plain[c];

    /// <summary>Two letters for one, or null: ß, æ, œ, þ.</summary>
    public static string? Expand(char folded) => folded switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        _ => null,
    };

    /// <summary>What a folded character is.</summary>
    public static CharKind KindOf(char c) => c switch
    {
        >= '0' and <= '9' => CharKind.Digit,
        >= 'a' and <= 'z' => CharKind.Letter,
        >= '\u3400' and <= '\u9fff' or '〇' => CharKind.Han,
        >= '\u3041' and <= '\u30ff' or >= '\uac00' and <= '\ud7a3' or >= '\uf900' and <= '\ufaff' => CharKind.Han,
        >= '\u0300' and <= '\u036f' or '\u200b' or '\u200c' or '\u200d' or '\ufeff' => CharKind.None,
        '\t' or '\n' or '\r' => CharKind.Break,
        _ => char.IsSurrogate(c) ? CharKind.Han
            : char.IsControl(c) ? CharKind.None
            : char.IsLetter(c) ? CharKind.Letter
            : CharKind.Break,
    };

    private static char[] Build()
    {
        var plain = new char[char.MaxValue + 1];
        for (var c = 0; c < plain.Length; c++)
        {
            plain[c] = char.ToLowerInvariant((char)c);
        }

        for (var c = '！'; c <= '～'; c++)
        {
            plain[c] = char.ToLowerInvariant((char)(c - '！' + '!'));
        }

        var pairs = TraditionalCharacters.Pairs;
        for (var i = 0; i < pairs.Length; i += 2)
        {
            plain[pairs[i]] = pairs[i + 1];
        }

        foreach (var group in Marked.Split(' '))
        {
            foreach (var marked in group)
            {
                plain[marked] = group[0];
                plain[char.ToUpperInvariant(marked)] = group[0];
            }
        }

        return plain;
    }
}
