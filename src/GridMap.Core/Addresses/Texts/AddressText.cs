namespace GridMap.Core.Addresses.Texts;

/// <summary>
/// A text as the engine compares it: folded, numerals as digits, without spaces and punctuation, which are kept as
/// breaks. Dashes, slashes and commas between two numbers are one sign, <c>-</c>.
/// </summary>
internal sealed class AddressText
{
    private AddressText(string source, string chars, CharKind[] kinds, bool[] breaks, bool[] remarks, int[] origins) =>
        (Source, Chars, Kinds, Breaks, Remarks, Origins, HasHan) =
            (source, chars, kinds, breaks, remarks, origins, kinds.Contains(CharKind.Han));

    /// <summary>The text as it was given.</summary>
    public string Source { get; }

    /// <summary>The folded characters.</summary>
    public string Chars { get; }

    /// <summary>What each is.</summary>
    public CharKind[] Kinds { get; }

    /// <summary>Whether space or punctuation comes before each character, and after the last.</summary>
    public bool[] Breaks { get; }

    /// <summary>Whether each character stands in brackets.</summary>
    public bool[] Remarks { get; }

    /// <summary>The place of each character in the source.</summary>
    public int[] Origins { get; }

    /// <summary>Whether any of it is written without spaces.</summary>
    public bool HasHan { get; }

    /// <summary>How many folded characters there are.</summary>
    public int Length => Chars.Length;

    /// <summary>The text of a span as it was given.</summary>
    public string Original(int from, int to) =>
        from < to ? Source[Origins[from]..(Origins[to - 1] + 1)] : "";

    /// <summary>
    /// Whether a name may begin or end here: at a break, beside a character of a script without spaces, between letters and
    /// digits; not inside a word or a number.
    /// </summary>
    public bool IsEdge(int at) => at <= 0 || at >= Length || Breaks[at] || Kinds[at] != Kinds[at - 1]
        || Kinds[at] == CharKind.Han;

    /// <summary>Reads a text of any length; what is no letter, digit or punctuation is passed over.</summary>
    public static AddressText Read(string source)
    {
        var raw = new Draft(source.Length);
        raw.Fold(source);
        return raw.ToText(source);
    }

    /// <summary>The folded characters of a name, spaces left out: the key under which it is compared.</summary>
    public static string KeyOf(string name) => Read(name).Chars;

    private sealed class Draft(int capacity)
    {
        private readonly List<char> chars = new(capacity + 4);
        private readonly List<CharKind> kinds = new(capacity + 4);
        private readonly List<bool> breaks = new(capacity + 5);
        private readonly List<bool> remarks = new(capacity + 4);
        private readonly List<int> origins = new(capacity + 4);
        private bool broken = true;
        private int depth;

        public void Fold(string source)
        {
            for (var i = 0; i < source.Length; i++)
            {
                var c = Folding.Fold(source[i]);
                switch (Folding.KindOf(c))
                {
                    case CharKind.None:
                        break;
                    case CharKind.Break:
                        Break(source, i, c);
                        break;
                    case var kind:
                        Add(c, kind, i);
                        break;
                }
            }
        }

        public AddressText ToText(string source)
        {
            var folded = chars.ToArray().AsSpan();
            var next = new Draft(folded.Length);
            for (var i = 0; i < folded.Length;)
            {
                var length = kinds[i] == CharKind.Han ? Numerals.Read(folded, i, out var digits) : Same(out digits);
                next.broken = breaks[i];
                next.depth = remarks[i] ? 1 : 0;
                if (length == 0)
                {
                    next.Append(folded[i], kinds[i], origins[i]);
                    i++;
                    continue;
                }

                for (var d = 0; d < digits.Length; d++)
                {
                    next.Append(digits[d], CharKind.Digit, origins[Math.Min(i + d, i + length - 1)]);
                }

                next.origins[^1] = origins[i + length - 1];
                i += length;
            }

            next.breaks.Add(true);
            return new(
                source, new string([.. next.chars]), [.. next.kinds], [.. next.breaks], [.. next.remarks], [.. next.origins]);
        }

        private static int Same(out string digits)
        {
            digits = "";
            return 0;
        }

        private void Add(char c, CharKind kind, int origin)
        {
            foreach (var letter in Folding.Expand(c) ?? c.ToString())
            {
                Append(letter, kind, origin);
            }
        }

        private void Append(char c, CharKind kind, int origin)
        {
            chars.Add(c);
            kinds.Add(kind);
            breaks.Add(broken);
            remarks.Add(depth > 0);
            origins.Add(origin);
            broken = false;
        }

        private void Break(string source, int at, char c)
        {
            if (c is '(' or '[' or '{' or '【' or '〔' or '《' or '<' or '「')
            {
                depth++;
            }
            else if (c is ')' or ']' or '}' or '】' or '〕' or '》' or '>' or '」')
            {
                depth = Math.Max(0, depth - 1);
            }
            else if (Joins(source, at, c))
            {
                broken = false;
                Append(c == '#' ? '#' : '-', CharKind.Break, at);
                return;
            }

            broken = true;
        }

        /// <summary>Whether a sign ties two numbers together: 11-13, 12a / 1, 26,27; or says that a number is one: 3#.</summary>
        private bool Joins(string source, int at, char c)
        {
            if (chars.Count == 0 || kinds[^1] is not (CharKind.Digit or CharKind.Letter) || !AfterNumber())
            {
                return false;
            }

            if (c == '#')
            {
                return !broken;
            }

            var tight = c is ',' or ';' or '、' or '.' or '+' or '&';
            if (!tight && c is not ('-' or '–' or '—' or '－' or '/' or '~' or '～' or '‐' or '−'))
            {
                return false;
            }

            var next = at + 1;
            while (!tight && next < source.Length && source[next] == ' ')
            {
                next++;
            }

            return c != '.' && next < source.Length && Folding.KindOf(Folding.Fold(source[next])) == CharKind.Digit
                && !(tight && broken);
        }

        // A digit, or one letter after a digit.
        private bool AfterNumber() => kinds[^1] == CharKind.Digit
            || (kinds.Count > 1 && kinds[^2] == CharKind.Digit && !breaks[^1]);
    }
}
