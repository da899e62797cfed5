namespace GridMap.Core.Windows.Calendars;

/// <summary>What kinds of day a day may be; one of them when that is known.</summary>
[Flags]
public enum DayKinds
{
    /// <summary>None; no day is.</summary>
    None = 0,

    /// <summary>Neither of the others: a workday from Monday to Friday, else free.</summary>
    Ordinary = 1,

    /// <summary>A statutory holiday, or a day off that the year's arrangement joins to one.</summary>
    Holiday = 2,

    /// <summary>A day of the weekend that is worked in exchange 调休上班日.</summary>
    MakeUpWorkday = 4,
}
