using GridMap.Core.Addresses.Texts;

namespace GridMap.Core.Addresses.Matching;

/// <summary>What of a question a candidate answers, and what it leaves over.</summary>
internal sealed class Understood(NameTable names, RowTable rows, Question question)
{
    private static readonly string[] SlotIds = ["lane", "number", "sub", "building", "unit", "floor", "room"];

    /// <summary>Whether a house number or a building that was asked is not the answer's.</summary>
    public bool LeavesNumber(Candidate candidate)
    {
        for (var i = 0; i < question.Tokens.Count; i++)
        {
            var token = question.Tokens[i];
            if ((candidate.Numbers >> i & 1) == 0 && !token.InRemark && token.IsMarked && token.Slot <= Slot.Building
                && !CharMask.Span(token.From, token.To).Meets(candidate.Explained))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The names of a row, with what each is.</summary>
    public List<(int Name, string Level)> NamesOf(AddressRow row)
    {
        var all = new List<(int, string)>();
        var areas = rows.AreasOf(row);
        for (var level = 0; level < NameWords.AreaLevels; level++)
        {
            all.Add((areas[level], ((NameLevel)level).ToString().ToLowerInvariant()));
        }

        all.Add((row.Road, "road"));
        all.Add((row.Compound, "compound"));
        return all;
    }

    /// <summary>What of the question a candidate answers, in the question's order.</summary>
    public List<MatchedPart> ListMatched(Candidate candidate, List<(int Name, string Level)> parts)
    {
        var matched = new List<(int From, MatchedPart Part)>();
        foreach (var (name, level) in parts)
        {
            if (question.Find(name) is { } match && IsExplained(match, candidate))
            {
                matched.Add((match.From, new MatchedPart(level, question.Text.Original(match.From, match.To), names[name].Text)));
            }
        }

        for (var i = 0; i < question.Tokens.Count; i++)
        {
            if ((candidate.Numbers >> i & 1) != 0)
            {
                var token = question.Tokens[i];
                var asked = question.Text.Original(token.From, token.To);
                matched.Add((token.From, new MatchedPart(SlotIds[Math.Min((int)token.Slot == (int)Slot.Bare ? 1 : (int)token.Slot, 6)], asked, asked)));
            }
        }

        return [.. matched.OrderBy(static m => m.From).Select(static m => m.Part).Distinct()];
    }

    private static bool IsExplained(in NameMatch match, in Candidate candidate)
    {
        for (var at = match.From; at < match.To; at++)
        {
            if (!candidate.Explained.Has(at))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What of the question a candidate leaves over.</summary>
    public List<string> ListUnmatched(in Candidate candidate)
    {
        var explained = candidate.Explained;
        for (var i = 0; i < question.Tokens.Count; i++)
        {
            if ((candidate.Numbers >> i & 1) != 0)
            {
                explained.Add(CharMask.Span(question.Tokens[i].From, question.Tokens[i].To));
            }
        }

        var (rest, from) = (new List<string>(), -1);
        for (var at = 0; at <= Math.Min(question.Text.Length, CharMask.Capacity); at++)
        {
            var isRest = at < question.Text.Length && !explained.Has(at);
            if (from >= 0 && (!isRest || question.Text.Breaks[at] || IsNumberEdge(at)))
            {
                rest.Add(question.Text.Original(from, at));
                from = -1;
            }

            from = isRest && from < 0 ? at : from;
        }

        return rest;
    }

    private bool IsNumberEdge(int at) => question.Tokens.Exists(t => t.From == at || t.To == at);
}
