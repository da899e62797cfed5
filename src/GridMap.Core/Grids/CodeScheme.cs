namespace GridMap.Core.Grids;

/// <summary>
/// How the codes of a partition are formed: how many characters a grid of each level has, the code of an upper grid
/// being a prefix of those below it.
/// </summary>
/// <param name="Lengths">Characters of a code by level, root first, rising; as many as the partition has levels.</param>
/// <param name="DigitsOnly">Whether a code holds ASCII digits alone.</param>
/// <remarks>
/// The default for a Chinese district is <c>6, 9, 12, 15</c>: county, street, community (the division code of
/// GB/T 2260 and GB/T 10114 and its statistical extension) and a sequence of three digits.
/// </remarks>
public sealed record CodeScheme(IReadOnlyList<int> Lengths, bool DigitsOnly)
{
    /// <summary>Division code of 12 digits and a sequence of 3.</summary>
    public static readonly CodeScheme Default = new([6, 9, 12, 15], DigitsOnly: true);

    /// <inheritdoc/>
    public bool Equals(CodeScheme? other) =>
        other is not null && DigitsOnly == other.DigitsOnly && Lengths.SequenceEqual(other.Lengths);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(DigitsOnly, Lengths.Count);
}
