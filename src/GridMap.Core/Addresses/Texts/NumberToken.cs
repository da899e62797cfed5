namespace GridMap.Core.Addresses.Texts;

/// <summary>A number in a text with what it numbers.</summary>
/// <param name="Slot">What it numbers.</param>
/// <param name="From">Where it begins, with the word that belongs to it.</param>
/// <param name="To">Where it ends, that word included.</param>
/// <param name="Base">Its leading whole number; 0 for a letter alone.</param>
/// <param name="Suffix">What follows the leading number, folded: a letter, <c>-13</c>; often empty.</param>
/// <param name="InRemark">Whether it stands in brackets.</param>
internal readonly record struct NumberToken(
    Slot Slot, int From, int To, int Base, string Suffix, bool InRemark)
{
    /// <summary>Whether a word says what it numbers.</summary>
    public bool IsMarked { get; init; }
}
