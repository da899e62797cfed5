namespace GridMap.Core.Windows;

/// <summary>What a token is.</summary>
internal enum WindowTokenKind
{
    /// <summary>The end of the text.</summary>
    End,

    /// <summary>Letters.</summary>
    Word,

    /// <summary>Digits.</summary>
    Number,

    /// <summary>One other character.</summary>
    Sign,
}

/// <summary>A token with its place in the text.</summary>
internal readonly record struct WindowToken(WindowTokenKind Kind, string Text, int Position);

/// <summary>Cuts a window's text into words, numbers and signs.</summary>
internal static class WindowTokens
{
    public static List<WindowToken> Of(string text)
    {
        var tokens = new List<WindowToken>();
        for (var at = 0; at < text.Length;)
        {
            var start = at++;
            var kind = KindOf(text[start]);
            while (at < text.Length && kind is not WindowTokenKind.Sign && KindOf(text[at]) == kind)
            {
                at++;
            }

            if (text[start] != ' ')
            {
                tokens.Add(new WindowToken(kind, text[start..at], start));
            }
        }

        tokens.Add(new WindowToken(WindowTokenKind.End, "", text.Length));
        return tokens;
    }

    private static WindowTokenKind KindOf(char c) => char.IsAsciiDigit(c) ? WindowTokenKind.Number
        : char.IsLetter(c) ? WindowTokenKind.Word
        : WindowTokenKind.Sign;
}
