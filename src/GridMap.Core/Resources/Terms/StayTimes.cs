using GridMap.Core.Windows;
using GridMap.Core.Windows.Calendars;

namespace GridMap.Core.Resources.Terms;

/// <summary>Where and by which calendar terms are meant.</summary>
/// <param name="Zone">The zone of windows and of suspensions without an offset.</param>
/// <param name="Holidays">The holidays.</param>
public sealed record TermsContext(TimeZoneInfo Zone, HolidayCalendar Holidays)
{
    /// <summary>What a window says of an instant; no window is always open.</summary>
    public WindowState At(Window? window, DateTimeOffset instant) =>
        window?.At(TimeZoneInfo.ConvertTime(instant, Zone).DateTime, Holidays).State ?? WindowState.Open;

    /// <summary>The intervals of a window; no window is always open.</summary>
    public IEnumerable<WindowInterval> List(Window? window, DateTimeOffset from, DateTimeOffset to) =>
        window is null || window.IsAlways
            ? from < to ? [new WindowInterval(from, to, WindowState.Open, null)] : []
            : window.ListIntervals(from, to, Zone, Holidays);
}

/// <summary>When a resource may be used at all: its stay window less its suspensions.</summary>
internal static class StayTimes
{
    /// <summary>The times, in order and without gaps; neighbours differ in state.</summary>
    public static List<(DateTimeOffset Start, DateTimeOffset End, WindowState State)> List(
        ResourceTerms terms, DateTimeOffset from, DateTimeOffset to, TermsContext context)
    {
        var times = new List<(DateTimeOffset Start, DateTimeOffset End, WindowState State)>();
        foreach (var interval in ListOpen(terms, from, to, context))
        {
            var start = interval.Start;
            foreach (var suspension in terms.Suspensions)
            {
                var (begins, ends) = (suspension.From.In(context.Zone), suspension.To.In(context.Zone));
                if (begins < interval.End && ends > start)
                {
                    Add(times, start, begins, interval.State);
                    Add(times, begins > start ? begins : start, ends < interval.End ? ends : interval.End, WindowState.Closed);
                    start = ends;
                }
            }

            Add(times, start, interval.End, interval.State);
        }

        return times;
    }

    /// <summary>The stay window, less the time of the other one.</summary>
    private static IEnumerable<WindowInterval> ListOpen(
        ResourceTerms terms, DateTimeOffset from, DateTimeOffset to, TermsContext context)
    {
        foreach (var interval in context.List(terms.Stay, from, to))
        {
            if (terms.NoStay is null || interval.State == WindowState.Closed)
            {
                yield return interval;
                continue;
            }

            foreach (var barred in context.List(terms.NoStay, interval.Start, interval.End))
            {
                yield return barred with
                {
                    State = barred.State == WindowState.Open ? WindowState.Closed
                        : barred.State == WindowState.Closed ? interval.State
                        : WindowState.Unknown,
                };
            }
        }
    }

    private static void Add(
        List<(DateTimeOffset Start, DateTimeOffset End, WindowState State)> times,
        DateTimeOffset start,
        DateTimeOffset end,
        WindowState state)
    {
        if (start >= end)
        {
            return;
        }

        if (times.Count > 0 && times[^1].State == state)
        {
            times[^1] = times[^1] with { End = end };
        }
        else
        {
            times.Add((start, end, state));
        }
    }
}
