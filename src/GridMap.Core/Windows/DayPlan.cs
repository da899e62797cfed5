using GridMap.Core.Windows.Calendars;
using GridMap.Core.Windows.Rules;

namespace GridMap.Core.Windows;

/// <summary>What a window says of one calendar day: from which minute on what.</summary>
internal sealed class DayPlan
{
    private readonly int[] starts;
    private readonly WindowMoment[] moments;

    private DayPlan(List<int> starts, List<WindowMoment> moments)
    {
        this.starts = [.. starts];
        this.moments = [.. moments];
    }

    public int Count => starts.Length;

    /// <summary>The plan of a day, by what the calendar knows of it and of the days around.</summary>
    public static DayPlan Of(RulePart[] parts, bool asksCalendar, DateOnly day, HolidayCalendar calendar)
    {
        if (!asksCalendar)
        {
            return Of(parts, day, KnownKinds.Ordinary);
        }

        var kinds = new KindsAround(day, calendar);
        var plan = Of(parts, day, kinds);
        while (kinds.TryNext())
        {
            plan = plan.Or(Of(parts, day, kinds));
        }

        return kinds.IsUncertain ? plan.Or(null) : plan;
    }

    public int Start(int index) => starts[index];

    public WindowMoment Moment(int index) => moments[index];

    public WindowMoment At(int minute)
    {
        var index = Array.BinarySearch(starts, minute);
        return moments[index >= 0 ? index : ~index - 1];
    }

    private static DayPlan Of(RulePart[] parts, DateOnly day, IDayKinds kinds)
    {
        var matching = new List<RulePart>(parts.Length);
        foreach (var part in parts)
        {
            if (part.Matches(day, kinds))
            {
                if (part.Replaces)
                {
                    matching.Clear();
                }

                matching.Add(part);
            }
        }

        var changes = new List<int> { 0 };
        matching.ForEach(part => part.AddChanges(day, kinds, changes));
        return Of(changes, minute =>
        {
            var moment = default(WindowMoment);
            foreach (var part in matching)
            {
                moment = part.Apply(moment, minute, day, kinds);
            }

            return moment;
        });
    }

    private static DayPlan Of(List<int> changes, Func<int, WindowMoment> at)
    {
        changes.Sort();
        var starts = new List<int>();
        var moments = new List<WindowMoment>();
        foreach (var minute in changes)
        {
            if (minute < ClockSpan.Day && (starts.Count == 0 || minute > starts[^1])
                && at(minute) is var moment && (starts.Count == 0 || moment != moments[^1]))
            {
                starts.Add(minute);
                moments.Add(moment);
            }
        }

        return new DayPlan(starts, moments);
    }

    /// <summary>What is certain whichever of two plans holds; with null, nothing is.</summary>
    private DayPlan Or(DayPlan? other) => other is null
        ? new DayPlan([0], [new WindowMoment(WindowState.Unknown, null)])
        : Of([.. starts, .. other.starts], minute => Either(At(minute), other.At(minute)));

    private static WindowMoment Either(WindowMoment a, WindowMoment b) => new(
        a.State == b.State ? a.State : WindowState.Unknown, a.Comment == b.Comment ? a.Comment : null);
}
