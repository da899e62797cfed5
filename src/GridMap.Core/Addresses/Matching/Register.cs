namespace GridMap.Core.Addresses.Matching;

/// <summary>The addresses of one state with their tables. Immutable; shared where only places change.</summary>
internal sealed class Register
{
    private readonly Lazy<AddressPoints> points;

    private Register(Address[] items, NameTable names, NumberTexts texts, RowTable rows)
    {
        (Items, Names, Texts, Rows) = (items, names, texts, rows);
        points = new(() => AddressPoints.Build(items));
    }

    /// <summary>The addresses with a position on earth.</summary>
    public Address[] Items { get; }

    /// <summary>The names that occur in them.</summary>
    public NameTable Names { get; }

    /// <summary>What follows their leading numbers.</summary>
    public NumberTexts Texts { get; }

    /// <summary>The rows.</summary>
    public RowTable Rows { get; }

    /// <summary>The addresses by place; built when it is first asked for.</summary>
    public AddressPoints Points => points.Value;

    /// <summary>Builds the tables.</summary>
    public static Register Build(IReadOnlyList<Address> addresses)
    {
        Address[] items = [.. addresses.Where(static a => a.Point.IsValid)];
        var (names, texts) = (new NameTable.Builder(), new NumberTexts());
        var reader = new RowReader(names, texts);
        var (areas, areaNumbers) = (new List<AreaNames>(), new Dictionary<AreaNames, int>());
        var rows = new AddressRow[items.Length];
        for (var item = 0; item < rows.Length; item++)
        {
            var (row, inside) = reader.Read(items[item], item);
            if (!areaNumbers.TryGetValue(inside, out var area))
            {
                areaNumbers[inside] = area = areas.Count;
                areas.Add(inside);
            }

            row.Area = area;
            rows[item] = row;
        }

        var table = names.Build();
        return new Register(items, table, texts, RowTable.Build(rows, [.. areas], items, table.Count));
    }
}
