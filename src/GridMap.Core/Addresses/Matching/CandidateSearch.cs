using GridMap.Core.Addresses.Texts;

namespace GridMap.Core.Addresses.Matching;

/// <summary>Goes from the names of a question to the rows that may be meant, and scores these.</summary>
internal sealed class CandidateSearch
{
    /// <summary>Rows of one road and number, or of one compound, that are looked at.</summary>
    private const int MostRows = 8000;

    private readonly NameTable names;
    private readonly RowTable rows;
    private readonly Question question;
    private readonly RowScorer scorer;
    private readonly CandidateSet found;

    private CandidateSearch(NameTable names, RowTable rows, NumberTexts texts, Question question)
    {
        (this.names, this.rows, this.question) = (names, rows, question);
        scorer = new RowScorer(rows, texts, question);
        found = new CandidateSet(rows);
    }

    /// <summary>The candidates, the best first.</summary>
    public static CandidateSet Run(NameTable names, RowTable rows, NumberTexts texts, PlaceTable places, Question question)
    {
        var search = new CandidateSearch(names, rows, texts, question);
        foreach (var match in question.Matches)
        {
            if (match.Cost > search.found.Limit)
            {
                break;
            }

            search.Follow(match);
        }

        search.AddPlaces(places);
        if (search.found.Items.Count == 0)
        {
            search.AddAreas();
        }

        search.found.Sort();
        return search.found;
    }

    private void Follow(in NameMatch match)
    {
        var level = names[match.Name].Level;
        if (level == NameLevel.Compound)
        {
            FollowCompound(match.Name);
        }
        else if (level <= NameLevel.Road && rows.RoadRange(match.Name) is var (from, to) && to > from)
        {
            FollowRoad(match.Name);
        }
    }

    private void FollowRoad(int road)
    {
        var any = false;
        foreach (var lane in KeysOf(Slot.Lane))
        {
            foreach (var door in KeysOf(Slot.Door))
            {
                any |= door != NumberKeys.None && AddDoor(road, lane, door);
            }
        }

        if (!any)
        {
            foreach (var piece in rows.RoadPieces(road))
            {
                Add(scorer.ScoreRoad(piece.Row));
            }
        }
    }

    private bool AddDoor(int road, long lane, long door)
    {
        var (from, to) = rows.DoorRange(road, lane, door);
        for (var row = from; row < Math.Min(to, from + MostRows); row++)
        {
            Add(scorer.Score(row));
        }

        // A span such as 94-96 begins with a lower number and stands shortly before.
        var any = to > from;
        for (var row = from - 1; !any && row >= Math.Max(from - 4, rows.RoadRange(road).From); row--)
        {
            if (scorer.Score(row) is { } span)
            {
                found.Add(span);
                any = true;
            }
        }

        return any;
    }

    private IEnumerable<long> KeysOf(Slot slot)
    {
        var any = false;
        for (var i = 0; i < question.Tokens.Count; i++)
        {
            var token = question.Tokens[i];
            if (token.Slot == slot || (slot == Slot.Door && token.Slot == Slot.Bare))
            {
                any = true;
                yield return question.Keys[i];
            }
        }

        if (!any || slot == Slot.Lane)
        {
            yield return NumberKeys.None;
        }
    }

    private void FollowCompound(int compound)
    {
        if (!question.Tokens.Exists(static t => !t.InRemark && t.Slot is not Slot.Other))
        {
            AddWholeCompounds(compound);
            return;
        }

        var (from, to) = rows.CompoundRange(compound);
        if (to - from <= MostRows || !question.Tokens.Exists(static t => t.Slot == Slot.Building))
        {
            AddCompoundRows(from, to);
        }
        else
        {
            foreach (var building in KeysOf(Slot.Building))
            {
                var (first, end) = rows.BuildingRange(compound, building);
                AddCompoundRows(first, end);
            }
        }

        AddWholeCompounds(compound);
    }

    private void AddCompoundRows(int from, int to)
    {
        for (var place = from; place < Math.Min(to, from + MostRows); place++)
        {
            Add(scorer.Score(rows.AtCompound(place)));
        }
    }

    private void AddWholeCompounds(int compound)
    {
        foreach (var piece in rows.CompoundPieces(compound))
        {
            Add(scorer.ScoreCompound(piece.Row));
        }
    }

    private void AddAreas()
    {
        foreach (var match in question.Matches)
        {
            if (names[match.Name].Level < NameLevel.Postcode && match.Cost < 3)
            {
                foreach (var piece in rows.AreaPieces(match.Name))
                {
                    Add(scorer.ScoreArea(match.Name, piece.Row));
                }
            }
        }
    }

    private void AddPlaces(PlaceTable places)
    {
        foreach (var match in question.Matches)
        {
            if (names[match.Name].Level == NameLevel.Place)
            {
                foreach (var place in places.Of(match.Name - names.OwnCount))
                {
                    Add(ScorePlace(match, place));
                }
            }
        }
    }

    private Candidate? ScorePlace(in NameMatch match, int place)
    {
        var candidate = new Candidate
        {
            Kind = Found.Place,
            Row = place,
            Name = match.Name,
            Cost = match.Cost,
            Explained = match.Places,
        };
        foreach (var token in question.Tokens)
        {
            candidate.Cost += CharMask.Span(token.From, token.To).Meets(match.Places) || token.InRemark ? 0 : Costs.OfNumber(token.Slot);
        }

        foreach (var claim in question.Claims)
        {
            candidate.Cost += claim.Places.Meets(match.Places) ? 0 : Math.Min(claim.Cost, 1) + (claim.Cost >= Costs.Elsewhere ? 100 : 0);
        }

        foreach (var area in question.Matches)
        {
            if (area is { Cost: < 1 } && names[area.Name].Level < NameLevel.Postcode)
            {
                candidate.Explained.Add(area.Places);
            }
        }

        candidate.Cost += question.CostOfRest(candidate.Explained);
        return candidate.Cost <= Costs.Most && candidate.Cost < question.CostOfNone ? candidate : null;
    }

    private void Add(Candidate? candidate)
    {
        if (candidate is { } c)
        {
            found.Add(c);
            scorer.Limit = found.Limit;
        }
    }
}
