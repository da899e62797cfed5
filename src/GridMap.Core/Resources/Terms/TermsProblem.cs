namespace GridMap.Core.Resources.Terms;

/// <summary>Why a text is not a term.</summary>
/// <param name="Attribute">The attribute that holds it.</param>
/// <param name="Value">The text.</param>
/// <param name="Message">What was expected, with the place where that is known.</param>
/// <param name="IsOutside">Whether it is a window outside the subset of the grammar; see <c>WindowError</c>.</param>
public sealed record TermsProblem(string Attribute, string Value, LocalText Message, bool IsOutside = false);
