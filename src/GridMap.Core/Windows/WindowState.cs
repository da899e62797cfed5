namespace GridMap.Core.Windows;

/// <summary>What a window says of a moment.</summary>
public enum WindowState
{
    /// <summary>It does not hold.</summary>
    Closed,

    /// <summary>It holds.</summary>
    Open,

    /// <summary>
    /// It may hold: the text says <c>unknown</c>, has only a comment or an open end there, or the calendar does not know
    /// the day.
    /// </summary>
    Unknown,
}

/// <summary>What a window says of a moment, and the comment of the rule that says so.</summary>
/// <param name="State">Whether it holds.</param>
/// <param name="Comment">The comment as it was written, or null.</param>
public readonly record struct WindowMoment(WindowState State, string? Comment);

/// <summary>A time in which a window says one thing.</summary>
/// <param name="Start">Its start, included.</param>
/// <param name="End">Its end, excluded; after the start.</param>
/// <param name="State">Whether the window holds.</param>
/// <param name="Comment">The comment of the rule that says so, or null.</param>
public readonly record struct WindowInterval(DateTimeOffset Start, DateTimeOffset End, WindowState State, string? Comment);
