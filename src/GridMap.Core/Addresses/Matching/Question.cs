using GridMap.Core.Addresses.Texts;

namespace GridMap.Core.Addresses.Matching;

/// <summary>A question taken apart: its names, numbers and claims, and what each character costs that an answer leaves over.</summary>
internal sealed class Question
{
    private readonly float[] weights;
    private readonly Dictionary<int, int> byName = [];
    private readonly int[] next;

    private Question(AddressText text, List<NumberToken> tokens, List<NameMatch> matches, List<Claim> claims)
    {
        (Text, Tokens, Matches, Claims) = (text, tokens, matches, claims);
        weights = new float[Math.Min(text.Length, CharMask.Capacity)];
        next = new int[matches.Count];
        for (var i = matches.Count - 1; i >= 0; i--)
        {
            next[i] = byName.GetValueOrDefault(matches[i].Name, -1);
            byName[matches[i].Name] = i;
        }
    }

    /// <summary>The text.</summary>
    public AddressText Text { get; }

    /// <summary>Its numbers.</summary>
    public List<NumberToken> Tokens { get; }

    /// <summary>The keys of its numbers.</summary>
    public long[] Keys { get; private set; } = [];

    /// <summary>The keys of its house numbers as names of buildings, 3号.</summary>
    public long[] DoorNames { get; private set; } = [];

    /// <summary>The register's names found in it, the cheapest first.</summary>
    public List<NameMatch> Matches { get; }

    /// <summary>Its claims.</summary>
    public List<Claim> Claims { get; }

    /// <summary>What it would cost that no answer is meant.</summary>
    public float CostOfNone { get; private set; }

    /// <summary>Takes a text apart.</summary>
    public static Question Read(string source, NameTable names, NumberTexts texts)
    {
        var text = AddressText.Read(source);
        var tokens = NumberScanner.Scan(text);
        var matches = NameSpotter.Spot(names, text, tokens);
        AddNamedBuildings(names, matches, tokens);
        var question = new Question(text, tokens, matches, Matching.Claims.Find(names, text, matches, tokens))
        {
            Keys = [.. tokens.Select(t => texts.Find(t))],
            DoorNames = [.. tokens.Select(t => t.Slot == Slot.Door ? texts.Find(t.Base, t.Suffix + "号") : NumberKeys.None)],
        };
        question.Weigh(names);
        return question;
    }

    /// <summary>Where a name was found best, or null.</summary>
    public NameMatch? Find(int name) => name >= 0 && byName.TryGetValue(name, out var at) ? Matches[at] : null;

    /// <summary>Adds the places where a name stands to those explained: the best, and every other as it is written.</summary>
    /// <returns>False where it does not stand, or only where something else is explained already.</returns>
    public bool Explain(int name, ref CharMask explained, ref float cost)
    {
        var at = name < 0 ? -1 : byName.GetValueOrDefault(name, -1);
        while (at >= 0 && Matches[at].Places.Meets(explained))
        {
            at = next[at];
        }

        if (at < 0)
        {
            return false;
        }

        cost += Matches[at].Cost;
        explained.Add(Matches[at].Places);
        for (at = next[at]; at >= 0 && Matches[at].IsWhole; at = next[at])
        {
            explained.Add(Matches[at].Places);
        }

        return true;
    }

    /// <summary>What the characters cost that are not among these places.</summary>
    public float CostOfRest(in CharMask explained)
    {
        var cost = 0f;
        for (var at = 0; at < weights.Length; at++)
        {
            cost += weights[at] > 0 && !explained.Has(at) ? weights[at] : 0;
        }

        return cost;
    }

    private static void AddNamedBuildings(NameTable names, List<NameMatch> matches, List<NumberToken> tokens)
    {
        foreach (var match in matches)
        {
            if (match.IsWhole && names[match.Name].Level == NameLevel.Building)
            {
                tokens.Add(new NumberToken(Slot.Building, match.From, match.To, 0, names[match.Name].Form.Key, false) { IsMarked = true });
            }
        }
    }

    private void Weigh(NameTable names)
    {
        for (var at = 0; at < weights.Length; at++)
        {
            weights[at] = Text.Remarks[at] ? Costs.RemarkCharacter : Text.Kinds[at] switch
            {
                CharKind.Han or CharKind.Digit => Costs.HanCharacter,
                CharKind.Letter => Costs.Letter,
                _ => 0,
            };
        }

        WeighWords();
        WeighRemarks();
        var numbers = 0;
        foreach (var token in Tokens)
        {
            if (token.Slot != Slot.Other)
            {
                weights.AsSpan(token.From, Math.Min(token.To, weights.Length) - token.From).Clear();
                numbers++;
            }
        }

        WeighTowns(names);
        CostOfNone = 2 + weights.Sum() + numbers;
        foreach (var match in Matches)
        {
            if (match is { IsWhole: true } && names[match.Name].Level == NameLevel.Place)
            {
                for (var at = match.From; at < Math.Min(match.To, weights.Length); at++)
                {
                    weights[at] = Math.Min(weights[at], Costs.HanCharacter * Costs.NamedPlaceShare);
                }
            }
        }
    }

    /// <summary>The words after a known postcode name its town, whatever the register calls it.</summary>
    private void WeighTowns(NameTable names)
    {
        foreach (var match in Matches)
        {
            for (var at = match.To; match.IsWhole && names[match.Name].Level == NameLevel.Postcode
                && at < weights.Length && Text.Kinds[at] == CharKind.Letter; at++)
            {
                weights[at] = Math.Min(weights[at], Costs.RemarkCharacter);
            }
        }
    }

    private void WeighWords()
    {
        foreach (var (from, to) in NameForm.WordsOf(Text))
        {
            if (to <= weights.Length && Text.Kinds[from] == CharKind.Letter)
            {
                var isRemark = NameWords.RemarkWords.Contains(Text.Chars[from..to]);
                var each = isRemark ? Costs.RemarkCharacter : Math.Min(Costs.Letter, Costs.Word / (to - from));
                weights.AsSpan(from, to - from).Fill(each);
            }
        }
    }

    private void WeighRemarks()
    {
        foreach (var remark in NameWords.Remarks)
        {
            for (var at = Text.Chars.IndexOf(remark, StringComparison.Ordinal); at >= 0;
                at = Text.Chars.IndexOf(remark, at + 1, StringComparison.Ordinal))
            {
                for (var i = at; i < Math.Min(at + remark.Length, weights.Length); i++)
                {
                    weights[i] = Math.Min(weights[i], Costs.RemarkCharacter);
                }
            }
        }
    }
}
