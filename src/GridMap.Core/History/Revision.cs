namespace GridMap.Core.History;

/// <summary>A recorded change set.</summary>
/// <param name="Number">1 for the first; rises by one.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="Effective">From which date it holds.</param>
/// <param name="Actor">Who made it.</param>
/// <param name="Document">The document it rests on, or null.</param>
/// <param name="Note">A remark, or null.</param>
/// <param name="Summary">What it changed, in counts, for example <c>grids +54; addresses +11699</c>.</param>
public sealed record Revision(
    long Number,
    DateTimeOffset RecordedAt,
    DateOnly Effective,
    string Actor,
    string? Document,
    string? Note,
    string Summary);
