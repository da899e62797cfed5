namespace GridMap.Core.Windows.Reading;

/// <summary>What a token is.</summary>
internal enum WindowTokenKind
{
    /// <summary>The end of the text.</summary>
    End,

    /// <summary>Letters, in lower case.</summary>
    Word,

    /// <summary>Digits.</summary>
    Number,

    /// <summary>A comment, without its quotation marks.</summary>
    Comment,

    /// <summary>One other character, or <c>||</c>.</summary>
    Sign,
}

/// <summary>A token with its place in the text.</summary>
internal readonly record struct WindowToken(WindowTokenKind Kind, string Text, int Position);

/// <summary>Cuts a window's text into words, numbers, comments and signs.</summary>
internal static class WindowTokens
{
    public static List<WindowToken> Of(string text)
    {
        var tokens = new List<WindowToken>();
        for (var at = 0; at < text.Length;)
        {
            at = text[at] is ' ' or '\t' ? at + 1 : Take(text, at, tokens);
        }

        tokens.Add(new WindowToken(WindowTokenKind.End, "", text.Length));
        return tokens;
    }

    private static int Take(string text, int start, List<WindowToken> tokens)
    {
        var kind = KindOf(text[start]);
        var end = start + 1;
        while (end < text.Length && kind is not WindowTokenKind.Sign && KindOf(text[end]) == kind)
        {
            end++;
        }

        if (text[start] == '"' && text.IndexOf('"', start + 1) is > 0 and var quote && quote > start + 1)
        {
            tokens.Add(new WindowToken(WindowTokenKind.Comment, text[(start + 1)..quote], start));
            return quote + 1;
        }

        end = text.AsSpan(start).StartsWith("||") ? start + 2 : end;
        tokens.Add(new WindowToken(kind, text[start..end].ToLowerInvariant(), start));
        return end;
    }

    private static WindowTokenKind KindOf(char c) => char.IsAsciiDigit(c) ? WindowTokenKind.Number
        : char.IsLetter(c) ? WindowTokenKind.Word
        : WindowTokenKind.Sign;
}
