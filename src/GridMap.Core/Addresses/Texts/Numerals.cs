namespace GridMap.Core.Addresses.Texts;

/// <summary>
/// Chinese numerals as digits: 三十一 is 31, 二〇三 is 203. They are turned everywhere, in names too (五一路 is 51路), because
/// register and question are turned alike; the formal ones (陆, 伍), which are surnames, only before a number marker.
/// </summary>
internal static class Numerals
{
    private const string Everyday = "零一二三四五六七八九";
    private const string Formal = "零壹贰叁肆伍陆柒捌玖";

    /// <summary>How many characters at a place are one number, and the number's digits; 0 where none begins.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="at">Where to look.</param>
    /// <param name="digits">Receives the digits, without leading zeros unless it is a row of digits.</param>
    public static int Read(ReadOnlySpan<char> text, int at, out string digits)
    {
        var end = at;
        var (plain, formal) = (true, false);
        while (end < text.Length && (Digit(text[end]) >= 0 || Unit(text[end]) > 0))
        {
            plain &= Unit(text[end]) == 0;
            formal |= Formal.IndexOf(text[end]) > 0 || "拾佰仟".Contains(text[end]);
            end++;
        }

        digits = "";
        if (end == at || text[at] is '百' or '千' or '佰' or '仟' || (formal && !Markers.StartsAt(text, end)))
        {
            return 0;
        }

        if (plain)
        {
            digits = string.Create(end - at, text[at..end].ToString(), static (to, from) =>
            {
                for (var i = 0; i < to.Length; i++)
                {
                    to[i] = (char)('0' + Digit(from[i]));
                }
            });
            return end - at;
        }

        return ReadPositional(text, at, end, out digits);
    }

    private static int ReadPositional(ReadOnlySpan<char> text, int at, int end, out string digits)
    {
        var (sum, digit, least, i) = (0, -1, 10_000, at);
        for (; i < end; i++)
        {
            if (Unit(text[i]) is > 0 and var unit)
            {
                if (unit >= least)
                {
                    break;
                }

                sum += (digit < 0 ? 1 : digit) * unit;
                (digit, least) = (-1, unit);
            }
            else if (digit > 0)
            {
                break;
            }
            else
            {
                digit = Digit(text[i]);
            }
        }

        digits = (sum + Math.Max(digit, 0)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return i - at;
    }

    private static int Digit(char c) => c == '〇' ? 0
        : Everyday.IndexOf(c) is >= 0 and var everyday ? everyday
        : Formal.IndexOf(c);

    private static int Unit(char c) => c switch
    {
        '十' or '拾' => 10,
        '百' or '佰' => 100,
        '千' or '仟' => 1000,
        _ => 0,
    };
}
