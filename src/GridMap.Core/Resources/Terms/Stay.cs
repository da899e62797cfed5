namespace GridMap.Core.Resources.Terms;

/// <summary>A stay that somebody plans.</summary>
/// <param name="Arrive">When they come in.</param>
/// <param name="Leave">When they are out again; after they come, by <see cref="Longest"/> at most.</param>
public readonly record struct Stay(DateTimeOffset Arrive, DateTimeOffset Leave)
{
    /// <summary>The longest stay that is answered.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>Two hours from a time on: what <c>open</c> and <c>free</c> mean where no stay is asked for.</summary>
    public static Stay From(DateTimeOffset now) => new(now, now.AddHours(2));

    /// <summary>How long it is.</summary>
    public TimeSpan Duration => Leave - Arrive;

    /// <summary>Why it cannot be, or null.</summary>
    public LocalText? Problem => Leave <= Arrive ? new("离开时间必须晚于到达时间", "the stay must end after it starts")
        : Duration > Longest ? new("停留不能超过 366 天", "the stay must not be longer than 366 days")
        : null;
}

/// <summary>What a resource's terms say of a stay.</summary>
public sealed record StayAnswer
{
    /// <summary>Whether the whole stay is allowed, entry and exit included; null: not certain.</summary>
    public required bool? Allowed { get; init; }

    /// <summary>Whether no fee is due at any time of the stay; null: not stated or not certain.</summary>
    public required bool? Free { get; init; }

    /// <summary>By when one must be in; null: no such time before the stay ends.</summary>
    public DateTimeOffset? EnterBy { get; init; }

    /// <summary>By when one must be out again, coming at the time asked for; null: no such time within a week of its end.</summary>
    public DateTimeOffset? LeaveBy { get; init; }

    /// <summary>Until when it is open without a break from the arrival on; null: more than a week beyond the stay.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>
    /// Where the stay is not allowed, the longest part of it that would be; null where none is, or all of it.
    /// </summary>
    public Stay? Nearly { get; init; }

    /// <summary>By how much that part is shorter, or zero.</summary>
    public TimeSpan Shortfall { get; init; }

    /// <summary>The notice for which the stay is not allowed, or null.</summary>
    public Suspension? Suspension { get; init; }

    /// <summary>Whether at least half of the stay would be allowed, or it is not certain whether all of it is.</summary>
    public bool NearlyFits => Allowed is null || Nearly is not null;
}
