using GridMap.Core.Addresses.Texts;

namespace GridMap.Core.Addresses.Matching;

/// <summary>An address of a register taken apart by the words of the language alone, for sources that give no parts.</summary>
internal sealed class RegisterText
{
    private readonly AddressText text;
    private readonly List<(NameLevel Level, string Name)> names = [];

    private RegisterText(AddressText text, List<NumberToken> numbers) => (this.text, Numbers) = (text, numbers);

    /// <summary>The names with their levels.</summary>
    public IReadOnlyList<(NameLevel Level, string Name)> Names => names;

    /// <summary>The numbers.</summary>
    public List<NumberToken> Numbers { get; private set; }

    /// <summary>Takes a text apart; what it does not understand is left out.</summary>
    public static RegisterText Parse(string source)
    {
        var text = AddressText.Read(source);
        var parsed = new RegisterText(text, NumberScanner.Scan(text));
        if (text.HasHan)
        {
            parsed.ReadHan();
        }
        else
        {
            parsed.ReadSpaced();
        }

        return parsed;
    }

    private bool Has(NameLevel level) => names.Exists(n => n.Level == level);

    private void Add(NameLevel level, int from, int to)
    {
        var isName = level == NameLevel.Postcode || text.Kinds.AsSpan(from, Math.Max(0, to - from)).ContainsAny(CharKind.Letter, CharKind.Han);
        if (to > from && isName && !Has(level))
        {
            names.Add((level, text.Original(from, to)));
        }
    }

    private void ReadHan()
    {
        var at = 0;
        Numbers = Numbers.FindAll(static t => t.Slot != Slot.Other && !t.InRemark);
        foreach (var number in Numbers.Append(new NumberToken(Slot.Other, text.Length, text.Length, 0, "", false)))
        {
            ReadSegment(at, number.From, number.Slot);
            at = number.To;
        }
    }

    private void ReadSegment(int from, int to, Slot next)
    {
        while (from < to && text.Remarks[from])
        {
            from++;
        }

        for (var at = from; at < to; at++)
        {
            if (text.Remarks[at])
            {
                to = at;
            }
        }

        while (FindArea(from, to, next) is var (level, end))
        {
            Add(level, from, end);
            from = end;
        }

        if (from < to)
        {
            ReadRoadAndCompound(from, to, next);
        }
    }

    /// <summary>The first area's name at the beginning of a segment, with its end.</summary>
    private (NameLevel Level, int End)? FindArea(int from, int to, Slot next)
    {
        for (var end = from + 2; end <= to; end++)
        {
            for (var level = NameLevel.Province; level <= NameLevel.Community; level++)
            {
                if (!Has(level) && IsArea(level, from, end, to, next))
                {
                    return (level, Extend(level, end, to));
                }
            }
        }

        return null;
    }

    private bool IsArea(NameLevel level, int from, int end, int to, Slot next)
    {
        var name = text.Chars.AsSpan(from, end - from);
        foreach (var suffix in NameWords.SuffixesOf(level))
        {
            if (name.Length > suffix.Length && name.EndsWith(suffix) && (name.Length - suffix.Length > 1 || suffix is "县" or "区" or "市"))
            {
                return !NameWords.IsNoArea(name) && !(suffix == "市" && level == NameLevel.Province)
                    && !IsBareSuffix(end, to) && !(end == to && level == NameLevel.Community && suffix == "村" && next >= Slot.Building && next < Slot.Bare);
            }
        }

        return false;
    }

    private int Extend(NameLevel level, int end, int to)
    {
        foreach (var more in NameWords.SuffixesOf(level))
        {
            if (more.Length > 1 && end + more.Length - 1 <= to && text.Chars.AsSpan(end - 1).StartsWith(more))
            {
                return end - 1 + more.Length;
            }

            if (more is "居委会" or "村委会" or "办事处" && text.Chars.AsSpan(end, to - end).StartsWith(more))
            {
                return end + more.Length;
            }
        }

        return end;
    }

    /// <summary>Whether the rest is nothing but 大街 or 花园: then the name goes on, 中关村大街.</summary>
    private bool IsBareSuffix(int from, int to)
    {
        var rest = text.Chars.AsSpan(from, to - from);
        foreach (var level in (ReadOnlySpan<NameLevel>)[NameLevel.Road, NameLevel.Compound])
        {
            foreach (var suffix in NameWords.SuffixesOf(level))
            {
                if (rest.SequenceEqual(suffix) || (rest.Length == suffix.Length + 1 && rest.EndsWith(suffix) && "东南西北中".Contains(rest[0])))
                {
                    return true;
                }
            }
        }

        return rest.StartsWith("道") && !rest.StartsWith("道路");
    }

    private void ReadRoadAndCompound(int from, int to, Slot next)
    {
        var door = next is Slot.Door or Slot.Lane or Slot.Bare;
        var end = Has(NameLevel.Road) ? -1 : RoadEnd(from, to, last: door);
        if (end < 0 && door && !Has(NameLevel.Road) && !Has(NameLevel.Compound))
        {
            end = to;
        }

        if (end > from)
        {
            Add(NameLevel.Road, from, end);
            from = end;
        }

        Add(NameLevel.Compound, from, to);
    }

    private int RoadEnd(int from, int to, bool last)
    {
        var found = -1;
        for (var end = from + 2; end <= to && (found < 0 || last); end++)
        {
            foreach (var suffix in NameWords.SuffixesOf(NameLevel.Road))
            {
                var core = end - from - suffix.Length;
                if (core >= 1 && text.Chars.AsSpan(from, end - from).EndsWith(suffix) && (suffix is not ("里" or "条" or "道") || end == to))
                {
                    found = end;
                    break;
                }
            }
        }

        // A name that goes on after its road, as in 人民路小区, is a compound's.
        return found > 0 && found < to && !last && IsBareSuffix(found, to) ? -1 : found;
    }

    private void ReadSpaced()
    {
        var fields = Fields();
        var house = Numbers.FindIndex(t => t.Base < 10_000 && t.Slot is Slot.Bare or Slot.Door && !IsOfName(t));
        if (house < 0)
        {
            foreach (var (from, to) in fields.Take(1))
            {
                Add(NameLevel.Road, from, to);
            }

            Numbers = [];
            return;
        }

        var number = Numbers[house];
        var (start, end) = fields.Find(f => f.From <= number.From && number.From < f.To);
        if (number.From > start)
        {
            Add(NameLevel.Road, start, number.From);
            ReadLocality(number.To, end, house + 1);
        }
        else
        {
            Add(NameLevel.Road, number.To, end);
        }

        foreach (var field in fields.Where(f => f.From != start))
        {
            ReadLocality(field.From, field.To, house + 1);
        }

        Numbers = [number with { Slot = Slot.Door }];
    }

    /// <summary>Whether a number belongs to a road's name: Straße 614, before the house number.</summary>
    private bool IsOfName(in NumberToken token)
    {
        var at = token;
        var next = Numbers.Exists(t => t.From == at.To && t.Base < 1000);
        var word = NameForm.WordsOf(text).FindLast(w => w.To == at.From);
        return next && word.From == 0 && word.To > 0 && NameWords.StreetTypes.ContainsValue(NameForm.Expanded(text.Chars[..word.To]));
    }

    private void ReadLocality(int from, int to, int after)
    {
        for (var i = 0; i < Numbers.Count; i++)
        {
            var token = Numbers[i];
            if (token.From >= from && token.To <= to && token.Base >= 1000 && i >= Math.Min(after, 1))
            {
                Add(NameLevel.Postcode, token.From, token.To);
                from = token.From == from ? token.To : from;
                to = token.From > from ? token.From : to;
            }
        }

        Add(Has(NameLevel.Locality) ? NameLevel.City : NameLevel.Locality, from, to);
    }

    /// <summary>The spans between commas.</summary>
    private List<(int From, int To)> Fields()
    {
        var (fields, from) = (new List<(int From, int To)>(), 0);
        for (var at = 1; at <= text.Length; at++)
        {
            // Two letters for one (ß) have one origin.
            if (at == text.Length
                || text.Source.AsSpan(text.Origins[at - 1], text.Origins[at] - text.Origins[at - 1]).ContainsAny(",;\n"))
            {
                fields.Add((from, at));
                from = at;
            }
        }

        return fields;
    }
}
