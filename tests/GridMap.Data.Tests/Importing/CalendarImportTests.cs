using GridMap.Core.Windows.Calendars;
using GridMap.Data.Exchange;
using GridMap.Data.Importing;

namespace GridMap.Data.Tests.Importing;

public sealed class CalendarImportTests : IDisposable
{
    private const string Head = """{"id":"cn","name":{"zh":"节假日","en":"Holidays"},""";

    private readonly ImportBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task The_shipped_calendar_is_taken_whole_and_again_changes_nothing()
    {
        var request = new CalendarImport { File = Path.Combine(Root(), "geodata", "calendars", "cn.json") };
        var report = await bench.Run(request);
        Assert.Equal((6L, 6L, 0), (report.Rows, report.New, report.Refused.Count));
        Assert.Equal(ImportOutcome.Unchanged, (await bench.Run(request)).Outcome);

        var calendar = Assert.Single(bench.Store.Snapshot.Calendars);
        Assert.Equal([2022, 2023, 2024, 2025, 2026], calendar.Years.Select(y => y.Year));
        Assert.Equal(DayKinds.MakeUpWorkday, HolidayCalendar.Of(calendar).KindsOf(new DateOnly(2026, 10, 10)));
    }

    [Fact]
    public async Task A_years_notice_can_be_taken_alone()
    {
        await Import(Year("""{"year":2026,"daysOff":["2026-01-01"]}"""));
        var report = await Import(Year(
            """{"year":2027,"daysOff":["2026-12-31","2027-01-01"],"workdays":["2027-01-09"]}"""));
        Assert.Equal((1L, 1L), (report.Rows, report.New));
        Assert.Equal([2026, 2027], bench.Store.Snapshot.Calendars.Single().Years.Select(y => y.Year));
    }

    [Theory]
    [InlineData("""{"year":2026,"daysOff":["2027-03-01"]}""", "2027-03-01 is not of the year 2026")]
    [InlineData("""{"year":1,"daysOff":["0001-01-01"]}""", "1 is none of the years 1900 to 2200")]
    [InlineData("""{"year":9999,"daysOff":["9999-12-31"]}""", "9999 is none of the years 1900 to 2200")]
    [InlineData("""{"year":2026,"daysOff":["2026-01-03"],"workdays":["2026-01-03"]}""", "2026-01-03 cannot be a day off and a workday")]
    [InlineData("""{"year":2026,"daysOff":[],"workdays":["2026-01-05"]}""", "2026-01-05 is a Monday")]
    public async Task A_year_that_cannot_be_is_refused_with_why(string year, string why)
    {
        var report = await Import(Year(year));
        Assert.Contains(why, Assert.Single(report.Refused).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public async Task What_takes_effect_outside_the_years_that_are_taken_is_refused(string effective)
    {
        var file = bench.Write("calendar.json", Year("""{"year":2026,"daysOff":["2026-01-01"]}"""));
        var refused = await Assert.ThrowsAsync<ImportException>(
            () => bench.Run(new CalendarImport { File = file, Effective = effective }));
        Assert.Contains("is not a date of the years 1900 to 2200", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_calendar_is_refused()
    {
        Assert.Contains("is no calendar", (await Assert.ThrowsAsync<ExchangeException>(() => Import("""{"id":"cn"}"""))).Message);
        Assert.Contains("small letters", (await Assert.ThrowsAsync<ImportException>(
            () => Import(Head.Replace("cn", "CN!") + "\"years\":[]}"))).Message);
    }

    private Task<ImportReport> Import(string json) => bench.Run(new CalendarImport { File = bench.Write("calendar.json", json) });

    private static string Year(string year) => $"{Head}\"years\":[{year}]}}";

    private static string Root([System.Runtime.CompilerServices.CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
