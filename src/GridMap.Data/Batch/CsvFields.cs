namespace GridMap.Data.Batch;

/// <summary>
/// Where records and fields end, in bytes of RFC 4180 with any separator. UTF-8 and GB18030 have no byte of a separator,
/// a quote or a line end inside a character, so both are read alike.
/// </summary>
internal static class CsvFields
{
    /// <summary>The length of the first record with its line end; −1 where it does not end in these bytes.</summary>
    public static int EndOfRecord(ReadOnlySpan<byte> bytes, byte separator)
    {
        var line = bytes.IndexOf((byte)'\n');
        var first = line < 0 ? bytes : bytes[..line];
        if (!first.Contains((byte)'"'))
        {
            return line + 1 is > 0 and var end ? end : -1;
        }

        var at = 0;
        while (true)
        {
            var field = EndOfField(bytes[at..], separator);
            if (field < 0 || at + field == bytes.Length)
            {
                return -1;
            }

            at += field + 1;
            if (bytes[at - 1] == '\n')
            {
                return at;
            }
        }
    }

    /// <summary>
    /// The length of the first field, up to a separator, a line feed or the end; −1 where a quote is opened and not
    /// closed.
    /// </summary>
    public static int EndOfField(ReadOnlySpan<byte> bytes, byte separator)
    {
        var from = 0;
        if (bytes.StartsWith("\""u8))
        {
            from = EndOfQuoted(bytes);
            if (from < 0)
            {
                return -1;
            }
        }

        var end = bytes[from..].IndexOfAny(separator, (byte)'\n');
        return end < 0 ? bytes.Length : from + end;
    }

    /// <summary>The text of a field: without quotes around it and with quotes inside single.</summary>
    public static ReadOnlySpan<byte> TextOf(ReadOnlySpan<byte> field)
    {
        if (field is not [(byte)'"', .., (byte)'"'])
        {
            return field;
        }

        var inner = field[1..^1];
        if (!inner.Contains((byte)'"'))
        {
            return inner;
        }

        var text = new byte[inner.Length];
        var length = 0;
        for (var i = 0; i < inner.Length; i++)
        {
            text[length++] = inner[i];
            i += inner[i] == '"' && i + 1 < inner.Length && inner[i + 1] == '"' ? 1 : 0;
        }

        return text.AsSpan(0, length);
    }

    private static int EndOfQuoted(ReadOnlySpan<byte> bytes)
    {
        for (var at = 1; ; at += 2)
        {
            var quote = bytes[at..].IndexOf((byte)'"');
            if (quote < 0)
            {
                return -1;
            }

            at += quote;
            if (at + 1 >= bytes.Length || bytes[at + 1] != '"')
            {
                return at + 1;
            }
        }
    }
}
