using CsCheck;

namespace GridMap.Core.Tests.Windows;

/// <summary>Generates windows of the supported grammar.</summary>
internal static class WindowTexts
{
    private static readonly string[] Names = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

    private static readonly Gen<string> Weekday = Word(Names);

    private static readonly Gen<string> Month =
        Word("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private static readonly Gen<string> Weekdays = Gen.OneOf(
        Weekday,
        Gen.Select(Weekday, Weekday, (a, b) => a == b ? a : $"{a}-{b}"),
        Gen.Const("Mo-Fr"),
        Gen.Const("Sa,Su"),
        Gen.Select(Weekday, Word("1", "2", "5", "-1", "-2", "1,3", "2-4"), (day, n) => $"{day}[{n}]"));

    private static readonly Gen<string> Date = Gen.Select(Month, Gen.Int[1, 28], (month, day) => $"{month} {day:00}");

    private static readonly Gen<string> Dates = Gen.OneOf(
        Month,
        Gen.Select(Month, Month, (a, b) => a == b ? a : $"{a}-{b}"),
        Date,
        Gen.Select(Month, Gen.Int[1, 14], Gen.Int[15, 27], (month, a, b) => $"{month} {a:00}-{b:00}"),
        Gen.Select(Date, Date, (a, b) => $"{a}-{b}"),
        Gen.Select(Month, Weekday, Month, Weekday, (m, a, n, b) => $"{m} {a}[-1]-{n} {b}[1]"));

    private static readonly Gen<string> Years = Word("2026", "2025-2026", "2026+", "2025,2027");

    private static readonly Gen<string> Span =
        from start in Gen.Int[0, 47]
        from length in Gen.Int[1, 48]
        from late in Gen.Bool
        let end = start + length
        select $"{Time(start)}-{Time(end > 48 && !late ? end - 48 : end)}";

    private static readonly Gen<string> Times = Gen.Frequency(
        (5, Span.Array[1, 2].Select(t => string.Join(',', t))),
        (1, Gen.Int[0, 47].Select(start => $"{Time(start)}+")),
        (1, Gen.Select(Gen.Int[0, 23], Gen.Int[24, 47], (a, b) => $"{Time(a)}-{Time(b)}+")));

    private static readonly Gen<string> End = Gen.Frequency(
        (8, Gen.Const("")),
        (3, Gen.Const("off")),
        (1, Gen.Const("closed")),
        (1, Gen.Const("unknown")),
        (1, Gen.Const("open")),
        (1, Gen.Const("\"ask first\"")),
        (1, Gen.Const("off \"works\"")));

    private static readonly Gen<string> Link = Gen.Frequency((6, Gen.Const("; ")), (2, Gen.Const(", ")), (1, Gen.Const(" || ")));

    /// <summary>What the generator joins that the grammar does not: a year before a range over the year's end.</summary>
    public static bool IsWindow(string text) => GridMap.Core.Windows.Window.TryParse(text, out _, out _);

    /// <summary>Windows without calendars.</summary>
    public static readonly Gen<string> Plain = Of(Weekdays.Array[1, 2].Select(d => string.Join(',', d)));

    /// <summary>Windows with holidays too.</summary>
    public static readonly Gen<string> WithHolidays = Of(Gen.Frequency(
        (2, Weekdays),
        (1, Weekdays.Select(d => $"PH,{d}")),
        (1, Weekdays.Select(d => $"{d},PH")),
        (1, Weekdays.Select(d => $"PH {d}")),
        (1, Gen.Const("PH")),
        (1, Gen.Const("PH -1 day")),
        (1, Gen.Const("PH +1 day"))));

    /// <summary>Windows with what goes beyond OSM's grammar.</summary>
    public static readonly Gen<string> WithWorkdays = Of(Gen.OneOf(
        Weekdays,
        Word("WD", "CW", "PH", "WD,Sa", "PH -1 day 19:00-WD 07:00;", "PH 08:00-WD 09:30;", "PH,CW", "CW We-Su")));

    private static Gen<string> Of(Gen<string> weekdays)
    {
        var rule =
            from year in Optional(Years, 8)
            from date in Optional(Dates, 3)
            from days in Optional(weekdays, 1)
            from times in Optional(Times, 0)
            from end in End
            let text = string.Join(' ', new[] { year, date, days, times, end }.Where(part => part != ""))
            select text == "" ? "24/7" : text;
        return
            from rules in rule.Array[1, 4]
            from links in Link.Array[3]
            select rules.Skip(1).Select((next, i) => (next, link: links[i]))
                .Aggregate(rules[0], (text, pair) => text.TrimEnd(';') + LinkAfter(text, pair.link) + pair.next).TrimEnd(';');
    }

    /// <summary>A comma adds a rule only after times, a state or a comment; elsewhere it goes on with a list.</summary>
    private static string LinkAfter(string text, string link) =>
        link == ", " && !char.IsDigit(text[^1]) && text[^1] is not ('+' or '"' or 'd' or 'f' or 'n')
        || (link == ", " && (text.EndsWith("24/7", StringComparison.Ordinal) || !text.Split("; ")[^1].Contains(':')))
            ? "; "
            : link;

    private static Gen<string> Optional(Gen<string> part, int without) =>
        Gen.Frequency((3, part), (without + 1, Gen.Const("")));

    private static Gen<string> Word(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    private static string Time(int halfHours) => $"{halfHours / 2:00}:{halfHours % 2 * 30:00}";
}
