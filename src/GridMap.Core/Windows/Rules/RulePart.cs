namespace GridMap.Core.Windows.Rules;

/// <summary>
/// What a rule says of one day: of the day on which it begins, or (<see cref="CarriesOver"/>) of the day after, where its
/// times run past midnight.
/// </summary>
internal sealed class RulePart
{
    private readonly Piece[] pieces;

    private RulePart(WindowRule rule, bool carriesOver, bool replaces, Piece[] pieces)
    {
        Rule = rule;
        CarriesOver = carriesOver;
        Replaces = replaces;
        this.pieces = pieces;
    }

    public WindowRule Rule { get; }

    public bool CarriesOver { get; }

    /// <summary>Whether it sets aside the parts before it, on days that it matches.</summary>
    public bool Replaces { get; }

    /// <summary>Whether it counts only where the time is closed so far. What is carried over does not ask.</summary>
    public bool IsFallback => Rule.Link == RuleLink.Fallback && !CarriesOver;

    /// <summary>The parts of rules, in their order.</summary>
    public static RulePart[] Of(IReadOnlyList<WindowRule> rules)
    {
        var parts = new List<RulePart>();
        foreach (var rule in rules)
        {
            var replaces = rule.Link == RuleLink.Normal && rule.State != WindowState.Closed
                && (rule.NamesDays || (rule.State == WindowState.Open && parts.Count > 0 && !parts[^1].Rule.NamesDays));
            parts.Add(new RulePart(rule, false, replaces, [.. PiecesToday(rule.Times)]));
            var tomorrow = PiecesTomorrow(rule.Times).ToArray();
            if (tomorrow.Length > 0)
            {
                parts.Add(new RulePart(rule, true, false, tomorrow));
            }
        }

        return [.. parts];
    }

    public bool Matches(DateOnly day, IDayKinds kinds) => Rule.Matches(CarriesOver ? day.AddDays(-1) : day, kinds);

    /// <summary>Adds the minutes at which what it says may change.</summary>
    public void AddChanges(DateOnly day, IDayKinds kinds, List<int> minutes)
    {
        foreach (var piece in pieces)
        {
            minutes.Add(piece.From);
            minutes.Add(piece.To);
            minutes.Add(piece.NextTo);
        }

        foreach (var (from, to) in RunOf(day, kinds))
        {
            minutes.Add(from);
            minutes.Add(to);
        }
    }

    /// <summary>The state after this part, where it was another before.</summary>
    public WindowMoment Apply(WindowMoment before, int minute, DateOnly day, IDayKinds kinds)
    {
        if (Rule.Run is not null)
        {
            return Holds(RunOf(day, kinds), minute) ? Say(before, null, minute) : before;
        }

        if (Rule.Times.Count == 0)
        {
            return Say(before, null, minute);
        }

        foreach (var piece in pieces)
        {
            if (minute >= piece.From && minute < piece.To)
            {
                before = Say(before, piece, minute);
            }
        }

        return before;
    }

    private static bool Holds(IReadOnlyList<(int From, int To)> times, int minute)
    {
        foreach (var (from, to) in times)
        {
            if (minute >= from && minute < to)
            {
                return true;
            }
        }

        return false;
    }

    private IReadOnlyList<(int From, int To)> RunOf(DateOnly day, IDayKinds kinds) => Rule.Run?.Find(day, kinds) ?? [];

    private WindowMoment Say(WindowMoment before, Piece? piece, int minute)
    {
        if (IsFallback && before.State != WindowState.Closed)
        {
            return before;
        }

        var state = piece is { OpenEnd: true } open && Rule.State != WindowState.Closed
            ? open.NextTo > open.From && minute >= open.NextTo ? WindowState.Closed : WindowState.Unknown
            : Rule.State;
        return new WindowMoment(state, Rule.Comment);
    }

    private static IEnumerable<Piece> PiecesToday(IReadOnlyList<ClockSpan> times)
    {
        for (var i = 0; i < times.Count; i++)
        {
            var span = times[i];
            var nextTo = i + 1 < times.Count ? Math.Min(times[i + 1].To, ClockSpan.Day) : ClockSpan.Day;
            if (span.Extended && span.To < ClockSpan.Day)
            {
                yield return new Piece(span.To, Math.Min(ClockSpan.GuessEnd(span.To), ClockSpan.Day), true, nextTo);
            }

            yield return new Piece(span.From, Math.Min(span.To, ClockSpan.Day), span.OpenEnd, nextTo);
        }
    }

    private static IEnumerable<Piece> PiecesTomorrow(IReadOnlyList<ClockSpan> times)
    {
        foreach (var span in times)
        {
            if (span.Extended && ClockSpan.GuessEnd(span.To) > ClockSpan.Day)
            {
                yield return new Piece(0, ClockSpan.GuessEnd(span.To) - ClockSpan.Day, true, ClockSpan.Day);
            }

            if (span.To > ClockSpan.Day)
            {
                yield return new Piece(0, span.To - ClockSpan.Day, span.OpenEnd, ClockSpan.Day);
            }
        }
    }

    /// <summary>A time of the day itself.</summary>
    /// <param name="From">Included.</param>
    /// <param name="To">Excluded; at most 24:00.</param>
    /// <param name="OpenEnd">Whether its end is not known.</param>
    /// <param name="NextTo">
    /// Where the next time of the same rule ends: an open end is over then. 24:00 where there is none.
    /// </param>
    private readonly record struct Piece(int From, int To, bool OpenEnd, int NextTo);
}
