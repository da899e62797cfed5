namespace GridMap.Data.Exchange;

/// <summary>The geometry of one row cannot be understood; it becomes that row's problem.</summary>
internal sealed class ShapeException(string rule, string? value, string message) : Exception(message)
{
    public string Rule { get; } = rule;

    public string? Value { get; } = value;

    public SourceRow ToRow(long number) => SourceRow.Bad(number, Rule, Value, Message);
}
