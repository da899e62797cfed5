using System.Text.Json;
using GridMap.Core;
using GridMap.Core.History;
using GridMap.Core.Windows.Calendars;
using GridMap.Data.Exchange;

namespace GridMap.Data.Importing.Calendars;

/// <summary>Makes the changes of an import of a calendar. Each year is a row; the rules by regulation are another.</summary>
internal sealed class CalendarImporter
{
    private readonly ImportRun run;

    private CalendarImporter(ImportRun run) => this.run = run;

    /// <summary>
    /// Reads the file and adds what changes. Years of the calendar that the file does not have stay, so that a year's
    /// notice can be imported alone.
    /// </summary>
    public static ChangeSet Build(ImportRun run, ChangeSet changes)
    {
        var importer = new CalendarImporter(run);
        var file = Read(run.Request.File);
        if (!TermBook.IsId(file.Id))
        {
            throw new ImportException($"The calendar's id '{file.Id}' must be of small letters, digits, '_' and '-'.");
        }

        var old = run.Before.Calendars.FirstOrDefault(c => c.Code == file.Id);
        var years = old?.Years.ToDictionary(static y => y.Year) ?? [];
        importer.TakeYears(file, years);
        var statutory = importer.TakeRules(file, old);
        var calendar = new Calendar
        {
            Id = old?.Id ?? run.NewId(),
            Code = file.Id,
            Name = file.Name,
            Statutory = statutory,
            Years = [.. years.Values.OrderBy(static y => y.Year)],
        };
        return old is not null && calendar.SameContent(old) ? changes : changes with { Calendars = new([calendar], []) };
    }

    private void TakeYears(CalendarFile file, Dictionary<int, CalendarYear> years)
    {
        foreach (var entry in file.Years)
        {
            var row = ++run.Report.Rows;
            if (WhyNot(entry) is { } why)
            {
                run.Report.Refuse(new RowProblem(row, "year", $"{entry.Year}", why));
                continue;
            }

            var year = new CalendarYear(entry.Year, entry.Document, [.. entry.DaysOff.Order()], [.. entry.Workdays.Order()]);
            Count(years.TryGetValue(entry.Year, out var before) ? year.SameAs(before) : null);
            years[entry.Year] = year;
        }
    }

    private IReadOnlyList<StatutoryHoliday> TakeRules(CalendarFile file, Calendar? old)
    {
        if (file.Statutory.Count == 0)
        {
            return old?.Statutory ?? [];
        }

        run.Report.Rows++;
        StatutoryHoliday[] rules =
            [.. file.Statutory.Select(static s => new StatutoryHoliday(s.Name, s.Basis, s.Month, s.Day, s.From, s.To))];
        if (rules.FirstOrDefault(static r => !IsDate(r)) is { } wrong)
        {
            run.Report.Refuse(new RowProblem(run.Report.Rows, "statutory", wrong.Name.En,
                $"There is no day {wrong.Day} of month {wrong.Month}. A lunar month has days 0 (its eve) to 30."));
            return old?.Statutory ?? [];
        }

        Count(old?.Statutory.Count > 0 ? rules.SequenceEqual(old.Statutory) : null);
        return rules;
    }

    private void Count(bool? same)
    {
        run.Report.New += same is null ? 1 : 0;
        run.Report.Changed += same == false ? 1 : 0;
        run.Report.Unchanged += same == true ? 1 : 0;
    }

    private static bool IsDate(StatutoryHoliday rule) => rule.Basis switch
    {
        HolidayBasis.Solar => rule.Month is >= 1 and <= 12 && rule.Day >= 1 && rule.Day <= DateTime.DaysInMonth(2001, rule.Month),
        HolidayBasis.Lunar => rule.Month is >= 1 and <= 12 && rule.Day is >= 0 and <= 30,
        _ => true,
    };

    private static string? WhyNot(YearEntry entry)
    {
        var first = new DateOnly(Math.Clamp(entry.Year, StatedYears.First, StatedYears.Last), 1, 1);
        var stray = entry.DaysOff.Concat(entry.Workdays).Where(
            d => d < first.AddDays(-HolidayCalendar.DaysAltered) || d >= first.AddYears(1)).ToList();
        var both = entry.DaysOff.Intersect(entry.Workdays).ToList();
        var weekdays = entry.Workdays.Where(static d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).ToList();
        return !StatedYears.Has(entry.Year) ? $"{entry.Year} is none of {StatedYears.Range.En}."
            : stray.Count > 0 ? $"{stray[0]:yyyy-MM-dd} is not of the year {entry.Year} or the days just before it."
            : both.Count > 0 ? $"{both[0]:yyyy-MM-dd} cannot be a day off and a workday."
            : weekdays.Count > 0 ? $"{weekdays[0]:yyyy-MM-dd} is a {weekdays[0].DayOfWeek}: a make-up workday is a Saturday or Sunday."
            : null;
    }

    private static CalendarFile Read(string path)
    {
        SourceFile.CheckReadable(path);
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), CalendarJson.Default.CalendarFile)!;
        }
        catch (JsonException e)
        {
            throw new ExchangeException($"'{path}' is no calendar: {e.Message} See geodata/README.md for its form.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ExchangeException($"'{path}' cannot be read: {e.Message}", e);
        }
    }
}
