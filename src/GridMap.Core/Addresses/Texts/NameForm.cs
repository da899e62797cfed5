namespace GridMap.Core.Addresses.Texts;

/// <summary>A name taken apart for comparing: a core that tells it from others, and the word that says what it is.</summary>
/// <param name="Key">The folded name without spaces.</param>
/// <param name="Head">How many characters of the key are a word before the core: rue.</param>
/// <param name="Tail">How many are a word after it: 路, strasse.</param>
internal readonly record struct NameForm(string Key, int Head, int Tail)
{
    /// <summary>The core.</summary>
    public ReadOnlySpan<char> Core => Key.AsSpan(Head, Key.Length - Head - Tail);

    /// <summary>The word after the core; empty for none.</summary>
    public ReadOnlySpan<char> Suffix => Key.AsSpan(Key.Length - Tail);

    /// <summary>Whether the key is of a script without spaces.</summary>
    public bool IsHan => Folding.KindOf(Key[0]) == CharKind.Han || Key.AsSpan().ContainsAnyInRange('\u3400', '\u9fff');

    /// <summary>Takes a name apart; null when nothing of it can be compared.</summary>
    public static NameForm? Of(NameLevel level, AddressText name)
    {
        if (name.Length == 0)
        {
            return null;
        }

        if (name.HasHan)
        {
            return new NameForm(name.Chars, 0, NameWords.SuffixOf(level, name.Chars).Length);
        }

        return level == NameLevel.Road ? OfStreet(name) : new NameForm(name.Chars, 0, 0);
    }

    /// <summary>The words of a spaced text, abbreviated street types written out.</summary>
    public static List<(int From, int To)> WordsOf(AddressText text)
    {
        var words = new List<(int, int)>();
        for (var at = 0; at < text.Length;)
        {
            var end = at + 1;
            while (end < text.Length && !text.Breaks[end] && text.Kinds[end] == text.Kinds[at])
            {
                end++;
            }

            words.Add((at, end));
            at = end;
        }

        return words;
    }

    private static NameForm OfStreet(AddressText name)
    {
        var words = WordsOf(name).ConvertAll(w => name.Chars[w.From..w.To]);
        const int LeastCore = 3;
        if (words.Count > 1 && NameWords.StreetTypes.TryGetValue(words[^1], out var type))
        {
            words[^1] = type;
            var whole = string.Concat(words);
            return new NameForm(whole, 0, whole.Length - type.Length >= LeastCore ? type.Length : 0);
        }

        if (words.Count > 1 && NameWords.StreetHeads.TryGetValue(words[0], out var head))
        {
            words[0] = head;
            var whole = string.Concat(words);
            return new NameForm(whole, whole.Length - head.Length >= LeastCore ? head.Length : 0, 0);
        }

        words = words.ConvertAll(Expanded);
        return new NameForm(string.Concat(words), 0, 0);
    }

    /// <summary>A word with its glued street type written out: sonnenstr is sonnenstrasse.</summary>
    public static string Expanded(string word) =>
        (word.Length > 4 && word.EndsWith("str", StringComparison.Ordinal)) || word == "str" ? word + "asse" : word;
}
