using GridMap.Core.Addresses.Texts;

namespace GridMap.Core.Addresses.Matching;

/// <summary>Answers what somebody who types may be about to write.</summary>
internal sealed class Completer(
    Register register, NameTable names, PlaceTable places, Completions completions, int limit)
{
    private const int MostNames = 200, MostRows = 4000;

    private readonly Address[] items = register.Items;
    private readonly RowTable rows = register.Rows;
    private readonly List<AddressCompletion> found = [];
    private readonly HashSet<string> texts = [];
    private List<NameMatch>? written;

    /// <summary>Names with the text in them; after a whole name, the numbers that begin with what follows it.</summary>
    public IReadOnlyList<AddressCompletion> Complete(string source)
    {
        var text = AddressText.Read(source);
        AddNumbers(text);
        if (found.Count < limit && text.Length > 0)
        {
            AddNames(text.Chars, null);
        }

        AddTail(text);
        return found;
    }

    /// <summary>The longest name that the text begins to go on after: 春雅巷3, 永桥小区1号.</summary>
    private void AddNumbers(AddressText text)
    {
        var spotted = NameSpotter.Spot(names, text, NumberScanner.Scan(text)).FindAll(m => m.Cost < 1 && names[m.Name].Level is NameLevel.Road or NameLevel.Compound);
        foreach (var match in spotted.OrderByDescending(static m => m.To).ThenBy(static m => m.Cost).Take(8))
        {
            var rest = text.Chars[match.To..];
            if (rest.Length == 0 || text.Kinds[match.To] != CharKind.Digit)
            {
                continue;
            }

            if (names[match.Name].Level == NameLevel.Road)
            {
                var (from, to) = rows.RoadRange(match.Name);
                AddRows(Enumerable.Range(from, Math.Min(to - from, MostRows)), match.Name, rest, text);
            }
            else
            {
                var (from, to) = rows.CompoundRange(match.Name);
                AddRows(Enumerable.Range(from, Math.Min(to - from, MostRows)).Select(rows.AtCompound), match.Name, rest, text);
            }
        }
    }

    private void AddRows(IEnumerable<int> candidates, int name, string rest, AddressText asked)
    {
        foreach (var row in candidates)
        {
            if (found.Count >= limit)
            {
                return;
            }

            var address = items[rows[row].Item];
            var folded = AddressText.KeyOf(address.Text);
            var at = folded.IndexOf(names[name].Form.Key, StringComparison.Ordinal);
            if (at >= 0 && folded.AsSpan(at + names[name].Form.Key.Length).StartsWith(rest) && AgreesWith(row, asked))
            {
                Add(address.Text, PrecisionOf(rows[row]), address);
            }
        }
    }

    /// <summary>Whether the areas that are written in full before it are those of a row.</summary>
    private bool AgreesWith(int row, AddressText asked)
    {
        var areas = rows.AreasOf(rows[row]);
        written ??= NameSpotter.SpotWritten(names, asked);
        foreach (var match in written)
        {
            var level = (int)names[match.Name].Level;
            if (level < (int)NameLevel.Postcode && areas[level] >= 0 && areas[level] != match.Name)
            {
                return false;
            }
        }

        return true;
    }

    private void AddNames(string part, AddressText? asked)
    {
        foreach (var name in completions.Find(part, MostNames))
        {
            if (found.Count >= limit)
            {
                return;
            }

            AddName(name < names.OwnCount ? names[name].Target : names[name].Target + names.OwnCount, asked);
        }
    }

    private void AddName(int name, AddressText? asked)
    {
        switch (names[name].Level)
        {
            case NameLevel.Place:
                foreach (var place in places.Of(name - names.OwnCount))
                {
                    AddOnce(new AddressCompletion(places[place].Names[0], places[place].Precision, places[place].Point));
                }

                break;
            case NameLevel.Road:
                AddPieces(rows.RoadPieces(name), name, AddressPrecision.Road, asked);
                break;
            case NameLevel.Compound:
                AddPieces(rows.CompoundPieces(name), name, AddressPrecision.Compound, asked);
                break;
            default:
                AddPieces(rows.AreaPieces(name), name, AddressPrecision.Community, asked);
                break;
        }
    }

    private void AddPieces(ReadOnlySpan<Piece> pieces, int name, AddressPrecision precision, AddressText? asked)
    {
        foreach (var piece in pieces)
        {
            if (found.Count < limit && (asked is null || AgreesWith(piece.Row, asked)))
            {
                var address = items[rows[piece.Row].Item];
                Add(UpTo(address.Text, name), precision, address);
            }
        }
    }

    /// <summary>What stands after the last whole name: 虚文区春雅.</summary>
    private void AddTail(AddressText text)
    {
        var end = 0;
        written ??= NameSpotter.SpotWritten(names, text);
        foreach (var match in written)
        {
            end = Math.Max(end, match.To);
        }

        if (end > 0 && end < text.Length && text.Kinds[end] != CharKind.Digit && found.Count < limit)
        {
            AddNames(text.Chars[end..], text);
        }
    }

    private string UpTo(string source, int name)
    {
        var (text, key) = (AddressText.Read(source), names[name].Form.Key);
        var at = text.Chars.IndexOf(key, StringComparison.Ordinal);
        return at < 0 ? names[name].Text : source[..(text.Origins[at + key.Length - 1] + 1)];
    }

    private static AddressPrecision PrecisionOf(in AddressRow row) => row.Numbers.Deepest() switch
    {
        >= (int)Slot.Unit => AddressPrecision.Unit,
        >= (int)Slot.Building => AddressPrecision.Building,
        _ => row.Compound >= 0 ? AddressPrecision.Compound : AddressPrecision.Building,
    };

    private void Add(string text, AddressPrecision precision, Address address) =>
        AddOnce(new AddressCompletion(text, precision, address.Point));

    private void AddOnce(AddressCompletion completion)
    {
        if (found.Count < limit && texts.Add(completion.Text))
        {
            found.Add(completion);
        }
    }
}
