using System.Globalization;
using CsCheck;
using GridMap.Core.Windows;

namespace GridMap.Core.Tests.Windows;

public class WindowTests
{
    private static readonly Gen<string> Weekday = Gen.OneOf("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");

    private static readonly Gen<string> Weekdays = Gen.OneOf(
        Weekday, Gen.Select(Weekday, Weekday, (a, b) => a == b ? a : $"{a}-{b}"), Gen.Const("Mo-Fr"), Gen.Const("Sa,Su"));

    private static readonly Gen<string> Span =
        from start in Gen.Int[0, 47]
        from length in Gen.Int[1, 48]
        from late in Gen.Bool
        let end = start + length
        select $"{Time(start)}-{Time(end > 48 && !late ? end - 48 : end)}";

    private static readonly Gen<string> Rule =
        from days in Gen.OneOf(Weekdays, Weekdays.Array[1, 3].Select(d => string.Join(',', d)), Gen.Const(""))
        from times in Span.Array[0, 2].Select(t => string.Join(',', t))
        from end in Gen.OneOf("", "", "", "off", "closed", "open")
        let text = string.Join(' ', new[] { days, times, end }.Where(part => part != ""))
        select text == "" ? "24/7" : text;

    private static readonly Gen<string> Text = Rule.Array[1, 4].Select(rules => string.Join("; ", rules));

    /// <summary>Half an hour of nine days, on the minute where windows begin and end and between.</summary>
    private static readonly DateTime[] NineDays =
        [.. Enumerable.Range(0, 9 * 48).Select(i => new DateTime(2026, 11, 16).AddMinutes((i * 30) + (i % 3 * 7)))];

    [Fact]
    public void Every_window_holds_when_the_npm_package_says_so()
    {
        var texts = new HashSet<string>(["24/7", "24/7; Mo off", "Mo-Fr 08:00-12:00,14:00-18:00", "Mo-Su 18:00-08:00"]);
        Text.Array[800].Sample(texts.UnionWith, iter: 1, threads: 1);
        var answers = OpeningHoursPeer.Ask(texts.Select(text => (text, (IReadOnlyList<DateTime>)NineDays)));

        var ours = texts.Select(text => string.Concat(NineDays.Select(t => Read(text).IsOpenAt(t) ? '1' : '0')));
        Assert.True(texts.Count > 500);
        Assert.Equal(
            texts.Zip(answers, (text, answer) => $"{text} = {answer}"), texts.Zip(ours, (text, own) => $"{text} = {own}"));
    }

    [Theory]
    [InlineData("Mo-Fr 08:00-18:00", "2026-11-23 08:00", true)]
    [InlineData("Mo-Fr 08:00-18:00", "2026-11-23 18:00", false)]
    [InlineData("Mo-Fr 08:00-18:00", "2026-11-22 12:00", false)]
    [InlineData("Fr 18:00-08:00", "2026-11-28 07:59", true)]
    [InlineData("Fr 18:00-32:00", "2026-11-28 08:00", false)]
    [InlineData("Sa-Mo", "2026-11-22 03:00", true)]
    [InlineData("24/7; We off", "2026-11-25 00:00", false)]
    [InlineData("Mo-Su 08:00-20:00; We 10:00-12:00", "2026-11-25 09:00", false)]
    [InlineData("Mo-Su 08:00-20:00; We 12:00-14:00 off", "2026-11-25 15:00", true)]
    public void A_window_holds_from_its_start_to_before_its_end(string text, string time, bool open) =>
        Assert.Equal(open, Read(text).IsOpenAt(DateTime.Parse(time, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("", 0, "a weekday (Mo-Fr), times (08:00-12:00), 24/7 or off")]
    [InlineData("workdays", 0, "a weekday (Mo-Fr), times (08:00-12:00), 24/7 or off")]
    [InlineData("Mo-Fr 8.00-18:00", 7, "':' and two digits of minutes")]
    [InlineData("Mo-Fr 08:00", 11, "'-' and the time of the end")]
    [InlineData("Mo-Fr 08:00-18:60", 15, "two digits of minutes, 00 to 59")]
    [InlineData("24:30-25:00", 0, "a time from 00:00 to 23:59")]
    [InlineData("08:00-49:00", 6, "a time from 00:00 to 48:00")]
    [InlineData("08:00-33:00", 6, "a time within 24 hours of the start")]
    [InlineData("Mo-Xx", 3, "a weekday (Mo Tu We Th Fr Sa Su)")]
    [InlineData("PH off", 0, "a weekday (Mo-Fr), times (08:00-12:00), 24/7 or off")]
    [InlineData("Mo 10:00-12:00, Tu 10:00-12:00", 16, "a time from 00:00 to 23:59")]
    [InlineData("Mo 10:00-12:00 || off", 15, "';', 'off' or the end")]
    [InlineData("Mo 10:00+", 8, "'-' and the time of the end")]
    [InlineData("Mo 10:00-12:00;", 15, "a weekday (Mo-Fr), times (08:00-12:00), 24/7 or off")]
    [InlineData("Mo[1] 10:00-12:00", 2, "';', 'off' or the end")]
    [InlineData("24/7 08:00-12:00", 5, "';', 'off' or the end")]
    [InlineData("sunrise-sunset", 0, "a weekday (Mo-Fr), times (08:00-12:00), 24/7 or off")]
    public void What_is_not_understood_is_refused_with_its_place(string text, int position, string expected)
    {
        Assert.False(Window.TryParse(text, out var window, out var error));
        Assert.Null(window);
        Assert.Equal((position, expected), (error.Position, error.Expected.En));
    }

    [Fact]
    public void Any_text_is_read_or_refused_and_never_throws() =>
        Gen.OneOf(Gen.String, Gen.OneOf("Mo", "24", "/", "7", "-", ",", ":", "08", "00", "99999999999", ";", "off", " ")
            .Array[0, 12].Select(string.Concat)).Sample(text =>
            {
                var read = Window.TryParse(text, out var window, out var error);
                return read ? window!.IsOpenAt(NineDays[0]) || true : error!.Position <= text.Length;
            });

    private static Window Read(string text) =>
        Window.TryParse(text, out var window, out var error) ? window : throw new ArgumentException($"{text}: {error}");

    private static string Time(int halfHours) => $"{halfHours / 2:00}:{halfHours % 2 * 30:00}";
}
