using GridMap.Core.Addresses.Texts;

namespace GridMap.Core.Addresses.Matching;

/// <summary>Reads addresses of a register into rows, by the parts that the source named or from the text alone.</summary>
internal sealed class RowReader(NameTable.Builder names, NumberTexts texts)
{
    private static readonly (string Part, NameLevel Level)[] Named =
    [
        ("province", NameLevel.Province), ("city", NameLevel.City), ("district", NameLevel.District),
        ("street", NameLevel.Street), ("community", NameLevel.Community), ("locality", NameLevel.Locality),
        ("postcode", NameLevel.Postcode), ("road", NameLevel.Road), ("compound", NameLevel.Compound),
    ];

    private static readonly (string Part, Slot Slot)[] Numbered =
    [
        ("number", Slot.Door), ("building", Slot.Building), ("unit", Slot.Unit), ("floor", Slot.Floor), ("room", Slot.Room),
    ];

    private readonly Dictionary<(string, Slot), (Slot Slot, long Key)[]> numbers = [];

    /// <summary>The row of an address and the names of its areas.</summary>
    public (AddressRow Row, AreaNames Areas) Read(Address address, int item)
    {
        var (row, areas) = (AddressRow.Empty, AreaNames.None);
        row.Item = item;
        if (HasPlace(address.Parts))
        {
            ReadParts(address, ref row, ref areas);
        }
        else
        {
            ReadText(RegisterText.Parse(address.Text), ref row, ref areas);
        }

        Anchor(ref row, ref areas);
        return (row, areas);
    }

    private static bool HasPlace(AttributeSet parts) =>
        parts.ContainsKey("road") || parts.ContainsKey("compound") || parts.ContainsKey("number");

    private void ReadParts(Address address, ref AddressRow row, ref AreaNames areas)
    {
        foreach (var (part, level) in Named)
        {
            if (address.Parts.Find(part) is { Length: > 0 } name)
            {
                Set(level, name, ref row, ref areas);
            }
        }

        foreach (var (part, slot) in Numbered)
        {
            if (address.Parts.Find(part) is { Length: > 0 } number)
            {
                SetNumbers(ReadNumbers(number, slot), ref row);
            }
        }

        if (address.Parts.Find("alias") is { Length: > 0 } aliases && Math.Max(row.Compound, row.Road) >= 0)
        {
            foreach (var alias in aliases.Split([';', '；', '、'], StringSplitOptions.TrimEntries))
            {
                names.AddAlias(row.Compound >= 0 ? row.Compound : row.Road, alias);
            }
        }

        ReadRest(address, ref row, ref areas);
    }

    /// <summary>What the text says beyond the parts: a suburb, a room.</summary>
    private void ReadRest(Address address, ref AddressRow row, ref AreaNames areas)
    {
        var rest = address.Text;
        foreach (var value in address.Parts.Values.OrderByDescending(static v => v.Length))
        {
            if (rest.IndexOf(value, StringComparison.Ordinal) is >= 0 and var at)
            {
                rest = string.Concat(rest.AsSpan(0, at), " ", rest.AsSpan(at + value.Length));
            }
        }

        if (string.IsNullOrWhiteSpace(rest) || !rest.Any(char.IsLetterOrDigit))
        {
            return;
        }

        var parsed = RegisterText.Parse(rest);
        foreach (var (level, name) in parsed.Names)
        {
            if (level < NameLevel.Postcode && areas[(int)level] < 0)
            {
                Set(level, name, ref row, ref areas);
            }
            else if (level is NameLevel.Compound or NameLevel.Road && areas[(int)NameLevel.Locality] < 0)
            {
                Set(NameLevel.Locality, name, ref row, ref areas);
            }
        }

        foreach (var token in parsed.Numbers)
        {
            if (token.Slot is Slot.Floor or Slot.Room && row.Numbers[(int)token.Slot] == NumberKeys.None)
            {
                row.Numbers[(int)token.Slot] = texts.Add(token);
            }
        }
    }

    private void ReadText(RegisterText parsed, ref AddressRow row, ref AreaNames areas)
    {
        foreach (var (level, name) in parsed.Names)
        {
            Set(level, name, ref row, ref areas);
        }

        foreach (var token in parsed.Numbers)
        {
            var slot = token.Slot == Slot.Bare ? Slot.Door : token.Slot;
            if (slot < Slot.Bare && row.Numbers[(int)slot] == NumberKeys.None)
            {
                row.Numbers[(int)slot] = texts.Add(token);
            }
        }
    }

    private void Set(NameLevel level, string text, ref AddressRow row, ref AreaNames areas)
    {
        if (names.Add(level, text) is not (>= 0 and var name))
        {
            return;
        }

        switch (level)
        {
            case NameLevel.Road:
                row.Road = name;
                break;
            case NameLevel.Compound:
                row.Compound = name;
                break;
            default:
                areas[(int)level] = name;
                break;
        }
    }

    /// <summary>An address of a village has no road: its village stands for one.</summary>
    private static void Anchor(ref AddressRow row, ref AreaNames areas)
    {
        for (var level = (int)NameLevel.Locality; row is { Road: < 0, Compound: < 0 } && level >= (int)NameLevel.Street; level--)
        {
            row.Road = areas[level];
        }
    }

    private static void SetNumbers((Slot Slot, long Key)[] found, ref AddressRow row)
    {
        foreach (var (slot, key) in found)
        {
            row.Numbers[(int)slot] = key;
        }
    }

    private (Slot Slot, long Key)[] ReadNumbers(string text, Slot slot)
    {
        if (!numbers.TryGetValue((text, slot), out var read))
        {
            numbers[(text, slot)] = read = [.. Parse(text, slot).Select(t => (t.Slot, texts.Add(t)))];
        }

        return read;
    }

    /// <summary>The numbers of a field. A field for buildings that says 3号 means a building that is called 3号.</summary>
    private static IEnumerable<NumberToken> Parse(string text, Slot slot)
    {
        var folded = AddressText.Read(text);
        var scanned = folded.HasHan ? NumberScanner.Scan(folded) : [];
        if (scanned.Count == 0)
        {
            return NumberScanner.ReadWhole(folded.HasHan ? text : text.Replace(" ", "", StringComparison.Ordinal), slot) is { } whole
                ? [whole] : [];
        }

        return scanned.Where(static t => t.Slot != Slot.Other).DistinctBy(t => t.Slot).Select(t => t.Slot switch
        {
            Slot.Bare => t with { Slot = slot },
            Slot.Door when slot == Slot.Building => t with { Slot = slot, Suffix = t.Suffix + "号" },
            Slot.Door when slot is Slot.Unit or Slot.Room => t with { Slot = slot },
            Slot.Floor when slot == Slot.Building => t with { Slot = slot },
            _ => t,
        });
    }
}
