namespace GridMap.Core.Windows.Calendars;

/// <summary>A country's holidays as data: those by regulation, and what each year's notice made of them.</summary>
public sealed record Calendar : IMapItem<Calendar>
{
    /// <inheritdoc/>
    public required long Id { get; init; }

    /// <summary>ASCII id, for example <c>cn</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Its name.</summary>
    public required LocalText Name { get; init; }

    /// <summary>The holidays by regulation.</summary>
    public IReadOnlyList<StatutoryHoliday> Statutory { get; init; } = [];

    /// <summary>The years of which there is a notice; a year occurs once.</summary>
    public IReadOnlyList<CalendarYear> Years { get; init; } = [];

    /// <inheritdoc/>
    public string Key => Code;

    /// <inheritdoc/>
    public bool SameContent(Calendar other) =>
        Code == other.Code && Name == other.Name && Statutory.SequenceEqual(other.Statutory)
        && Years.Count == other.Years.Count && Years.Zip(other.Years).All(static pair => pair.First.SameAs(pair.Second));

    /// <inheritdoc/>
    public Calendar WithId(long id) => this with { Id = id };
}

/// <summary>A year's arrangement by its notice: all of its days are known then.</summary>
/// <param name="Year">The year.</param>
/// <param name="Document">The notice, or null.</param>
/// <param name="DaysOff">Holidays with the days off joined to them; some may lie at the end of the year before.</param>
/// <param name="Workdays">Days of weekends that are worked in exchange 调休.</param>
public sealed record CalendarYear(
    int Year, string? Document, IReadOnlyList<DateOnly> DaysOff, IReadOnlyList<DateOnly> Workdays)
{
    /// <summary>Whether the other says the same.</summary>
    public bool SameAs(CalendarYear other) =>
        Year == other.Year && Document == other.Document && DaysOff.SequenceEqual(other.DaysOff)
        && Workdays.SequenceEqual(other.Workdays);
}
