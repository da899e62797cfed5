using System.Buffers;

namespace GridMap.Data.Exchange.GeoJson;

/// <summary>
/// Finds where an object ends by its braces and quotes alone, going on where it stopped as the window grows: between
/// the braces of a polygon are many numbers, and nothing of them is looked at.
/// </summary>
internal struct BraceScan()
{
    private static readonly SearchValues<byte> Marks = SearchValues.Create("{}\""u8);
    private static readonly SearchValues<byte> TextMarks = SearchValues.Create("\\\""u8);

    private int at;
    private int depth;
    private bool inText;

    /// <summary>The length of the object at the window's start; null where its end is not in the window.</summary>
    public int? FindEnd(ReadOnlySpan<byte> window)
    {
        while (at < window.Length)
        {
            var next = window[at..].IndexOfAny(inText ? TextMarks : Marks);
            if (next < 0)
            {
                at = window.Length;
                return null;
            }

            at += next;
            if (window[at] == '\\')
            {
                // What follows may be in the next window.
                at += 2;
                continue;
            }

            if (TakeMark(window[at++]))
            {
                return at;
            }
        }

        return null;
    }

    private bool TakeMark(byte mark)
    {
        if (mark == '"')
        {
            inText = !inText;
            return false;
        }

        depth += mark == '{' ? 1 : -1;
        return depth == 0;
    }
}
