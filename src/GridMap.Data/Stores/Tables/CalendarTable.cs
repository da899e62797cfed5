using GridMap.Core;
using GridMap.Core.Windows.Calendars;

namespace GridMap.Data.Stores.Tables;

internal sealed class CalendarTable() : ItemTable<Calendar>("calendar", "calendars",
[
    Column.Text("code"), Column.Text("name_zh"), Column.Text("name_en"), Column.Json("statutory"), Column.Json("years"),
])
{
    public override object?[] ToRow(Calendar item) =>
    [
        item.Code, item.Name.Zh, item.Name.En, Json.Of(item.Statutory.Select(ToRule).ToArray()),
        Json.Of(item.Years.Select(ToYear).ToArray()),
    ];

    public override Calendar FromRow(Row row) => new()
    {
        Id = row.Integer(),
        Code = row.Text(),
        Name = new LocalText(row.Text(), row.Text()),
        Statutory = [.. Json.Read<Rule[]>(row.Text()).Select(static r => new StatutoryHoliday(
            new LocalText(r.Zh, r.En), Enum.Parse<HolidayBasis>(r.Basis, ignoreCase: true), r.Month, r.Day, r.From, r.To))],
        Years = [.. Json.Read<Year[]>(row.Text()).Select(
            static y => new CalendarYear(y.Number, y.Document, y.DaysOff, y.Workdays))],
    };

    private static Rule ToRule(StatutoryHoliday s) =>
        new(s.Name.Zh, s.Name.En, Words.Of(s.Basis), s.Month, s.Day, s.From, s.To);

    private static Year ToYear(CalendarYear y) => new(y.Year, y.Document, [.. y.DaysOff], [.. y.Workdays]);

    private sealed record Rule(string Zh, string En, string Basis, int Month, int Day, int From, int? To);

    private sealed record Year(int Number, string? Document, DateOnly[] DaysOff, DateOnly[] Workdays);
}
