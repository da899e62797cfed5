using GridMap.Core.Grids;

namespace GridMap.Core.Duties;

/// <summary>A duty for a grid of the path.</summary>
/// <param name="Duty">The duty.</param>
/// <param name="Grid">
/// The grid of the path that it is for, the one nearest to the leaf where it is for several; the leaf where it is for a
/// compound or a dwelling.
/// </param>
/// <param name="Person">Its holder, when that is a person.</param>
/// <param name="OnCall">
/// Whether the holder is on call at the instant asked; null when the window is not understood; false for a vacant post.
/// </param>
public sealed record DutyAnswer(Duty Duty, Grid Grid, Person? Person, bool? OnCall);
