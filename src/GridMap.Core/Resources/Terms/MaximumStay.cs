using GridMap.Core.Windows;

namespace GridMap.Core.Resources.Terms;

/// <summary>How long one may stay.</summary>
/// <param name="Duration">The longest stay; more than zero.</param>
/// <param name="Counted">
/// The window whose time counts, as where a parking disc is asked for by day only; null: all time counts.
/// </param>
public sealed record MaximumStay(TimeSpan Duration, Window? Counted);
