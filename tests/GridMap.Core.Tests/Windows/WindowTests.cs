using System.Globalization;
using CsCheck;
using GridMap.Core.Windows;

namespace GridMap.Core.Tests.Windows;

public class WindowTests
{
    private const string RuleExpected = "weekdays (Mo-Fr), months or dates (Apr-Sep, Dec 24), PH, times (08:00-12:00), 24/7, off, "
        + "unknown or a comment in quotation marks";

    /// <summary>Half an hour of nine days, on the minute where windows begin and end and between.</summary>
    private static readonly DateTime[] NineDays =
        [.. Enumerable.Range(0, 9 * 48).Select(i => new DateTime(2026, 11, 16).AddMinutes((i * 30) + (i % 3 * 7)))];

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
    [InlineData("", 0, RuleExpected)]
    [InlineData("workdays", 0, RuleExpected)]
    [InlineData("Mo-Fr 8.00-18:00", 7, "':' and two digits of minutes")]
    [InlineData("Mo-Fr 08:00", 11, "'-' and the time of the end, or '+'")]
    [InlineData("Mo-Fr 08:00-18:60", 15, "two digits of minutes, 00 to 59")]
    [InlineData("24:30-25:00", 0, "a time from 00:00 to 23:59")]
    [InlineData("08:00-49:00", 6, "a time from 00:00 to 48:00")]
    [InlineData("Mo-Fr 08:00-12:00 Sa", 18, "';', ',', '||', 'off', 'unknown', a comment or the end")]
    [InlineData("Mo-Xx", 3, "a weekday (Mo Tu We Th Fr Sa Su)")]
    [InlineData("SH off", 0, RuleExpected)]
    [InlineData("PH -2 days", 4, "1 day")]
    [InlineData("Apr 31", 4, "a day of that month")]
    [InlineData("week 10 Mo", 0, RuleExpected)]
    [InlineData("Jan 05-", 7, "a day of that month")]
    [InlineData("Mo 10:00-12:00 ||", 17, RuleExpected)]
    [InlineData("Mo 10:00-16:00/90", 14, "';', ',', '||', 'off', 'unknown', a comment or the end")]
    [InlineData("Mo 10:00-12:00;;", 15, RuleExpected)]
    [InlineData("Mo[6] 10:00-12:00", 3, "a number from 1 to 5, or from -1 to -5")]
    [InlineData("24/7 08:00-12:00", 5, "';', ',', '||', 'off', 'unknown', a comment or the end")]
    [InlineData("sunrise-sunset", 0, RuleExpected)]
    public void What_is_not_understood_is_refused_with_its_place(string text, int position, string expected)
    {
        Assert.False(Window.TryParse(text, out var window, out var error));
        Assert.Null(window);
        Assert.Equal((position, expected), (error.Position, error.Expected.En));
    }

    [Theory]
    [InlineData("SH off", true)]
    [InlineData("Mo-Fr 13:00-18:00; SH 10:00-16:00", true)]
    [InlineData("week 10 Mo", true)]
    [InlineData("Mo 08:00-sunset", true)]
    [InlineData("Mo (sunrise-01:00)-20:00", true)]
    [InlineData("easter off", true)]
    [InlineData("Mo-Xx", false)]
    [InlineData("Mo-Fr 08:00", false)]
    [InlineData("Mo \"week\" 8", false)]
    public void What_is_grammar_outside_the_subset_is_told_from_what_is_none(string text, bool isOutside)
    {
        Assert.False(Window.TryParse(text, out _, out var error));
        Assert.Equal(isOutside, error.IsOutside);
    }

    [Fact]
    public void Any_text_is_read_or_refused_and_never_throws() =>
        Gen.OneOf(Gen.String, Gen.OneOf("Mo", "24", "/", "7", "-", ",", ":", "08", "00", "99999999999", ";", "off", " ", "PH", "WD", "day",
                "[", "]", "1", "+", "Apr", "2026", "||", "\"", "unknown")
            .Array[0, 12].Select(string.Concat)).Sample(text =>
            {
                var read = Window.TryParse(text, out var window, out var error);
                return read ? window!.IsOpenAt(NineDays[0]) || true : error!.Position <= text.Length;
            });

    private static Window Read(string text) =>
        Window.TryParse(text, out var window, out var error) ? window : throw new ArgumentException($"{text}: {error}");
}
