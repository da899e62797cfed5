using System.Text.Json;
using GridMap.Core.Tests.Architecture;
using GridMap.Core.Windows;
using GridMap.Core.Windows.Calendars;

namespace GridMap.Core.Tests.Windows;

/// <summary>The calendar that is shipped, and what windows make of it.</summary>
public class CalendarTests
{
    private static readonly Calendar China = ShippedCalendar.Read();
    private static readonly HolidayCalendar Holidays = HolidayCalendar.Of(China);

    [Theory]
    [InlineData(2022)]
    [InlineData(2023)]
    [InlineData(2024)]
    [InlineData(2025)]
    [InlineData(2026)]
    public void Each_year_is_what_two_packages_agree_on(int year)
    {
        OpeningHoursPeer.Install();
        var shipped = China.Years.Single(y => y.Year == year);
        var (first, second) = (PeerCalendars.ChineseDays(), PeerCalendars.HolidayCalendarOf(year));
        Assert.Equal(second.DaysOff.Where(first.DaysOff.Contains), shipped.DaysOff);
        Assert.Equal(second.Workdays.Where(first.Workdays.Contains), shipped.Workdays);
        Assert.Equal(
            first.DaysOff.Where(d => second.DaysOff.Contains(d) || d.Year == year && (d.Month < 12 || d.Day < 20)), shipped.DaysOff);
        Assert.Equal(first.Workdays.Where(d => d.Year == year), shipped.Workdays);
    }

    [Fact]
    public void Statutory_holidays_are_days_off_in_every_year_that_a_package_knows()
    {
        OpeningHoursPeer.Install();
        var daysOff = PeerCalendars.ChineseDays().DaysOff;
        foreach (var holiday in China.Statutory)
        {
            for (var year = holiday.From; year <= 2026; year++)
            {
                Assert.Contains(holiday.In(year)!.Value, daysOff);
            }
        }
    }

    [Fact]
    public void No_notice_went_farther_from_a_statutory_holiday_than_the_calendar_allows_for()
    {
        var statutory = China.Statutory.SelectMany(s => Enumerable.Range(2022, 5).Select(y => s.In(y))).OfType<DateOnly>().ToList();
        var altered = China.Years.SelectMany(y => y.DaysOff.Concat(y.Workdays));
        Assert.Equal(10, altered.Max(day => statutory.Min(s => Math.Abs(s.DayNumber - day.DayNumber))));
        Assert.True(HolidayCalendar.DaysAltered > 10);
    }

    [Fact]
    public async Task A_regulation_from_a_year_long_gone_is_read_without_going_through_all_years()
    {
        var always = China with { Statutory = [.. China.Statutory.Select(static s => s with { From = int.MinValue })] };
        var stop = TestContext.Current.CancellationToken;
        var read = await Task.Run(() => HolidayCalendar.Of(always), stop).WaitAsync(TimeSpan.FromSeconds(10), stop);
        Assert.Equal(DayKinds.Holiday, read.KindsOf(new DateOnly(2027, 1, 1)));
    }

    [Theory]
    [InlineData("2026-10-01", DayKinds.Holiday)]
    [InlineData("2026-10-10", DayKinds.MakeUpWorkday)]
    [InlineData("2026-10-11", DayKinds.Ordinary)]
    [InlineData("2026-12-10", DayKinds.Ordinary)]
    [InlineData("2026-12-24", DayKinds.Ordinary | DayKinds.Holiday)]
    [InlineData("2026-12-26", DayKinds.Ordinary | DayKinds.Holiday | DayKinds.MakeUpWorkday)]
    [InlineData("2027-01-01", DayKinds.Holiday)]
    [InlineData("2027-01-04", DayKinds.Ordinary | DayKinds.Holiday)]
    [InlineData("2027-02-05", DayKinds.Holiday)]
    [InlineData("2027-03-10", DayKinds.Ordinary)]
    [InlineData("2027-06-09", DayKinds.Holiday)]
    [InlineData("2027-08-14", DayKinds.Ordinary)]
    [InlineData("2027-09-15", DayKinds.Holiday)]
    public void Without_a_notice_only_the_dates_it_could_alter_are_not_known(string day, DayKinds kinds) =>
        Assert.Equal(kinds, Holidays.KindsOf(DateOnly.Parse(day)));

    /// <summary>National Day 2026: 1 to 7 October, a Thursday to a Wednesday; 20 September and 10 October are worked.</summary>
    [Theory]
    [InlineData("PH -1 day 19:00-WD 07:00", "09-30T19:00-10-08T07:00")]
    [InlineData("PH 08:00-WD 07:00", "10-01T08:00-10-08T07:00")]
    [InlineData("Sa 08:00-24:00; Su 00:00-19:00; CW off", "09-19T08:00-09-20T00:00 09-26T08:00-09-27T19:00 10-03T08:00-10-04T19:00 10-11T00:00-10-11T19:00")]
    [InlineData("WD 22:00-24:00", "09-18T22:00-09-19T00:00 09-20T22:00-09-21T00:00 09-21T22:00-09-22T00:00 09-22T22:00-09-23T00:00 "
        + "09-23T22:00-09-24T00:00 09-24T22:00-09-25T00:00 09-28T22:00-09-29T00:00 09-29T22:00-09-30T00:00 "
        + "09-30T22:00-10-01T00:00 10-08T22:00-10-09T00:00 10-09T22:00-10-10T00:00 10-10T22:00-10-11T00:00")]
    public void Holidays_and_make_up_workdays_can_be_said(string text, string open)
    {
        var moonFestival = new DateOnly(2026, 9, 25);
        var october = HolidayCalendar.Of(
            China.Years.Single(y => y.Year == 2026).DaysOff.Where(d => d > moonFestival.AddDays(3)).Append(moonFestival),
            China.Years.Single(y => y.Year == 2026).Workdays);
        var calendar = text.Contains('-') && text.StartsWith("PH", StringComparison.Ordinal)
            ? HolidayCalendar.Of(China.Years.Single(y => y.Year == 2026).DaysOff.Where(d => d.Month == 10), [new(2026, 10, 10)])
            : october;
        Assert.Equal(open, Open(text, calendar, "2026-09-18", "2026-10-12"));
    }

    [Theory]
    [InlineData("Mo-Fr 08:00-18:00", "2027-01-04T09:00", WindowState.Open)]
    [InlineData("Mo-Fr 08:00-18:00; PH off", "2027-01-04T09:00", WindowState.Unknown)]
    [InlineData("Mo-Fr 08:00-18:00; PH off", "2027-01-04T19:00", WindowState.Closed)]
    [InlineData("Mo-Fr 08:00-18:00; PH off", "2027-01-01T09:00", WindowState.Closed)]
    [InlineData("Mo-Fr 08:00-18:00; PH off", "2027-03-10T09:00", WindowState.Open)]
    [InlineData("WD 08:00-18:00", "2027-01-09T09:00", WindowState.Unknown)]
    [InlineData("Mo-Su; PH", "2027-01-04T09:00", WindowState.Open)]
    [InlineData("PH -1 day 19:00-24:00", "2026-12-31T20:00", WindowState.Open)]
    public void What_hangs_on_an_unknown_day_is_unknown_and_nothing_else(string text, string time, WindowState state) =>
        Assert.Equal(state, Read(text).At(DateTime.Parse(time, null), Holidays).State);

    [Fact]
    public void Without_a_calendar_only_what_names_holidays_is_unknown()
    {
        Assert.Equal(WindowState.Open, Read("Mo-Fr 08:00-18:00").At(new DateTime(2026, 3, 4, 9, 0, 0)).State);
        Assert.Equal(WindowState.Unknown, Read("Mo-Fr 08:00-18:00; PH off").At(new DateTime(2026, 3, 4, 9, 0, 0)).State);
        Assert.Equal(WindowState.Closed, Read("Mo-Fr 08:00-18:00; PH off").At(new DateTime(2026, 3, 4, 7, 0, 0)).State);
    }

    private static string Open(string text, HolidayCalendar calendar, string from, string to) => string.Join(' ', Read(text)
        .ListIntervals(DateTimeOffset.Parse(from + "T00:00Z", null), DateTimeOffset.Parse(to + "T00:00Z", null), TimeZoneInfo.Utc, calendar)
        .Where(i => i.State == WindowState.Open).Select(i => $"{i.Start:MM-ddTHH:mm}-{i.End:MM-ddTHH:mm}"));

    private static Window Read(string text) =>
        Window.TryParse(text, out var window, out var error) ? window : throw new ArgumentException($"{text}: {error.Message.En}");
}

/// <summary><c>geodata/calendars/cn.json</c>.</summary>
internal static class ShippedCalendar
{
    public static Calendar Read()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(SourceTree.Root, "geodata", "calendars", "cn.json")));
        return new Calendar
        {
            Id = 1,
            Code = json.RootElement.GetProperty("id").GetString()!,
            Name = default,
            Statutory = [.. json.RootElement.GetProperty("statutory").EnumerateArray().Select(s => new StatutoryHoliday(
                LocalText.Same(s.GetProperty("name").GetProperty("zh").GetString()!),
                Enum.Parse<HolidayBasis>(s.GetProperty("basis").GetString()!, ignoreCase: true),
                s.TryGetProperty("month", out var month) ? month.GetInt32() : 0,
                s.TryGetProperty("day", out var day) ? day.GetInt32() : 0,
                s.GetProperty("from").GetInt32(),
                null))],
            Years = [.. json.RootElement.GetProperty("years").EnumerateArray().Select(y => new CalendarYear(
                y.GetProperty("year").GetInt32(), null, Dates(y.GetProperty("daysOff")), Dates(y.GetProperty("workdays"))))],
        };
    }

    private static DateOnly[] Dates(JsonElement dates) => [.. dates.EnumerateArray().Select(d => DateOnly.Parse(d.GetString()!, null))];
}

/// <summary>The calendars of two npm packages.</summary>
internal static class PeerCalendars
{
    /// <summary>All years of <c>chinese-days</c>.</summary>
    public static (DateOnly[] DaysOff, DateOnly[] Workdays) ChineseDays()
    {
        using var json = Open("chinese-days/dist/chinese-days.json");
        DateOnly[] Of(string name) => [.. json.RootElement.GetProperty(name).EnumerateObject().Select(d => DateOnly.Parse(d.Name, null)).Order()];
        return (Of("holidays"), Of("workdays"));
    }

    /// <summary>A year of <c>holiday-calendar</c>.</summary>
    public static (DateOnly[] DaysOff, DateOnly[] Workdays) HolidayCalendarOf(int year)
    {
        using var json = Open($"holiday-calendar/data/CN/{year}.json");
        DateOnly[] Of(string type) =>
        [
            .. json.RootElement.GetProperty("dates").EnumerateArray().Where(d => d.GetProperty("type").GetString() == type)
                .Select(d => DateOnly.Parse(d.GetProperty("date").GetString()!, null)).Order(),
        ];
        return (Of("public_holiday"), Of("transfer_workday"));
    }

    private static JsonDocument Open(string path) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(OpeningHoursPeer.Folder, "node_modules", path)));
}
