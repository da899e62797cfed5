using GridMap.Core.Addresses.Texts;

namespace GridMap.Core.Addresses.Matching;

/// <summary>Makes answers of candidates: their text, place, likelihood, and what was understood.</summary>
internal sealed class HitWriter(
    IReadOnlyList<Address> items, NameTable names, RowTable rows, PlaceTable places, Question question, CandidateSet found)
{
    /// <summary>An answer for a road where a number was asked scores no higher; one reckoned from neighbours, no higher than that.</summary>
    private const double MostForRoad = 0.5, MostForInterpolated = 0.8;

    /// <summary>An answer that leaves over a house number or a building scores no higher.</summary>
    private const double MostWithoutNumber = 0.6;

    /// <summary>An area is a poor answer where a number was asked.</summary>
    private const double MostForAreaOfNumber = 0.3;

    private readonly Rivalry rivalry = new(items, names, rows, places, found);
    private readonly HitMembers members = new(items, rows, found);
    private readonly Understood understood = new(names, rows, question);

    /// <summary>The answers, the likeliest first.</summary>
    public IReadOnlyList<AddressHit> List(int limit)
    {
        var (hits, shown) = (new List<AddressHit>(), new List<Candidate>());
        for (var i = 0; i < found.Items.Count && hits.Count < limit; i++)
        {
            var candidate = found.Items[i];
            if (!shown.Exists(s => !rivalry.IsRival(s, candidate)))
            {
                shown.Add(candidate);
                hits.Add(Write(candidate, Confidence.Of(found.Items, i, Math.Min(question.CostOfNone, Costs.MostForNone), rivalry.IsRival)));
            }
        }

        // A road answered for its number may fall behind.
        return [.. hits.OrderByDescending(static h => h.Score)];
    }

    private AddressHit Write(in Candidate candidate, double raw)
    {
        var score = Math.Round(Confidence.Calibrate(raw), 4);
        return candidate.Kind switch
        {
            Found.Place => WritePlace(candidate, score),
            Found.Road => WriteRoad(candidate, score),
            Found.Area => WriteArea(candidate, score),
            _ => WriteRow(candidate, score),
        };
    }

    private AddressHit WritePlace(in Candidate candidate, double score)
    {
        var place = places[candidate.Row];
        return new AddressHit
        {
            Text = place.Names[0],
            Score = score,
            Precision = place.Precision,
            Point = place.Point,
            Place = place,
            Matched = understood.ListMatched(candidate, [(candidate.Name, "place")]),
            Unmatched = understood.ListUnmatched(candidate),
        };
    }

    private AddressHit WriteRow(in Candidate candidate, double score)
    {
        var row = rows[candidate.Row];
        var cut = candidate.Cut;
        var below = candidate.IsGathered ? members.ListBelow(candidate) : [items[row.Item]];
        var precision = PrecisionOf(row, cut);
        var (matched, unmatched) = (understood.ListMatched(candidate, understood.NamesOf(row)), understood.ListUnmatched(candidate));
        score = understood.LeavesNumber(candidate) ? Math.Min(score, MostWithoutNumber) : score;
        return new AddressHit
        {
            Text = candidate.IsGathered ? CutText(items[row.Item].Text, cut) : items[row.Item].Text,
            Score = score,
            Precision = precision,
            Point = below.Count == 1 ? below[0].Point : HitMembers.Middle(below),
            Address = candidate.IsGathered ? null : items[row.Item],
            Members = below,
            Compound = precision == AddressPrecision.Compound ? names[row.Compound].Text : null,
            Matched = matched,
            Unmatched = unmatched,
        };
    }

    private AddressHit WriteRoad(in Candidate candidate, double score)
    {
        var row = rows[candidate.Row];
        var onRoad = members.ListRoad(row);
        var asked = question.Tokens.FindIndex(t => !t.InRemark && t.Slot is Slot.Door or Slot.Bare);
        var lane = question.Tokens.FindIndex(static t => t.Slot == Slot.Lane);
        var between = asked < 0 ? null
            : Neighbours.Find(
                rows, items, candidate.Row, lane < 0 ? NumberKeys.None : question.Keys[lane], question.Tokens[asked].Base);
        var road = RoadText(row);
        var hit = new AddressHit
        {
            Text = road,
            Score = asked < 0 ? score : Math.Min(score, MostForRoad),
            Precision = AddressPrecision.Road,
            Point = HitMembers.Middle(onRoad),
            Members = onRoad,
            Matched = understood.ListMatched(candidate, understood.NamesOf(row)),
            Unmatched = understood.ListUnmatched(candidate),
        };
        if (between is not var (point, metres))
        {
            return hit;
        }

        var token = question.Tokens[asked];
        var number = question.Text.Original(token.From, token.To);
        return hit with
        {
            Text = question.Text.HasHan ? road + number : $"{road} {number}",
            Score = Math.Round(Math.Min(Math.Max(score, 0.9 * MostForInterpolated * RoadCertainty(candidate)), MostForInterpolated), 4),
            Interpolated = true,
            Point = point,
            AccuracyMetres = Math.Round(Math.Max(10, metres / 2), 1),
            Members = [],
            Unmatched = [.. hit.Unmatched.Where(u => u != number)],
        };
    }

    /// <summary>How likely the road is the one meant, its missing number aside.</summary>
    private double RoadCertainty(in Candidate candidate)
    {
        var (mine, sum) = (Math.Exp(-candidate.Cost), Math.Exp(-question.CostOfNone));
        foreach (var other in found.Items)
        {
            sum += Math.Exp(-other.Cost);
        }

        return mine / sum;
    }

    private AddressHit WriteArea(in Candidate candidate, double score)
    {
        var (area, sample) = (candidate.Name, rows[candidate.Row]);
        var inside = members.ListArea(area, sample);
        return new AddressHit
        {
            Text = names[area].Text,
            Score = question.Tokens.Exists(static t => !t.InRemark && t.Slot != Slot.Other) ? Math.Min(score, MostForAreaOfNumber) : score,
            Precision = AddressPrecision.Community,
            Point = HitMembers.Middle(inside),
            Members = inside,
            Area = names[area].Text,
            Matched = understood.ListMatched(candidate, [(area, names[area].Level.ToString().ToLowerInvariant())]),
            Unmatched = understood.ListUnmatched(candidate),
        };
    }

    private static AddressPrecision PrecisionOf(in AddressRow row, int cut)
    {
        for (var slot = cut - 1; slot >= 0; slot--)
        {
            if (row.Numbers[slot] != NumberKeys.None && slot >= (int)Slot.Building)
            {
                return slot >= (int)Slot.Unit ? AddressPrecision.Unit : AddressPrecision.Building;
            }
        }

        return row.Compound >= 0 ? AddressPrecision.Compound
            : row.Numbers[(int)Slot.Door] != NumberKeys.None ? AddressPrecision.Building
            : AddressPrecision.Road;
    }

    /// <summary>An address up to the first number that is not part of the answer.</summary>
    private static string CutText(string source, int cut)
    {
        var text = AddressText.Read(source);
        foreach (var token in NumberScanner.Scan(text))
        {
            if (token.Slot < Slot.Bare && (int)token.Slot >= cut && token.From > 0)
            {
                return source[..(text.Origins[token.From - 1] + 1)];
            }
        }

        return source;
    }

    private string RoadText(in AddressRow row)
    {
        var source = items[row.Item].Text;
        var (text, name) = (AddressText.Read(source), names[row.Road]);
        var at = text.Chars.IndexOf(name.Form.Key, StringComparison.Ordinal);
        return at < 0 ? name.Text : source[..(text.Origins[at + name.Form.Key.Length - 1] + 1)];
    }
}
