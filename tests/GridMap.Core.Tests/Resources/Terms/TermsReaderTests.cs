using GridMap.Core.Resources.Terms;

namespace GridMap.Core.Tests.Resources.Terms;

public class TermsReaderTests
{
    [Theory]
    [InlineData("stay", "Mo-Fr 8-18", "at character 8, ':' and two digits of minutes was expected")]
    [InlineData("fee", "sunset-sunrise", "at character 1, weekdays")]
    [InlineData("max_stay", "1 month", "hours, or like '90 minutes'")]
    [InlineData("max_stay", "1 hour @ Mo-Fr", "a window in brackets after '@'")]
    [InlineData("max_stay", "0", "hours, or like")]
    [InlineData("seats", "few", "a whole number was expected")]
    [InlineData("batch_date", "1.5.2026", "a date like 2026-11-22")]
    [InlineData("suspensions", "tomorrow", "'from/to|reason|document'")]
    [InlineData("suspensions", "0001-01-01/2026-12-01", "of the years 1900 to 2200")]
    [InlineData("suspensions", "2026-12-01/9999-12-31T20:00-05:00", "of the years 1900 to 2200")]
    [InlineData("suspensions", "2026-12-03/2026-12-01", "an end after the beginning")]
    [InlineData("suspensions", "2026-12-01/2026-12-05|a;2026-12-04/2026-12-06|b",
        "two suspensions overlap: 2026-12-01/2026-12-05|a and 2026-12-04/2026-12-06|b")]
    public void What_is_no_term_is_named(string attribute, string value, string problem)
    {
        var found = Assert.Single(TermsReader.Read(AttributeSet.Of([new(attribute, value)])).Problems);
        Assert.Equal(attribute, found.Attribute);
        Assert.Contains(problem, found.Message.En, StringComparison.Ordinal);
        Assert.NotEqual("", found.Message.Zh);
    }

    [Fact]
    public void What_cannot_be_read_is_never_taken_for_free_or_open()
    {
        var terms = TermsReader.Read(AttributeSet.Of([new("stay", "any time"), new("fee", "some")])).Terms;
        var stay = new Stay(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddHours(1));
        var answer = StayRules.Answer(terms, stay, new TermsContext(TimeZoneInfo.Utc, Core.Windows.Calendars.HolidayCalendar.NothingKnown));
        Assert.Null(answer.Allowed);
        Assert.Null(answer.Free);
    }

    [Theory]
    [InlineData("12", 720)]
    [InlineData("90 minutes", 90)]
    [InlineData("1.5 hours", 90)]
    [InlineData("2 h", 120)]
    [InlineData("30 days", 43_200)]
    public void A_longest_stay_is_read(string text, int minutes) =>
        Assert.Equal(minutes, TermsReader.Read(AttributeSet.Of([new("max_stay", text)])).Terms.MaximumStay!.Duration.TotalMinutes);

    [Theory]
    [InlineData("", "car", null, true)]
    [InlineData("car;bus", "bus", null, true)]
    [InlineData("car;bus", "truck", null, false)]
    [InlineData("car", "car", 9, true)]
    [InlineData("car", "car", 10, false)]
    public void Vehicles_are_admitted_by_class_and_seats(string vehicles, string asked, int? seats, bool admitted)
    {
        var terms = TermsReader.Read(AttributeSet.Of([new("vehicle", vehicles), new("seats", "9")])).Terms;
        Assert.Equal(admitted, terms.Admits(new Vehicle(asked, seats)));
        Assert.True(terms.Admits(null));
    }

    [Theory]
    [InlineData("stay=19:00-07:00|enter=19:00-22:00|fee=no|max_stay=12|vehicle=car",
        "可停留：每天19:00至次日07:00。可进入：每天19:00至22:00。免费。最长12小时。车辆：小型汽车。",
        "Open every day 19:00 to 07:00 the next day. Entry every day 19:00 to 22:00. Free. At most 12 hours. For cars.")]
    [InlineData("fee=07:00-19:00|charge=2元/小时", "收费时段：每天07:00至19:00（2元/小时），其余时间免费。",
        "A fee is due every day 07:00 to 19:00 (2元/小时), otherwise free.")]
    public void Terms_are_said_in_two_languages(string text, string zh, string en) => Assert.Equal(
        new LocalText(zh, en),
        TermsSentence.Of(TermsReader.Read(AttributeSet.Of(
            text.Split('|').Select(p => p.Split('=', 2)).Select(p => KeyValuePair.Create(p[0], p[1])))).Terms));
}
