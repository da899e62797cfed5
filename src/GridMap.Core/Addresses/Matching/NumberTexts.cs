using GridMap.Core.Addresses.Texts;

namespace GridMap.Core.Addresses.Matching;

/// <summary>What follows leading numbers in a register (letters, ranges), with a number for each text.</summary>
internal sealed class NumberTexts
{
    /// <summary>No text of the register: equal to none.</summary>
    private const int Unknown = int.MaxValue;

    private readonly Dictionary<string, int> known = new() { [""] = 0 };
    private readonly List<string> texts = [""];

    /// <summary>The key of a number of the register.</summary>
    public long Add(in NumberToken token)
    {
        if (!known.TryGetValue(token.Suffix, out var suffix))
        {
            known[token.Suffix] = suffix = known.Count;
            texts.Add(token.Suffix);
        }

        return NumberKeys.Of(token.Base, suffix);
    }

    /// <summary>The key of a number of a question; equal to no other when the register does not have it.</summary>
    public long Find(in NumberToken token) => Find(token.Base, token.Suffix);

    /// <summary>The key of a number of a question; equal to no other when the register does not have it.</summary>
    public long Find(int number, string suffix) => NumberKeys.Of(number, known.GetValueOrDefault(suffix, Unknown));

    /// <summary>The text of a key of the register.</summary>
    public string SuffixOf(long key) => texts[NumberKeys.SuffixOf(key)];

    /// <summary>
    /// Whether a number of the register that spans several (94-96, 11-13) holds a plain number. A span of one parity holds
    /// that parity only.
    /// </summary>
    public bool Spans(long key, int number)
    {
        var suffix = SuffixOf(key).AsSpan();
        if (suffix.IsEmpty || suffix[0] != '-')
        {
            return false;
        }

        suffix = suffix[1..];
        var digits = suffix.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? suffix[..end] : suffix;
        return int.TryParse(digits, out var last)
            && Math.Min(last, NumberKeys.BaseOf(key)) <= number && number <= Math.Max(last, NumberKeys.BaseOf(key));
    }
}
