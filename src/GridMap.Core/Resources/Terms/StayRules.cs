using GridMap.Core.Windows;

namespace GridMap.Core.Resources.Terms;

/// <summary>Answers what terms say of a stay.</summary>
public static class StayRules
{
    /// <summary>How far beyond a stay it is looked for its next change.</summary>
    private static readonly TimeSpan Beyond = TimeSpan.FromDays(8);

    /// <summary>What the terms say of a stay.</summary>
    /// <remarks>
    /// A stay is allowed when the stay window is open and no suspension holds at each of its instants, the start included
    /// and the end excluded; the entry window is open at the instant of arrival; the exit window is open at the instant of
    /// leaving; and it is not longer than the longest stay. Where that hangs on something unknown, it is not certain.
    /// </remarks>
    /// <exception cref="ArgumentException">The stay cannot be: see <see cref="Stay.Problem"/>.</exception>
    public static StayAnswer Answer(ResourceTerms terms, Stay stay, TermsContext context)
    {
        if (stay.Problem is { } problem)
        {
            throw new ArgumentException(problem.En, nameof(stay));
        }

        var times = StayTimes.List(terms, stay.Arrive, stay.Leave + Beyond, context);
        var free = IsFree(terms.Fee, stay, context);
        var state = StateOf(terms, stay, times, context);
        var until = times[0].State == WindowState.Open && times.Count > 1 ? times[0].End : (DateTimeOffset?)null;
        var nearly = state == WindowState.Open ? null : Nearest(terms, stay, times, context);
        return new StayAnswer
        {
            Allowed = terms.Who is not null ? false : Is(state),
            Free = free,
            EnterBy = EnterBy(terms, stay, context),
            LeaveBy = times[0].State == WindowState.Open ? LeaveBy(terms, stay, until, context) : null,
            Until = until,
            Nearly = terms.Who is null ? nearly : null,
            Shortfall = nearly is { } part && terms.Who is null ? stay.Duration - part.Duration : TimeSpan.Zero,
            Suspension = terms.Suspensions.FirstOrDefault(
                s => s.From.In(context.Zone) < stay.Leave && s.To.In(context.Zone) > stay.Arrive),
        };
    }

    private static bool? Is(WindowState state) => state switch
    {
        WindowState.Open => true,
        WindowState.Closed => false,
        _ => null,
    };

    private static WindowState StateOf(
        ResourceTerms terms,
        Stay stay,
        List<(DateTimeOffset Start, DateTimeOffset End, WindowState State)> times,
        TermsContext context)
    {
        var all = Both(context.At(terms.Enter, stay.Arrive), context.At(terms.Exit, stay.Leave));
        foreach (var time in times)
        {
            all = time.Start < stay.Leave ? Both(all, time.State) : all;
        }

        return Both(all, IsShortEnough(terms.MaximumStay, stay, context));
    }

    /// <summary>Open when both are, closed when either is.</summary>
    private static WindowState Both(WindowState a, WindowState b) =>
        a == WindowState.Closed || b == WindowState.Closed ? WindowState.Closed
        : a == WindowState.Unknown || b == WindowState.Unknown ? WindowState.Unknown
        : WindowState.Open;

    private static WindowState IsShortEnough(MaximumStay? most, Stay stay, TermsContext context)
    {
        if (most is null || stay.Duration <= most.Duration)
        {
            return WindowState.Open;
        }

        TimeSpan counted = default, uncertain = default;
        foreach (var interval in context.List(most.Counted, stay.Arrive, stay.Leave))
        {
            var length = interval.End - interval.Start;
            counted += interval.State == WindowState.Open ? length : TimeSpan.Zero;
            uncertain += interval.State == WindowState.Unknown ? length : TimeSpan.Zero;
        }

        return counted > most.Duration ? WindowState.Closed
            : counted + uncertain > most.Duration ? WindowState.Unknown
            : WindowState.Open;
    }

    private static bool? IsFree(Fee fee, Stay stay, TermsContext context)
    {
        var (window, whenOpen) = fee switch
        {
            Fee.During during => (during.Due, false),
            Fee.FreeDuring free => (free.Free, true),
            _ => (null, false),
        };
        if (window is null)
        {
            return fee == Fee.Never ? true : fee == Fee.Always ? false : null;
        }

        bool? all = true;
        foreach (var interval in context.List(window, stay.Arrive, stay.Leave))
        {
            if (interval.State == WindowState.Unknown)
            {
                all = null;
            }
            else if (interval.State == WindowState.Open != whenOpen)
            {
                return false;
            }
        }

        return all;
    }

    private static DateTimeOffset? EnterBy(ResourceTerms terms, Stay stay, TermsContext context)
    {
        if (terms.Enter is null)
        {
            return null;
        }

        var first = context.List(terms.Enter, stay.Arrive, stay.Leave).First();
        return first.State == WindowState.Open && first.End < stay.Leave ? first.End : null;
    }

    private static DateTimeOffset? LeaveBy(
        ResourceTerms terms, Stay stay, DateTimeOffset? until, TermsContext context)
    {
        var latest = LatestByLength(terms.MaximumStay, stay.Arrive, until ?? (stay.Leave + Beyond), context);
        if (latest is null && until is null)
        {
            return null;
        }

        var end = latest < until || until is null ? latest!.Value : until.Value;
        return LastExit(terms, stay.Arrive, end, context) ?? end;
    }

    /// <summary>When the longest stay is used up, or null where that is after the end.</summary>
    private static DateTimeOffset? LatestByLength(
        MaximumStay? most, DateTimeOffset from, DateTimeOffset end, TermsContext context)
    {
        if (most is null)
        {
            return null;
        }

        var left = most.Duration;
        foreach (var interval in context.List(most.Counted, from, end))
        {
            var length = interval.State == WindowState.Closed ? TimeSpan.Zero : interval.End - interval.Start;
            if (length > left)
            {
                return interval.Start + left;
            }

            left -= length;
        }

        return null;
    }

    /// <summary>The last instant, up to an end, at which one may go out or could until then; null where there is none.</summary>
    private static DateTimeOffset? LastExit(
        ResourceTerms terms, DateTimeOffset from, DateTimeOffset end, TermsContext context) =>
        context.At(terms.Exit, end) == WindowState.Open
            ? end
            : context.List(terms.Exit, from, end).LastOrDefault(static i => i.State == WindowState.Open) is { End: var last } open
                && open.State == WindowState.Open
                ? last
                : null;

    /// <summary>The longest part of the stay that is allowed, when it is half of it at least; else null.</summary>
    private static Stay? Nearest(
        ResourceTerms terms,
        Stay stay,
        List<(DateTimeOffset Start, DateTimeOffset End, WindowState State)> times,
        TermsContext context)
    {
        Stay? best = null;
        foreach (var time in times)
        {
            if (time.State == WindowState.Open && time.Start < stay.Leave
                && Part(terms, time.Start, time.End < stay.Leave ? time.End : stay.Leave, context) is { } part
                && part.Duration * 2 >= stay.Duration && !(part.Duration <= best?.Duration))
            {
                best = part;
            }
        }

        return best;
    }

    private static Stay? Part(ResourceTerms terms, DateTimeOffset from, DateTimeOffset to, TermsContext context)
    {
        var entry = context.List(terms.Enter, from, to).FirstOrDefault(static i => i.State == WindowState.Open);
        if (entry.State != WindowState.Open)
        {
            return null;
        }

        var end = LatestByLength(terms.MaximumStay, entry.Start, to, context) ?? to;
        return LastExit(terms, entry.Start, end, context) is { } exit && exit > entry.Start ? new Stay(entry.Start, exit) : null;
    }
}
