namespace GridMap.Core.Addresses.Matching;

/// <summary>A name found in a question.</summary>
/// <param name="Name">The name; an alias is answered by the name it stands for.</param>
/// <param name="From">Where it begins in the folded text.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Cost">What its slips and missing words cost; 0 for a name as it is written.</param>
/// <param name="IsWhole">Whether it is there as it is written, with the word that says what it is.</param>
internal readonly record struct NameMatch(int Name, int From, int To, float Cost, bool IsWhole)
{
    /// <summary>The places it takes.</summary>
    public CharMask Places { get; } = CharMask.Span(From, To);
}
