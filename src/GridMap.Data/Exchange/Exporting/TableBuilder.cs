using GridMap.Core;
using NetTopologySuite.Geometries;

namespace GridMap.Data.Exchange.Exporting;

/// <summary>
/// Describes a table of items, and with it the <c>--set</c> pairs that read it back. Attributes become columns of their
/// own; one whose name is taken is called <c>attribute_…</c>.
/// </summary>
internal sealed class TableBuilder<T>
{
    private readonly List<ExportColumn> columns = [];
    private readonly List<Func<T, string?>> values = [];
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase) { "fid", "geom", "lon", "lat", "wkt" };

    /// <summary>Which target each column gives.</summary>
    public Dictionary<string, string> Set { get; } = [];

    /// <summary>Adds a column that an import's option names.</summary>
    public TableBuilder<T> Plain(string name, Func<T, string?> value, bool isNumber = false)
    {
        columns.Add(new ExportColumn(Free(name), isNumber));
        values.Add(value);
        return this;
    }

    /// <summary>Adds a column that gives a property.</summary>
    public TableBuilder<T> Target(string name, Func<T, string?> value, bool isNumber = false)
    {
        Plain(name, value, isNumber);
        Set[name] = columns[^1].Name;
        return this;
    }

    /// <summary>Adds a column for each attribute that an item has.</summary>
    public TableBuilder<T> Attributes(IEnumerable<T> items, Func<T, AttributeSet> attributes)
    {
        foreach (var name in items.SelectMany(i => attributes(i).Keys).Distinct().Order(StringComparer.Ordinal))
        {
            Plain(name, i => attributes(i).Find(name));
            Set[Set.ContainsKey(name) ? $"attribute:{name}" : name] = columns[^1].Name;
        }

        return this;
    }

    /// <summary>The table.</summary>
    public ExportTable Build(string name, IReadOnlyCollection<T> items, Func<T, Geometry?>? shape)
    {
        var arePoints = shape is not null && items.All(i => shape(i) is Point);
        var rows = items.Select(i => new ExportRow([.. values.Select(v => v(i))], shape?.Invoke(i)));
        return new ExportTable(name, columns, rows, shape is not null, arePoints);
    }

    private string Free(string name)
    {
        var free = name;
        while (!taken.Add(free))
        {
            free = $"attribute_{free}";
        }

        return free;
    }
}
