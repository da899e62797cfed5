using System.Globalization;

namespace GridMap.Data.Exchange.GeoJson;

/// <summary>Reads plain decimal numbers, as coordinates are written.</summary>
internal static class DecimalNumber
{
    // Both sides of the division are whole numbers that a double holds exactly, so that the one rounding of the
    // division gives what double.Parse gives (W. D. Clinger, How to read floating point numbers accurately, 1990).
    private const ulong MostExact = 1UL << 53;

    // What a ulong surely holds.
    private const int MostDigits = 19;

    private static readonly double[] Powers =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
    ];

    /// <summary>Reads a number at the start of a text.</summary>
    /// <param name="text">The text; something must follow the number.</param>
    /// <param name="number">The very double that <see cref="double.Parse(string)"/> gives.</param>
    /// <returns>
    /// How many bytes it took; 0 where the text does not begin with a JSON number without exponent, or ends with it.
    /// </returns>
    public static int Read(ReadOnlySpan<byte> text, out double number)
    {
        number = 0;
        var at = text.Length > 0 && text[0] == '-' ? 1 : 0;
        var first = at;
        ulong digits = 0;
        at = ReadDigits(text, at, ref digits);
        var count = at - first;
        if (count == 0 || (count > 1 && text[first] == '0'))
        {
            return 0;
        }

        var places = 0;
        if (at < text.Length && text[at] == '.')
        {
            var point = ++at;
            at = ReadDigits(text, at, ref digits);
            places = at - point;
            if (places == 0)
            {
                return 0;
            }
        }

        if (at >= text.Length || (text[at] | 0x20) == 'e')
        {
            return 0;
        }

        if (count + places > MostDigits || digits > MostExact)
        {
            number = double.Parse(text[..at], NumberStyles.Float, CultureInfo.InvariantCulture);
            return at;
        }

        number = digits / Powers[places];
        number = first == 1 ? -number : number;
        return at;
    }

    // Beyond 19 digits the value wraps around; who asks looks at their count first.
    private static int ReadDigits(ReadOnlySpan<byte> text, int at, ref ulong digits)
    {
        var value = digits;
        for (; (uint)at < (uint)text.Length; at++)
        {
            var digit = (uint)text[at] - '0';
            if (digit > 9)
            {
                break;
            }

            value = (value * 10) + digit;
        }

        digits = value;
        return at;
    }
}
