using GridMap.Core.Addresses.Texts;

namespace GridMap.Core.Addresses.Matching;

/// <summary>Says what speaks against a row as the answer to a question.</summary>
internal sealed class RowScorer(RowTable rows, NumberTexts texts, Question question)
{
    /// <summary>A candidate that costs more is none.</summary>
    public float Limit { get; set; } = Costs.Most;

    /// <summary>The slots of an answer that has all numbers of its row.</summary>
    public const int WholeRow = Markers.SlotCount;

    /// <summary>A row, or as much of it as the question says; null when the question names neither its road nor its compound.</summary>
    public Candidate? Score(int row)
    {
        ref readonly var r = ref rows[row];
        var candidate = new Candidate { Row = row, Kind = Found.Row, Cut = WholeRow };
        var (road, compound) = ExplainNames(r, ref candidate);
        if ((!road && !compound) || candidate.Cost > Limit)
        {
            return null;
        }

        CompareNumbers(r, compound, ref candidate);
        if (candidate.Cut <= (int)Slot.Door && !compound)
        {
            return null;
        }

        var deepest = r.Numbers.Deepest();
        candidate.IsGathered = deepest >= candidate.Cut;
        candidate.Cut = Math.Min(candidate.Cut, deepest + 1);
        candidate.Cost += (candidate.IsGathered ? Costs.Gathered : 0)
            + (road || r.Road < 0 ? 0 : Costs.RoadMissing)
            + (compound || r.Compound < 0 ? 0
                : candidate.Cut > (int)Slot.Building && r.Numbers[(int)Slot.Building] != NumberKeys.None
                    ? Costs.CompoundMissingBeforeBuilding : Costs.CompoundMissing);
        return Finish(r, ref candidate);
    }

    /// <summary>A road as a whole.</summary>
    public Candidate? ScoreRoad(int row)
    {
        var candidate = new Candidate { Row = row, Kind = Found.Road };
        ref readonly var r = ref rows[row];
        if (!question.Explain(r.Road, ref candidate.Explained, ref candidate.Cost))
        {
            return null;
        }

        ExplainAreas(r, ref candidate);
        return Finish(r, ref candidate);
    }

    /// <summary>A compound as a whole, by one of its rows.</summary>
    public Candidate? ScoreCompound(int row)
    {
        ref readonly var r = ref rows[row];
        var candidate = new Candidate { Row = row, Kind = Found.Row, Cut = (int)Slot.Building };
        var (road, compound) = ExplainNames(r, ref candidate);
        if (!compound)
        {
            return null;
        }

        for (var slot = Slot.Lane; slot < Slot.Building; slot++)
        {
            _ = Use(slot, r.Numbers[(int)slot], ref candidate);
        }

        var deepest = r.Numbers.Deepest();
        candidate.IsGathered = deepest >= candidate.Cut;
        candidate.Cut = Math.Min(candidate.Cut, deepest + 1);
        candidate.Cost += road || r.Road < 0 ? 0 : Costs.RoadMissing;
        return Finish(r, ref candidate);
    }

    /// <summary>An area.</summary>
    public Candidate? ScoreArea(int name, int row)
    {
        var candidate = new Candidate { Row = row, Kind = Found.Area, Name = name };
        ref readonly var r = ref rows[row];
        if (!question.Explain(name, ref candidate.Explained, ref candidate.Cost))
        {
            return null;
        }

        ExplainAreas(r, ref candidate);
        return Finish(r, ref candidate);
    }

    private (bool Road, bool Compound) ExplainNames(in AddressRow r, ref Candidate candidate)
    {
        var (road, compound) = (question.Find(r.Road), question.Find(r.Compound));
        var roadFirst = road is { } a && (compound is not { } b || a.Cost < b.Cost || (a.Cost == b.Cost && a.To - a.From >= b.To - b.From));
        var (hasRoad, hasCompound) = (false, false);
        if (roadFirst)
        {
            hasRoad = question.Explain(r.Road, ref candidate.Explained, ref candidate.Cost);
        }

        hasCompound = question.Explain(r.Compound, ref candidate.Explained, ref candidate.Cost);
        if (!roadFirst)
        {
            hasRoad = question.Explain(r.Road, ref candidate.Explained, ref candidate.Cost);
        }

        ExplainAreas(r, ref candidate);
        return (hasRoad, hasCompound);
    }

    private void ExplainAreas(in AddressRow r, ref Candidate candidate)
    {
        ref readonly var areas = ref rows.AreasOf(r);
        for (var level = NameWords.AreaLevels - 1; level >= 0; level--)
        {
            if (areas[level] >= 0 && !question.Explain(areas[level], ref candidate.Explained, ref candidate.Cost))
            {
                candidate.Cost += Costs.AreaMissing;
            }
        }
    }

    private void CompareNumbers(in AddressRow r, bool compound, ref Candidate candidate)
    {
        for (var slot = Slot.Lane; slot < Slot.Bare; slot++)
        {
            var number = r.Numbers[(int)slot];
            if (number == NumberKeys.None || Use(slot, number, ref candidate))
            {
                continue;
            }

            var asked = Asks(slot);
            if (slot < Slot.Building && compound)
            {
                candidate.Cost += asked ? Costs.OtherNumber : Costs.DoorMissing;
            }
            else if (!asked && slot >= Slot.Building && AsksDeeper(slot, r))
            {
                candidate.Cost += slot is Slot.Floor ? 0 : Costs.LevelSkipped;
            }
            else
            {
                candidate.Cut = (int)slot;
                candidate.Contradicts = asked;
                candidate.Cost += asked ? Costs.OtherNumber : 0;
                return;
            }
        }
    }

    /// <summary>Whether the question has the number for a slot; notes which it is and what it costs.</summary>
    private bool Use(Slot slot, long number, ref Candidate candidate)
    {
        var tokens = question.Tokens;
        var (best, cost) = (-1, 0f);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (CostOf(i, slot, number) is { } found && (best < 0 || found < cost))
            {
                (best, cost) = (i, found);
            }
        }

        if (best < 0)
        {
            return number == NumberKeys.None;
        }

        candidate.Cost += cost + (slot == Slot.Door && !question.Text.HasHan && !IsBesideName(tokens[best], candidate) ? Costs.NumberApart : 0);
        candidate.Numbers |= 1UL << best;
        return true;
    }

    /// <summary>Whether a house number stands next to the road's name, before or after it.</summary>
    private static bool IsBesideName(in NumberToken token, in Candidate candidate) =>
        (token.From > 0 && candidate.Explained.Has(token.From - 1)) || candidate.Explained.Has(token.To);

    private float? CostOf(int token, Slot slot, long number)
    {
        var asked = question.Tokens[token];
        var isEqual = question.Keys[token] == number;
        return asked.Slot == slot && isEqual ? 0
            : asked.Slot == Slot.Bare && slot == Slot.Door && isEqual ? (question.Text.HasHan ? Costs.UnmarkedDoor : 0)
            : asked.Slot == Slot.Door && slot == Slot.Building && question.DoorNames[token] == number ? 0
            : asked.Slot is Slot.Door or Slot.Bare && slot == Slot.Door && asked.Suffix.Length == 0 && texts.Spans(number, asked.Base)
                ? Costs.WithinSpan
            : null;
    }

    private bool Asks(Slot slot) =>
        question.Tokens.Exists(t => !t.InRemark && (t.Slot == slot || (slot == Slot.Door && t.Slot == Slot.Bare)));

    private bool AsksDeeper(Slot slot, in AddressRow r)
    {
        for (var deeper = slot + 1; deeper < Slot.Bare; deeper++)
        {
            for (var i = 0; i < question.Tokens.Count; i++)
            {
                if (question.Tokens[i].Slot == deeper && r.Numbers[(int)deeper] == question.Keys[i])
                {
                    return true;
                }
            }
        }

        return false;
    }

    private Candidate? Finish(in AddressRow r, ref Candidate candidate)
    {
        if (candidate.Cost > Limit)
        {
            return null;
        }

        candidate.Cost += CostOfNumbers(candidate);
        ref readonly var areas = ref rows.AreasOf(r);
        foreach (var claim in question.Claims)
        {
            if (claim.IsReal || !claim.Places.Meets(candidate.Explained))
            {
                var unknown = claim.Level <= NameLevel.Postcode && areas[(int)claim.Level] < 0;
                candidate.Cost += unknown && !claim.IsReal ? Math.Min(claim.Cost, 1.2f) : claim.Cost;
            }
        }

        if (candidate.Cost <= Limit)
        {
            candidate.Cost += question.CostOfRest(candidate.Explained);
        }

        return candidate.Cost <= Limit && candidate.Cost < question.CostOfNone ? candidate : null;
    }

    private float CostOfNumbers(in Candidate candidate)
    {
        var cost = 0f;
        for (var i = 0; i < question.Tokens.Count; i++)
        {
            var token = question.Tokens[i];
            if ((candidate.Numbers >> i & 1) == 0 && !CharMask.Span(token.From, token.To).Meets(candidate.Explained)
                && !IsRepeated(i, candidate.Numbers))
            {
                cost += token.InRemark ? 0.05f : Costs.OfNumber(token.Slot);
            }
        }

        return cost;
    }

    private bool IsRepeated(int token, ulong used)
    {
        for (var i = 0; i < question.Tokens.Count; i++)
        {
            if (i != token && (used >> i & 1) != 0 && question.Keys[i] == question.Keys[token]
                && question.Tokens[i].Slot == question.Tokens[token].Slot)
            {
                return true;
            }
        }

        return false;
    }
}
