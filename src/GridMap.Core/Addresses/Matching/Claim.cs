using GridMap.Core.Addresses.Texts;

namespace GridMap.Core.Addresses.Matching;

/// <summary>A place in a question that says where the address is: an answer that does not explain it contradicts it.</summary>
/// <param name="Places">Where it stands.</param>
/// <param name="Level">What it names.</param>
/// <param name="Cost">What it costs not to explain it.</param>
internal readonly record struct Claim(CharMask Places, NameLevel Level, float Cost)
{
    /// <summary>Whether it is the name of a division of China that the register does not have: no slip can explain it.</summary>
    public bool IsReal { get; init; }
}

/// <summary>Finds the claims of a question, of names that the register has and of names that it does not have.</summary>
internal static class Claims
{
    private const int LongestArea = 9;

    /// <summary>All claims.</summary>
    /// <param name="names">The register's names.</param>
    /// <param name="text">The question.</param>
    /// <param name="matches">The names found in it.</param>
    /// <param name="tokens">Its numbers.</param>
    public static List<Claim> Find(NameTable names, AddressText text, List<NameMatch> matches, List<NumberToken> tokens)
    {
        var claims = new List<Claim>();
        var written = default(CharMask);
        foreach (var match in matches)
        {
            if (match.IsWhole && names[match.Name].Level is not NameLevel.Place)
            {
                written.Add(match.Places);
                AddKnown(names, text, match, claims);
            }
        }

        if (text.HasHan)
        {
            AddUnknownAreas(text, written, claims);
            AddKnownAreas(names, text, matches, written, claims);
            AddUnknownRoads(text, written, tokens, claims);
        }

        AddPostcodes(names, matches, tokens, claims);
        AddUnknownTown(names, text, matches, claims);
        return claims;
    }

    private static float CostOf(NameLevel level) => level switch
    {
        NameLevel.Province or NameLevel.City or NameLevel.District => Costs.Elsewhere,
        NameLevel.Street => 5,
        NameLevel.Community or NameLevel.Locality => 4.2f,
        NameLevel.Postcode => 5,
        NameLevel.Road or NameLevel.Compound => 4.5f,
        _ => 0,
    };

    private static void AddKnown(NameTable names, AddressText text, in NameMatch match, List<Claim> claims)
    {
        ref readonly var name = ref names[match.Name];
        var isWord = name.Form.Tail > 0 || !name.Form.IsHan;
        if (isWord && !text.Remarks[match.From] && !IsPartOfPlace(text, match.To))
        {
            claims.Add(new Claim(match.Places, name.Level, CostOf(name.Level)));
        }
    }

    /// <summary>Whether what follows makes the name a part of a shop's or an institution's: 兰州拉面馆.</summary>
    private static bool IsPartOfPlace(AddressText text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 10 && !text.Breaks[end] && text.Kinds[end] == CharKind.Han)
        {
            end++;
        }

        var rest = text.Chars.AsSpan(at, end - at);
        foreach (var ending in NameWords.PlaceEndings)
        {
            if (rest.EndsWith(ending) || (rest.Length > 0 && ending.Length > 1 && rest.IndexOf(ending) is >= 0 and < 5))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Names that end like an area's and that the register does not have: 朝阳区.</summary>
    private static void AddUnknownAreas(AddressText text, in CharMask written, List<Claim> claims)
    {
        var from = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text.Breaks[at] || written.Has(at) || text.Kinds[at] != CharKind.Han || text.Remarks[at])
            {
                from = written.Has(at) || text.Kinds[at] != CharKind.Han || text.Remarks[at] ? at + 1 : at;
                if (from > at)
                {
                    continue;
                }
            }

            if (FindArea(text, from, at + 1) is var (level, to) && !IsPartOfPlace(text, to) && !IsRemark(text, from, at))
            {
                // A slip may look like another area; a name that another area has is no slip.
                var isReal = KnownDivisions.Has(text.Chars.AsSpan(from, to - from));
                claims.Add(new Claim(CharMask.Span(from, to), level, CostOf(level)) { IsReal = isReal });
                (from, at) = (to, to - 1);
            }
        }
    }

    private static (NameLevel Level, int To)? FindArea(AddressText text, int from, int to)
    {
        var name = text.Chars.AsSpan(from, to - from);
        if (name.Length is < 2 or > LongestArea || NameWords.IsNoArea(name)
            || (to < text.Length && NameWords.IsNoArea(text.Chars.AsSpan(to - 1, 2))))
        {
            return null;
        }

        var (level, least) = name[^1] switch
        {
            '省' => (NameLevel.Province, 2),
            '市' or '州' => (NameLevel.City, 2),
            '区' or '县' or '旗' => (NameLevel.District, 1),
            '道' when name.EndsWith("街道") => (NameLevel.Street, 3),
            '镇' or '乡' => (NameLevel.Street, 2),
            _ => (NameLevel.Place, 99),
        };
        if (name.EndsWith("社区") || name.EndsWith("居委会") || name.EndsWith("村委会"))
        {
            (level, least) = (NameLevel.Community, 4);
        }

        return name.Length > least && !StartsRoad(text, to) ? (level, to) : null;
    }

    private static bool StartsRoad(AddressText text, int at)
    {
        var rest = text.Chars.AsSpan(at);
        foreach (var level in (ReadOnlySpan<NameLevel>)[NameLevel.Road, NameLevel.Compound])
        {
            foreach (var suffix in NameWords.SuffixesOf(level))
            {
                if (rest.StartsWith(suffix))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsRemark(AddressText text, int from, int to)
    {
        foreach (var remark in NameWords.Remarks)
        {
            if (remark.Length > 1 && text.Chars.AsSpan(from, to - from).IndexOf(remark) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Provinces and large cities without their suffix, where another name of an address follows: 上海静安…</summary>
    private static void AddKnownAreas(
        NameTable names, AddressText text, List<NameMatch> matches, in CharMask written, List<Claim> claims)
    {
        for (var length = 2; length <= Math.Min(4, text.Length); length++)
        {
            var (start, places) = (0, CharMask.Span(0, length));
            if (!KnownDivisions.HasShort(text.Chars.AsSpan(start, length)) || written.Meets(places))
            {
                continue;
            }

            var end = length < text.Length && text.Chars[length] is '市' or '省' ? length + 1 : length;
            var follows = matches.Exists(m => m.From == end && (m.IsWhole || m.Cost < 1) && names[m.Name].Level != NameLevel.Place)
                || claims.Exists(c => c.Places.Has(end));
            if (follows && !matches.Exists(m => m.From == 0 && m.Cost < 1 && m.To >= length))
            {
                claims.Add(new Claim(places, NameLevel.City, Costs.Elsewhere));
            }
        }
    }

    /// <summary>Roads with a house number that the register does not have.</summary>
    private static void AddUnknownRoads(AddressText text, in CharMask written, List<NumberToken> tokens, List<Claim> claims)
    {
        foreach (var token in tokens)
        {
            if (token.Slot is not (Slot.Door or Slot.Lane or Slot.Bare) || token.InRemark)
            {
                continue;
            }

            var from = token.From;
            while (from > 0 && token.From - from < LongestArea && text.Kinds[from - 1] == CharKind.Han && !written.Has(from - 1)
                && (from == token.From || !text.Breaks[from]))
            {
                from--;
            }

            if (token.From - from > 1
                && NameWords.SuffixOf(NameLevel.Road, text.Chars[from..token.From]).Length > 0)
            {
                claims.Add(new Claim(CharMask.Span(from, token.From), NameLevel.Road, CostOf(NameLevel.Road)));
            }
        }
    }

    /// <summary>
    /// Words of their own after the last comma of a spaced text, where no known postcode says more: a town that the register
    /// may not know by name. It makes the answer less than sure.
    /// </summary>
    private static void AddUnknownTown(NameTable names, AddressText text, List<NameMatch> matches, List<Claim> claims)
    {
        var from = text.HasHan ? 0 : LastField(text);
        var isTown = from > 0 && !text.Kinds.AsSpan(from).ContainsAnyExcept(CharKind.Letter) && !text.Remarks[from]
            && !NameForm.WordsOf(text).Exists(w => w.From >= from && NameWords.RemarkWords.Contains(text.Chars[w.From..w.To]))
            && !matches.Exists(m => m.IsWhole && (m.From >= from || names[m.Name].Level == NameLevel.Postcode));
        if (isTown)
        {
            claims.Add(new Claim(CharMask.Span(from, text.Length), NameLevel.Locality, Costs.UnknownTown));
        }
    }

    /// <summary>Where the words after the last comma begin; 0 where there is none.</summary>
    private static int LastField(AddressText text)
    {
        for (var at = text.Length - 1; at > 0; at--)
        {
            if (text.Breaks[at] && text.Source.AsSpan(text.Origins[at - 1], text.Origins[at] - text.Origins[at - 1]).Contains(','))
            {
                return at;
            }
        }

        return 0;
    }

    /// <summary>A postcode that the register does not have, beside a house number.</summary>
    private static void AddPostcodes(
        NameTable names, List<NameMatch> matches, List<NumberToken> tokens, List<Claim> claims)
    {
        if (!names.HasPostcodes || tokens.Count < 2
            || matches.Exists(m => m.IsWhole && names[m.Name].Level == NameLevel.Postcode))
        {
            return;
        }

        foreach (var token in tokens)
        {
            if (token is { Slot: Slot.Bare, Base: >= 1000, Suffix: "" } && token.To - token.From is >= 4 and <= 6
                && !matches.Exists(m => m.From == token.From && names[m.Name].Level == NameLevel.Postcode))
            {
                claims.Add(new Claim(CharMask.Span(token.From, token.To), NameLevel.Postcode, Costs.Elsewhere));
            }
        }
    }
}
