using System.Text.Json.Serialization;
using GridMap.Core;
using GridMap.Core.Windows.Calendars;
using GridMap.Data.Importing.Vocabularies;

namespace GridMap.Data.Importing.Calendars;

/// <summary>The contents of a calendar's file, as <c>geodata/calendars/cn.json</c> shows it.</summary>
internal sealed record CalendarFile
{
    public required string Id { get; init; }

    public required LocalText Name { get; init; }

    /// <summary>Where it is from, for people.</summary>
    public IReadOnlyList<string> Sources { get; init => field = value ?? []; } = [];

    public IReadOnlyList<StatutoryEntry> Statutory { get; init => field = value ?? []; } = [];

    public IReadOnlyList<YearEntry> Years { get; init => field = value ?? []; } = [];
}

internal sealed record StatutoryEntry
{
    public required LocalText Name { get; init; }

    public HolidayBasis Basis { get; init; }

    public int Month { get; init; }

    public int Day { get; init; }

    public int From { get; init; }

    public int? To { get; init; }
}

internal sealed record YearEntry
{
    public required int Year { get; init; }

    public string? Document { get; init; }

    public required IReadOnlyList<DateOnly> DaysOff { get; init; }

    public IReadOnlyList<DateOnly> Workdays { get; init => field = value ?? []; } = [];
}

/// <summary>The file as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(CamelCaseEnum<HolidayBasis>)])]
[JsonSerializable(typeof(CalendarFile))]
internal sealed partial class CalendarJson : JsonSerializerContext;
