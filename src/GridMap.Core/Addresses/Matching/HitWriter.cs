using GridMap.Core.Addresses.Texts;
using GridMap.Core.Spatial;
using GridMap.Core.Spatial.Distances;

namespace GridMap.Core.Addresses.Matching;

/// <summary>Makes answers of candidates: their text, place, likelihood, and what was understood.</summary>
internal sealed class HitWriter(
    IReadOnlyList<Address> items, NameTable names, RowTable rows, PlaceTable places, Question question, CandidateSet found)
{
    private const int MostMembers = 20_000;
    private const double OnePlaceMetres = 150, OneCompoundMetres = 400;

    /// <summary>An answer for a road where a number was asked scores no higher; one reckoned from neighbours, no higher than that.</summary>
    private const double MostForRoad = 0.5, MostForInterpolated = 0.8;

    /// <summary>An answer that leaves over a house number or a building scores no higher.</summary>
    private const double MostWithoutNumber = 0.6;

    /// <summary>An area is a poor answer where a number was asked.</summary>
    private const double MostForAreaOfNumber = 0.3;

    private static readonly string[] SlotIds = ["lane", "number", "sub", "building", "unit", "floor", "room"];

    /// <summary>The answers, the likeliest first.</summary>
    public IReadOnlyList<AddressHit> List(int limit)
    {
        var (hits, shown) = (new List<AddressHit>(), new List<Candidate>());
        for (var i = 0; i < found.Items.Count && hits.Count < limit; i++)
        {
            var candidate = found.Items[i];
            if (!shown.Exists(s => !IsRival(s, candidate)))
            {
                shown.Add(candidate);
                hits.Add(Write(candidate, Confidence.Of(found.Items, i, Math.Min(question.CostOfNone, Costs.MostForNone), IsRival)));
            }
        }

        // A road answered for its number may fall behind.
        return [.. hits.OrderByDescending(static h => h.Score)];
    }

    /// <summary>Whether two candidates exclude each other: not a building and its unit, nor two rows of one place.</summary>
    private bool IsRival(Candidate a, Candidate b)
    {
        if (found.Holds(a, b) || found.Holds(b, a))
        {
            return false;
        }

        if (a.Kind == Found.Place || b.Kind == Found.Place)
        {
            return a.Kind == b.Kind
                ? Metres(places[a.Row].Point, places[b.Row].Point) > OnePlaceMetres
                : !IsSameCompound(a, b);
        }

        if (a.Kind == Found.Row && b.Kind == Found.Row && a.Cut == b.Cut)
        {
            ref readonly var rowA = ref rows[a.Row];
            ref readonly var rowB = ref rows[b.Row];
            var metres = Metres(PointOf(rowA), PointOf(rowB));
            return !(SameNumbers(rowA, rowB, a.Cut) && (rowA.Road == rowB.Road && rowA.Compound == rowB.Compound
                ? metres <= OnePlaceMetres
                : rowA.Compound == rowB.Compound && rowA.Compound >= 0 && a.Cut <= (int)Slot.Building && metres <= OneCompoundMetres));
        }

        return !(a.Kind == Found.Road && b.Kind == Found.Row && rows[a.Row].Road == rows[b.Row].Road && a.Cost > b.Cost)
            && !(b.Kind == Found.Road && a.Kind == Found.Row && rows[a.Row].Road == rows[b.Row].Road && b.Cost > a.Cost);
    }

    /// <summary>Whether one is the area of a compound and the other its addresses.</summary>
    private bool IsSameCompound(in Candidate a, in Candidate b)
    {
        var (place, row) = a.Kind == Found.Place ? (places[a.Row], b) : (places[b.Row], a);
        if (place.Precision != AddressPrecision.Compound || row.Kind != Found.Row || rows[row.Row].Compound < 0)
        {
            return false;
        }

        var compound = rows[row.Row];
        return names[compound.Compound].Form.Key == AddressText.KeyOf(place.Names[0])
            && Metres(place.Point, PointOf(compound)) < 2 * OneCompoundMetres;
    }

    private static bool SameNumbers(in AddressRow a, in AddressRow b, int cut)
    {
        var from = a.Compound >= 0 && a.Compound == b.Compound ? (int)Slot.Building : 0;
        for (var slot = from; slot < cut; slot++)
        {
            if (a.Numbers[slot] != b.Numbers[slot])
            {
                return false;
            }
        }

        return true;
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
            Matched = ListMatched(candidate, [(candidate.Name, "place")]),
            Unmatched = ListUnmatched(candidate),
        };
    }

    private AddressHit WriteRow(in Candidate candidate, double score)
    {
        var row = rows[candidate.Row];
        var cut = candidate.Cut;
        var members = candidate.IsGathered ? ListMembers(candidate) : [items[row.Item]];
        var precision = PrecisionOf(row, cut);
        var (matched, unmatched) = (ListMatched(candidate, NamesOf(row)), ListUnmatched(candidate));
        score = LeavesNumber(candidate) ? Math.Min(score, MostWithoutNumber) : score;
        return new AddressHit
        {
            Text = candidate.IsGathered ? CutText(items[row.Item].Text, cut) : items[row.Item].Text,
            Score = score,
            Precision = precision,
            Point = members.Count == 1 ? members[0].Point : Middle(members),
            Address = candidate.IsGathered ? null : items[row.Item],
            Members = members,
            Compound = precision == AddressPrecision.Compound ? names[row.Compound].Text : null,
            Matched = matched,
            Unmatched = unmatched,
        };
    }

    private AddressHit WriteRoad(in Candidate candidate, double score)
    {
        var row = rows[candidate.Row];
        var members = ListRoad(row);
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
            Point = Middle(members),
            Members = members,
            Matched = ListMatched(candidate, NamesOf(row)),
            Unmatched = ListUnmatched(candidate),
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
        var members = new List<Address>();
        for (var row = 0; row < rows.Count && members.Count < MostMembers; row++)
        {
            if (IsInside(rows.AreasOf(rows[row]), rows.AreasOf(sample), area))
            {
                members.Add(items[rows[row].Item]);
            }
        }

        return new AddressHit
        {
            Text = names[area].Text,
            Score = question.Tokens.Exists(static t => !t.InRemark && t.Slot != Slot.Other) ? Math.Min(score, MostForAreaOfNumber) : score,
            Precision = AddressPrecision.Community,
            Point = Middle(members),
            Members = members,
            Area = names[area].Text,
            Matched = ListMatched(candidate, [(area, names[area].Level.ToString().ToLowerInvariant())]),
            Unmatched = ListUnmatched(candidate),
        };
    }

    /// <summary>Whether a house number or a building that was asked is not the answer's.</summary>
    private bool LeavesNumber(Candidate candidate)
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

    private static bool IsInside(in AreaNames areas, in AreaNames sample, int area)
    {
        for (var level = 0; level < NameWords.AreaLevels; level++)
        {
            if (areas[level] != sample[level])
            {
                return false;
            }

            if (areas[level] == area)
            {
                return true;
            }
        }

        return false;
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

    /// <summary>The addresses below an answer, in the order of the register's items.</summary>
    private List<Address> ListMembers(in Candidate candidate)
    {
        var row = rows[candidate.Row];
        var members = new List<Address>();
        var byCompound = row.Compound >= 0;
        var (from, to) = byCompound ? rows.CompoundRange(row.Compound)
            : rows.DoorRange(row.Road, row.Numbers[(int)Slot.Lane], row.Numbers[(int)Slot.Door]);
        for (var at = from; at < to && members.Count < MostMembers; at++)
        {
            var other = byCompound ? rows.AtCompound(at) : at;
            var one = candidate with { Row = other, Cut = Markers.SlotCount };
            if (other == candidate.Row || found.Holds(candidate, one))
            {
                members.Add(items[rows[other].Item]);
            }
        }

        return members;
    }

    private List<Address> ListRoad(in AddressRow road)
    {
        var members = new List<Address>();
        var (from, to) = rows.RoadRange(road.Road);
        for (var row = from; row < to && members.Count < MostMembers; row++)
        {
            if (rows.AreasOf(rows[row]).SameDistrict(rows.AreasOf(road)))
            {
                members.Add(items[rows[row].Item]);
            }
        }

        return members;
    }

    /// <summary>The address nearest to the mean of all, so that the answer is a place that there is.</summary>
    private static LonLat Middle(List<Address> members)
    {
        var (lon, lat) = (members.Average(static m => m.Point.Lon), members.Average(static m => m.Point.Lat));
        return members.MinBy(m => Math.Pow((m.Point.Lon - lon) * Math.Cos(lat * Math.PI / 180), 2) + Math.Pow(m.Point.Lat - lat, 2))!
            .Point;
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

    private List<(int Name, string Level)> NamesOf(AddressRow row)
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

    private List<MatchedPart> ListMatched(Candidate candidate, List<(int Name, string Level)> parts)
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

    private List<string> ListUnmatched(in Candidate candidate)
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

    private LonLat PointOf(in AddressRow row) => items[row.Item].Point;

    private static double Metres(LonLat a, LonLat b) => Geodesic.Distance(a, b);
}
