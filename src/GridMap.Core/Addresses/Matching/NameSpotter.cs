using GridMap.Core.Addresses.Texts;

namespace GridMap.Core.Addresses.Matching;

/// <summary>Finds the names of the register in a question: as they are written, without their last word, and with slips.</summary>
internal sealed class NameSpotter
{
    private const int LongestWindow = 40, LongestCore = 12, MostWords = 6, MostMatches = 600, MostUnderOneHash = 4000;

    private readonly NameTable names;
    private readonly AddressText text;
    private readonly Dictionary<(int Name, int From), NameMatch> found = [];
    private CharMask written;

    private CharMask numbers;

    private NameSpotter(NameTable names, AddressText text) => (this.names, this.text) = (names, text);

    /// <summary>The names found, the cheapest first.</summary>
    /// <param name="names">The names.</param>
    /// <param name="text">The question.</param>
    /// <param name="tokens">Its numbers: no slip is looked for across one of which a word says what it numbers.</param>
    public static List<NameMatch> Spot(NameTable names, AddressText text, List<NumberToken> tokens)
    {
        var spotter = new NameSpotter(names, text);
        foreach (var token in tokens)
        {
            if (token is { IsMarked: true, Slot: < Slot.Bare } && text.HasHan)
            {
                spotter.numbers.Add(CharMask.Span(token.From, token.To));
            }
        }

        spotter.FindWritten();
        spotter.FindWords();
        foreach (var match in spotter.found.Values)
        {
            if (match.IsWhole && match.To - match.From > 1)
            {
                spotter.written.Add(match.Places);
            }
        }

        spotter.FindSlipsBeforeSuffixes();
        foreach (var match in spotter.found.Values)
        {
            // A name without its last word is enough not to look for slips inside it.
            if (match.Cost < 1 && match.To - match.From > 1)
            {
                spotter.written.Add(match.Places);
            }
        }

        spotter.FindSlips();
        var all = spotter.found.Values.ToList();
        all.Sort(static (a, b) => a.Cost != b.Cost ? a.Cost.CompareTo(b.Cost)
            : a.To - a.From != b.To - b.From ? (b.To - b.From).CompareTo(a.To - a.From)
            : (a.From, a.Name).CompareTo((b.From, b.Name)));
        return all.Count > MostMatches ? all[..MostMatches] : all;
    }

    /// <summary>Only those as they are written, without a slip.</summary>
    public static List<NameMatch> SpotWritten(NameTable names, AddressText text)
    {
        var spotter = new NameSpotter(names, text);
        spotter.FindWritten();
        spotter.FindWords();
        return [.. spotter.found.Values.Where(static m => m.IsWhole)];
    }

    private void FindWritten()
    {
        var longest = Math.Min(LongestWindow, names.LongestKey);
        for (var from = 0; from < text.Length; from++)
        {
            if (!text.IsEdge(from))
            {
                continue;
            }

            var hash = Variants.Start();
            for (var to = from + 1; to <= text.Length && to - from <= longest; to++)
            {
                hash = Variants.Step(hash, text.Chars[to - 1]);
                if (!text.IsEdge(to))
                {
                    continue;
                }

                TakeWritten(hash, from, to, text.Chars.AsSpan(from, to - from));
            }
        }
    }

    private void TakeWritten(ulong hash, int from, int to, ReadOnlySpan<char> window)
    {
        foreach (var listed in names.Find(hash))
        {
            TakeWritten(listed, 0, from, to, window);
        }

        foreach (var listed in names.FindMore(hash))
        {
            TakeWritten(listed, names.OwnCount, from, to, window);
        }
    }

    private void TakeWritten(int listed, int first, int from, int to, ReadOnlySpan<char> window)
    {
        ref readonly var name = ref names[(listed >> 2) + first];
        if ((listed & 3) == (int)ListedAs.Whole && window.SequenceEqual(name.Form.Key))
        {
            Add(name, first, from, to, 0, true);
        }
        else if ((listed & 3) == (int)ListedAs.Core && window.SequenceEqual(name.Form.Core))
        {
            var (cost, end) = AfterCore(name, to);
            Add(name, first, from, end, cost, false);
        }
    }

    /// <summary>What it costs that after a core stands another word than the name's, or none; and where the name ends.</summary>
    private (float Cost, int End) AfterCore(in NameTable.Name name, int at)
    {
        var rest = text.Chars.AsSpan(at);
        var isArea = name.Level < NameLevel.Postcode;
        foreach (var suffix in NameWords.SuffixesOf(name.Level))
        {
            if (rest.StartsWith(suffix))
            {
                return isArea ? (0.1f, at + suffix.Length)
                    : (name.Level == NameLevel.Road ? Costs.OtherRoadWord : Costs.OtherCompoundWord, at + suffix.Length);
            }
        }

        return (StartsOtherThing(rest, name.Level) ? (isArea ? Costs.OtherThingForArea : Costs.OtherThing)
            : isArea ? Costs.AreaWordMissing
            : name.Level == NameLevel.Road ? Costs.RoadWordMissing
            : Costs.CompoundWordMissing, at);
    }

    private static bool StartsOtherThing(ReadOnlySpan<char> rest, NameLevel level)
    {
        for (var other = NameLevel.Province; other <= NameLevel.Compound; other++)
        {
            foreach (var suffix in NameWords.SuffixesOf(other))
            {
                if (other != level && rest.StartsWith(suffix))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Spaced text, with street types written out.</summary>
    private void FindWords()
    {
        foreach (var (key, from, to) in Phrases())
        {
            TakeWritten(Variants.HashOf(key), from, to, key);
        }
    }

    private IEnumerable<(string Key, int From, int To)> Phrases()
    {
        if (!text.Kinds.Contains(CharKind.Letter))
        {
            yield break;
        }

        var words = NameForm.WordsOf(text);
        for (var first = 0; first < words.Count; first++)
        {
            var key = "";
            for (var last = first; last < words.Count && last < first + MostWords; last++)
            {
                var (from, to) = words[last];
                if (text.Kinds[from] is not (CharKind.Letter or CharKind.Digit))
                {
                    break;
                }

                var word = text.Chars[from..to];
                yield return (key + (NameWords.StreetTypes.GetValueOrDefault(word) ?? NameForm.Expanded(word)), words[first].From, to);
                key += first == last && NameWords.StreetHeads.TryGetValue(word, out var head) ? head : NameForm.Expanded(word);
            }
        }
    }

    /// <summary>Windows that end where a suffix of the register's names begins.</summary>
    private void FindSlipsBeforeSuffixes()
    {
        if (!text.HasHan)
        {
            return;
        }

        var suffixes = names.Suffixes.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 1; at < text.Length; at++)
        {
            for (var length = 1; length <= 6 && at + length <= text.Length; length++)
            {
                if (suffixes.TryGetValue(text.Chars.AsSpan(at, length), out var suffix))
                {
                    FindSlipsBefore(at, length, suffix);
                }
            }
        }
    }

    private void FindSlipsBefore(int end, int length, int suffix)
    {
        Span<ulong> hashes = stackalloc ulong[64];
        for (var from = end - 1; from >= 0 && end - from <= LongestCore; from--)
        {
            if (numbers.Has(from))
            {
                break;
            }

            if (!text.IsEdge(from) || IsWritten(from, end))
            {
                continue;
            }

            var window = text.Chars.AsSpan(from, end - from);
            var slips = window.Length < 4 ? 1 : 2;
            foreach (var hash in hashes[..Variants.List(window, slips, NameTable.SaltOf(suffix), hashes)])
            {
                TakeSlips(names.Find(hash), 0, ListedAs.CoreVariant, window, from, end + length);
            }
        }
    }

    /// <summary>Windows of any text that is no name as it is written.</summary>
    private void FindSlips()
    {
        Span<ulong> hashes = stackalloc ulong[64];
        for (var from = 0; from < text.Length && text.HasHan; from++)
        {
            for (var to = from + 2; to <= text.Length && to - from <= LongestCore && !numbers.Has(to - 1) && !numbers.Has(from); to++)
            {
                if (!text.IsEdge(from) || !text.IsEdge(to) || IsWritten(from, to))
                {
                    continue;
                }

                var window = text.Chars.AsSpan(from, to - from);
                var slips = window.Length < 6 ? 1 : 2;
                foreach (var hash in hashes[..Variants.List(window, slips, NameTable.WholeSalt, hashes)])
                {
                    TakeSlips(names.Find(hash), 0, ListedAs.WholeVariant, window, from, to);
                    TakeSlips(names.FindMore(hash), names.OwnCount, ListedAs.WholeVariant, window, from, to);
                }
            }
        }

        foreach (var (key, from, to) in Phrases())
        {
            if (key.Length > 3 && !IsWritten(from, to))
            {
                foreach (var hash in hashes[..Variants.List(key, key.Length < 6 ? 1 : 2, NameTable.WholeSalt, hashes)])
                {
                    TakeSlips(names.Find(hash), 0, ListedAs.WholeVariant, key, from, to);
                    TakeSlips(names.FindMore(hash), names.OwnCount, ListedAs.WholeVariant, key, from, to);
                }
            }
        }
    }

    private void TakeSlips(
        ReadOnlySpan<int> listed, int first, ListedAs listedAs, ReadOnlySpan<char> window, int from, int to)
    {
        if (listed.Length > MostUnderOneHash)
        {
            return;
        }

        foreach (var item in listed)
        {
            if ((item & 3) != (int)listedAs)
            {
                continue;
            }

            ref readonly var name = ref names[(item >> 2) + first];
            var isHan = name.Form.IsHan;
            var compared = isHan ? name.Form.Core : name.Form.Key;
            var most = NameTable.SlipsFor(isHan, compared.Length);
            var slips = Slips.Count(window, compared, most);
            if (slips == 0 || slips > most)
            {
                continue;
            }

            var without = listedAs == ListedAs.WholeVariant && isHan && name.Form.Tail > 0;
            var apart = !Slips.TellsApart(window, compared) ? 0
                : window.Length == compared.Length ? Costs.OtherQuarter : Costs.QuarterMissing;
            Add(name, first, from, to, Costs.OfSlips(slips, compared.Length) + apart + (without ? Costs.CompoundWordMissing : 0)
                + (TouchesWritten(from, to) ? Costs.SlipInName : 0), false);
        }
    }

    private bool IsWritten(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (!written.Has(at))
            {
                return false;
            }
        }

        return true;
    }

    private bool TouchesWritten(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (written.Has(at))
            {
                return true;
            }
        }

        return false;
    }

    private void Add(in NameTable.Name name, int first, int from, int to, float cost, bool isWhole)
    {
        var target = name.Target + first;
        cost += name.Level == NameLevel.Place || ReferenceEquals(name.Text, names[target].Text) ? 0 : Costs.Alias;
        if (!found.TryGetValue((target, from), out var known) || cost < known.Cost || (cost == known.Cost && to > known.To))
        {
            found[(target, from)] = new NameMatch(target, from, to, cost, isWhole);
        }
    }
}
