namespace GridMap.Core.Resources.Terms;

/// <summary>Why a text is not a term.</summary>
/// <param name="Attribute">The attribute that holds it.</param>
/// <param name="Value">The text.</param>
/// <param name="Message">What was expected, with the place where that is known.</param>
public sealed record TermsProblem(string Attribute, string Value, LocalText Message);
