using System.Globalization;

namespace GridMap.Core.Addresses.Texts;

/// <summary>Finds the numbers of a text and what each numbers.</summary>
internal static class NumberScanner
{
    private const int LongestNumber = 9;

    /// <summary>All numbers, from left to right. A number that no word explains is told by those before it.</summary>
    public static List<NumberToken> Scan(AddressText text)
    {
        var found = new List<NumberToken>();
        for (var at = 0; at < text.Length;)
        {
            var end = text.Kinds[at] == CharKind.Digit ? ReadNumber(text, at, found)
                : text.Kinds[at] is CharKind.Letter or CharKind.Han ? ReadLettered(text, at, found)
                : at;
            at = Math.Max(end, at + 1);
        }

        return found;
    }

    /// <summary>A whole text as one number: what a register's field for house numbers holds.</summary>
    public static NumberToken? ReadWhole(string text, Slot slot)
    {
        var folded = AddressText.KeyOf(text);
        var digits = 0;
        while (digits < Math.Min(folded.Length, LongestNumber) && char.IsAsciiDigit(folded[digits]))
        {
            digits++;
        }

        return folded.Length == 0 ? null : new NumberToken(
            slot, 0, folded.Length, digits == 0 ? 0 : Parse(folded.AsSpan(0, digits)), folded[digits..], false);
    }

    private static int ReadNumber(AddressText text, int at, List<NumberToken> found)
    {
        var chars = text.Chars.AsSpan();
        var end = Digits(text, at);
        var parts = new List<(int From, int To)> { (at, End(text, at, ref end)) };
        while (end + 1 < text.Length && chars[end] == '-' && text.Kinds[end + 1] == CharKind.Digit)
        {
            var from = end + 1;
            end = Digits(text, from);
            parts.Add((from, End(text, from, ref end)));
        }

        var (slot, length) = Markers.FindAfter(chars, end);
        if (length > 0 && text.Kinds[end] != CharKind.Han && (!text.IsEdge(end + length) || (length == 1 && text.Breaks[end])))
        {
            (slot, length) = (Slot.Bare, 0);
        }

        var (before, start) = Before(text, at, found);
        if (slot == Slot.Bare && before is not null)
        {
            slot = before.Value;
        }
        else if (slot == Slot.Door && before == Slot.Sub)
        {
            slot = Slot.Sub;
        }

        AddAll(text, parts, slot, length > 0 || before is not null, start, end + length, found);
        return end + length;
    }

    /// <summary>The end of the digits, and after a letter that belongs to them: 12a, 114 b.</summary>
    private static int End(AddressText text, int from, ref int end)
    {
        if (end < text.Length && text.Kinds[end] == CharKind.Letter && text.IsEdge(end + 1)
            && !(end + 1 < text.Length && text.Kinds[end + 1] == CharKind.Digit && !text.Breaks[end + 1])
            && (!text.Breaks[end] || !text.HasHan) && !(text.Chars[end] == 'f' && text.HasHan))
        {
            end++;
        }
        else if (!text.HasHan && RomanEnd(text, end) is > 0 and var roman)
        {
            end = roman;
        }
        else if (end < text.Length && !text.Breaks[end] && "甲乙丙丁戊".Contains(text.Chars[end]))
        {
            end++;
        }

        return from < end ? end : from;
    }

    private static int RomanEnd(AddressText text, int at)
    {
        var end = at;
        while (end < text.Length && text.Chars[end] is 'i' or 'v' && (end == at || !text.Breaks[end]))
        {
            end++;
        }

        return end > at && end - at <= 3 && text.IsEdge(end) ? end : 0;
    }

    private static int Digits(AddressText text, int at)
    {
        var end = at;
        while (end < text.Length && text.Kinds[end] == CharKind.Digit && (end == at || !text.Breaks[end]))
        {
            end++;
        }

        return end;
    }

    private static (Slot? Slot, int Start) Before(AddressText text, int at, List<NumberToken> found)
    {
        var chars = text.Chars.AsSpan();
        var last = found.Count > 0 ? found[^1].To : 0;
        if (at > last && "附之".Contains(chars[at - 1]))
        {
            return (Slot.Sub, at - 1);
        }

        if (at > last && "第".Contains(chars[at - 1]))
        {
            return (null, at - 1);
        }

        var from = at;
        while (from > last && text.Kinds[from - 1] == CharKind.Letter && !(from < at && text.Breaks[from]))
        {
            from--;
        }

        return from < at && Markers.FindBefore(chars[from..at]) is { } slot ? (slot, from) : (null, at);
    }

    /// <summary>A座, B3栋, 甲5号: a letter or a stem before the marker or the number.</summary>
    private static int ReadLettered(AddressText text, int at, List<NumberToken> found)
    {
        var isStem = text.Kinds[at] == CharKind.Han && "甲乙丙丁".Contains(text.Chars[at]);
        if (!isStem && (text.Kinds[at] != CharKind.Letter || !text.HasHan || !text.IsEdge(at)))
        {
            return at;
        }

        var end = at + 1;
        var digits = end < text.Length && text.Kinds[end] == CharKind.Digit && !text.Breaks[end] ? Digits(text, end) : end;
        var (slot, length) = Markers.FindAfter(text.Chars, digits);
        if (length == 0 || slot is Slot.Other || (digits == end && slot is not (Slot.Building or Slot.Unit)))
        {
            return at;
        }

        var number = digits > end ? Parse(text.Chars.AsSpan(end, Math.Min(digits - end, LongestNumber))) : 0;
        found.Add(new NumberToken(slot, at, digits + length, number, text.Chars[at].ToString(), text.Remarks[at]) { IsMarked = true });
        return digits + length;
    }

    private static void AddAll(
        AddressText text, List<(int From, int To)> parts, Slot slot, bool marked, int start, int end, List<NumberToken> found)
    {
        var slots = text.HasHan && parts.Count > 1 ? Sequence(text, parts, slot, found) : null;
        if (slots is null)
        {
            var (number, digits) = Leading(text, parts[0].From);
            var suffix = text.Chars[(parts[0].From + digits)..parts[^1].To];
            slot = slot == Slot.Bare ? Continued(found, start, text) : slot;
            found.Add(new NumberToken(slot, start, end, number, suffix, text.Remarks[start]) { IsMarked = marked });
            return;
        }

        for (var i = 0; i < slots.Length; i++)
        {
            var (number, digits) = Leading(text, parts[i].From);
            var to = i + 1 < parts.Count ? parts[i + 1].From : end;
            found.Add(new NumberToken(
                slots[i], i == 0 ? start : parts[i].From, to, number, text.Chars[(parts[i].From + digits)..parts[i].To],
                text.Remarks[start])
            { IsMarked = marked });
        }
    }

    /// <summary>1-2-302 is building, unit and room; 31-2 is a plate under a plate, or building and room.</summary>
    private static Slot[]? Sequence(AddressText text, List<(int From, int To)> parts, Slot slot, List<NumberToken> found)
    {
        var last = Leading(text, parts[^1].From).Number;
        var inside = found.Exists(static f => f.Slot is Slot.Door or Slot.Building) || IsAfterCompound(text, parts[0].From);
        return (parts.Count, slot) switch
        {
            (3, Slot.Bare or Slot.Room) => [Slot.Building, Slot.Unit, Slot.Room],
            (4, Slot.Bare or Slot.Room) => [Slot.Building, Slot.Unit, Slot.Floor, Slot.Room],
            (2, Slot.Room) => found.Exists(static f => f.Slot == Slot.Building)
                ? [Slot.Unit, Slot.Room] : [Slot.Building, Slot.Room],
            (2, Slot.Bare) when found.Exists(static f => f.Slot == Slot.Building) => [Slot.Unit, Slot.Room],
            (2, Slot.Bare) when last >= 100 => [Slot.Building, Slot.Room],
            (2, Slot.Bare) when inside => [Slot.Building, Slot.Unit],
            (2, Slot.Unit) => [Slot.Building, Slot.Unit],
            (2, Slot.Bare or Slot.Door) => [Slot.Door, Slot.Sub],
            _ => null,
        };
    }

    private static bool IsAfterCompound(AddressText text, int at)
    {
        foreach (var suffix in NameWords.SuffixesOf(NameLevel.Compound))
        {
            if (suffix.Length > 1 && text.Chars.AsSpan(0, at).EndsWith(suffix))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a number without a word numbers: a room after a building or a unit.</summary>
    private static Slot Continued(List<NumberToken> found, int start, AddressText text) =>
        text.HasHan && found.Count > 0 && found[^1].Slot is Slot.Building or Slot.Unit or Slot.Floor
        && found[^1].To == start && !text.Remarks[start]
            ? Slot.Room
            : Slot.Bare;

    private static (int Number, int Digits) Leading(AddressText text, int from)
    {
        var digits = Digits(text, from) - from;
        return (Parse(text.Chars.AsSpan(from, Math.Min(digits, LongestNumber))), digits);
    }

    private static int Parse(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
