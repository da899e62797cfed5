using CsCheck;
using GridMap.Core.Windows;
using GridMap.Core.Windows.Calendars;

namespace GridMap.Core.Tests.Windows;

/// <summary>Windows as texts: the normal form and the sentences.</summary>
public class WindowFormTests
{
    private static readonly HolidayCalendar Holidays = HolidayCalendar.Of(
        [new(2026, 10, 1), new(2026, 10, 2), new(2026, 10, 3)], [new(2026, 9, 27), new(2026, 10, 10)]);

    [Theory]
    [InlineData("24/7", "24/7")]
    [InlineData("open", "24/7")]
    [InlineData("mo - fr 8:00 - 12:00", "Mo-Fr 08:00-12:00")]
    [InlineData("Fr-Mo,Tu", "Mo,Tu,Fr-Su")]
    [InlineData("Sa,Su 00:00-24:00", "Sa,Su")]
    [InlineData("14:00-18:00,08:00-12:00", "08:00-12:00,14:00-18:00")]
    [InlineData("22:00-26:00", "22:00-02:00")]
    [InlineData("Fr 18:00-43:00", "Fr 18:00-43:00")]
    [InlineData("closed", "off")]
    [InlineData("\"ask\"", "unknown \"ask\"")]
    [InlineData("Mo open \"ask\"", "Mo open \"ask\"")]
    [InlineData("Apr-Sep: We 14:00-18:00;", "Apr-Sep We 14:00-18:00")]
    [InlineData("Mo open, PH off", "Mo open, PH off")]
    [InlineData("Dec 25 - Jan 5 off || sa[-1] -1 day 10:00+", "Dec 25-Jan 05 off || Sa[-1] -1 day 10:00+")]
    [InlineData("2026+ Mar Su[-1]-Oct Su[1] ph,mo 10:00-16:00+", "2026+ Mar Su[-1]-Oct Su[1] Mo,PH 10:00-16:00+")]
    [InlineData("ph -1 day 19:00-wd 07:00, CW off", "PH -1 day 19:00-WD 07:00, CW off")]
    public void The_normal_form_is_one_way_to_write_it(string text, string normal) =>
        Assert.Equal(normal, Read(text).ToNormalForm());

    [Fact]
    public void The_normal_form_is_a_fixed_point_and_says_the_same() =>
        Gen.OneOf(WindowTexts.Plain, WindowTexts.WithHolidays, WindowTexts.WithWorkdays).Where(WindowTexts.IsWindow).Sample(text =>
        {
            var window = Read(text);
            var normal = Read(window.ToNormalForm());
            Assert.Equal(window.ToNormalForm(), normal.ToNormalForm());
            Assert.Equal(Say(window), Say(normal));
        });

    [Theory]
    [InlineData("Mo-Fr 08:00-12:00,13:00-17:30; PH off",
        "周一至周五08:00至12:00、13:00至17:30；节假日不开放", "Monday to Friday 08:00 to 12:00 and 13:00 to 17:30; holidays closed")]
    [InlineData("19:00-07:00", "每天19:00至次日07:00", "every day 19:00 to 07:00 the next day")]
    [InlineData("24/7", "全天", "at all times")]
    [InlineData("Apr-Oct 19:00-07:00; Nov-Mar 18:30-07:30",
        "4月至10月19:00至次日07:00；11月至3月18:30至次日07:30",
        "April to October 19:00 to 07:00 the next day; November to March 18:30 to 07:30 the next day")]
    [InlineData("PH -1 day 19:00-WD 07:00", "节假日前一日19:00至节后首个工作日07:00",
        "from 19:00 on the eve of a holiday to 07:00 on the first workday after")]
    [InlineData("Sa 08:00-24:00; Su 00:00-19:00; CW off",
        "周六08:00至24:00；周日00:00至19:00；调休上班日不开放", "Saturday 08:00 to 24:00; Sunday 00:00 to 19:00; make-up workdays closed")]
    [InlineData("Su[-1] 10:00+ || \"ask first\"", "每月最后一个周日10:00起（结束时间不定）；其余时间不确定（ask first）",
        "the last Sunday of the month from 10:00, the end not being certain; otherwise not certain (ask first)")]
    public void A_window_is_said_in_two_languages(string text, string zh, string en) =>
        Assert.Equal(new LocalText(zh, en), Read(text).ToSentence());

    [Fact]
    public void Intervals_say_what_each_minute_says() =>
        Gen.Select(
            Gen.OneOf(WindowTexts.Plain, WindowTexts.WithHolidays, WindowTexts.WithWorkdays).Where(WindowTexts.IsWindow),
            Gen.OneOf(Gen.Const("Asia/Shanghai"), Gen.Const("Europe/Berlin")),
            Gen.Int[0, 365 * 24 * 60],
            Gen.Int[1, 4 * 24 * 60]).Sample((text, zoneId, start, minutes) =>
        {
            var (window, zone) = (Read(text), TimeZoneInfo.FindSystemTimeZoneById(zoneId));
            var from = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(start);
            var end = from;
            foreach (var interval in window.ListIntervals(from, from.AddMinutes(minutes), zone, Holidays))
            {
                Assert.Equal(end, interval.Start);
                Assert.True(interval.Start < interval.End);
                for (var at = interval.Start; at < interval.End; at = at.AddMinutes(1))
                {
                    var moment = window.At(TimeZoneInfo.ConvertTime(at, zone).DateTime, Holidays);
                    Assert.Equal(new WindowMoment(interval.State, interval.Comment), moment);
                }

                end = interval.End;
            }

            Assert.Equal(from.AddMinutes(minutes), end);
        }, iter: 300);

    [Theory]
    [InlineData("Mo-Fr 08:00-18:00", "2026-11-20T12:00:00+08:00", "2026-11-20T18:00:00+08:00")]
    [InlineData("Mo-Fr 08:00-18:00", "2026-11-20T18:00:00+08:00", "2026-11-23T08:00:00+08:00")]
    [InlineData("Jul 01 10:00-12:00", "2026-11-20T18:00:00+08:00", "2027-07-01T10:00:00+08:00")]
    [InlineData("24/7", "2026-11-20T18:00:00+08:00", null)]
    [InlineData("2020", "2026-11-20T18:00:00+08:00", null)]
    public void The_next_change_is_found(string text, string after, string? change) => Assert.Equal(
        change is null ? null : DateTimeOffset.Parse(change, null),
        Read(text).FindNextChange(DateTimeOffset.Parse(after, null), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")));

    [Fact]
    public void An_hour_that_comes_twice_counts_twice_and_one_left_out_is_passed_over()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        string Open(string day) => string.Join(' ', Read("02:30-04:00").ListIntervals(
                DateTimeOffset.Parse($"{day}T00:00Z", null), DateTimeOffset.Parse($"{day}T06:00Z", null), zone)
            .Where(i => i.State == WindowState.Open).Select(i => $"{i.Start:HH:mmzzz}-{i.End:HH:mmzzz}"));

        Assert.Equal("02:30+02:00-02:00+01:00 02:30+01:00-04:00+01:00", Open("2026-10-25"));
        Assert.Equal("03:00+02:00-04:00+02:00", Open("2026-03-29"));
    }

    private static string Say(Window window) => string.Join(' ', window.ListIntervals(
            new DateTimeOffset(2026, 9, 20, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 10, 14, 0, 0, 0, TimeSpan.Zero),
            TimeZoneInfo.Utc, Holidays)
        .Select(i => $"{i.Start:MM-ddTHH:mm}={i.State}{i.Comment}"));

    private static Window Read(string text) =>
        Window.TryParse(text, out var window, out var error) ? window : throw new ArgumentException($"{text}: {error.Message.En}");
}
