using System.Text;

namespace GridMap.Data.Exchange;

/// <summary>Text encodings by name, and by looking at bytes.</summary>
internal static class TextEncodings
{
    /// <summary>How many bytes of a file are looked at.</summary>
    public const int SampleSize = 1 << 22;

    static TextEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>UTF-8 that throws on what is none.</summary>
    public static Encoding Utf8 { get; } = new UTF8Encoding(false, throwOnInvalidBytes: true);

    /// <summary>The encoding of a name as people, .cpg files and GDAL write it; it throws on bytes that it lacks.</summary>
    /// <exception cref="ExchangeException">The name is not known.</exception>
    public static Encoding Get(string name)
    {
        try
        {
            return Strict(Normalise(name.Trim().ToLowerInvariant()));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new ExchangeException(
                $"The encoding '{name}' is not known. Accepted with --encoding, for example: utf-8, gb18030, "
                + "euc-kr, big5, shift_jis, iso-8859-1, windows-1252.", e);
        }
    }

    /// <summary>
    /// The encoding of a text from a sample of it: a byte order mark, UTF-8, then the East Asian double-byte ones by
    /// which lead bytes occur; null: none of them.
    /// </summary>
    public static Encoding? Detect(ReadOnlySpan<byte> sample)
    {
        if (sample.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || sample.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return sample[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
        }

        return IsUtf8(sample) ? Utf8 : DoubleByte(sample);
    }

    // Of KS X 1001 the syllables have lead bytes B0 to C8. GB 2312 uses B0 to F7, and Chinese text all of B0 to D7.
    // In a single-byte text a high byte mostly stands alone between ASCII letters.
    private static Encoding? DoubleByte(ReadOnlySpan<byte> sample)
    {
        int pairs = 0, korean = 0, alone = 0;
        for (var i = 0; i < sample.Length - 1; i++)
        {
            if (sample[i] < 0x80)
            {
                continue;
            }

            if (sample[i] is >= 0xA1 and <= 0xFE && sample[i + 1] >= 0xA1)
            {
                pairs++;
                korean += sample[i] is >= 0xB0 and <= 0xC8 ? 1 : 0;
            }
            else
            {
                alone++;
            }

            i++;
        }

        return pairs <= alone * 3 ? null : Get(korean > pairs * 0.97 ? "euc-kr" : "gb18030");
    }

    private static bool IsUtf8(ReadOnlySpan<byte> sample)
    {
        // A sample may end inside a character.
        for (var cut = 0; cut < 4 && cut <= sample.Length; cut++)
        {
            if (System.Text.Unicode.Utf8.IsValid(sample[..^cut]))
            {
                return cut == 0 || sample.Length >= SampleSize;
            }
        }

        return false;
    }

    private static string Normalise(string name) => name switch
    {
        "utf8" or "utf-8" or "65001" or "cp65001" => "utf-8",
        "gbk" or "gb2312" or "cp936" or "936" or "ansi 936" or "windows-936" => "gb18030",
        "cp949" or "949" or "ansi 949" or "uhc" or "ms949" or "windows-949" or "ks_c_5601-1987" => "euc-kr",
        "950" or "cp950" or "ansi 950" => "big5",
        "932" or "cp932" or "ansi 932" or "sjis" => "shift_jis",
        "latin1" or "88591" or "8859_1" or "iso8859-1" or "iso88591" => "iso-8859-1",
        "1252" or "cp1252" or "ansi 1252" => "windows-1252",
        _ => name,
    };

    private static Encoding Strict(string name) => name == "utf-8"
        ? Utf8
        : Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
}
