namespace GridMap.Data.Exchange;

/// <summary>Why a row is not taken.</summary>
/// <param name="Row">The row: 1 for the first feature or data row of the file.</param>
/// <param name="Rule">The ASCII id of the rule that it breaks, for example <c>duplicate-id</c>.</param>
/// <param name="Value">The value that breaks it, or null.</param>
/// <param name="Message">A sentence that says what is wrong and names the cure.</param>
public sealed record RowProblem(long Row, string Rule, string? Value, string Message);
